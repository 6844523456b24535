import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Reads JSON that the build wrote, by its path on the site; live questions lie beside it under `live/`. Undefined when there is none. */
export type ReadData = (path: string) => Promise<unknown>;

/**
 * The data of a built site. Questions that are only for live rooms are in a folder of their own, which is never served:
 * `live/en/<set>.json` is `<live>/en/<set>.json`.
 */
export function dataOfFolder(site: string, live: string): ReadData {
  return async (path) => {
    const file = path.startsWith('live/') ? join(live, path.slice('live/'.length)) : join(site, 'data', path);
    try {
      return JSON.parse(await readFile(file, 'utf8'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  };
}

/** The data of a site that is being written: `npm run dev` makes it on demand. */
export function dataOfAddress(origin: string): ReadData {
  return async (path) => {
    const answer = await fetch(`${origin}/data/${path}`);
    return answer.ok ? answer.json() : undefined;
  };
}
