import type { APIRoute } from 'astro';
import { setNames } from '../../../components/question/question-set.ts';

/** Which sets have questions for live rooms alone. Moved out of the site with them. */
export const GET: APIRoute = async () => Response.json(await setNames('live'));
