// npm run build: checks the content, then builds the static site into dist/.
import { buildSite } from './build-site.ts';

process.exitCode = await buildSite();
