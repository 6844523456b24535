import { defineCollection } from 'astro:content';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { glob } from 'astro/loaders';
import * as z from 'zod/mini';
import { sayFault } from './disk/load-yaml.ts';
import { readLibrary } from './disk/read-library.ts';
import type { Library } from './library/library.ts';
import { lessonFrontMatterSchema } from './library/library-schema.ts';

type Record = { id: string; data: { [key: string]: unknown }; file: string };

/**
 * A collection read by the same code as the programs use, so that a file means the same everywhere.
 * In development a changed file is read again; a bad edit is logged and the old data stays.
 */
function libraryLoader(name: string, watched: string, pick: (library: Library) => Record[]): Loader {
  return {
    name: `drydock-${name}`,
    load: async ({ store, config, watcher, logger, generateDigest }) => {
      const root = fileURLToPath(config.root);
      const read = () => {
        const { library, faults } = readLibrary(root);
        const mine = faults.filter((fault) => fault.file.startsWith(watched));
        if (mine.length > 0) throw new Error(`\n${mine.map(sayFault).join('\n')}\n`);
        store.clear();
        for (const { id, data, file } of pick(library)) {
          store.set({ id, data, filePath: file, digest: generateDigest(data) });
        }
      };
      read();
      const again = (path: string) => {
        if (!relative(root, path).replaceAll('\\', '/').startsWith(watched)) return;
        try {
          read();
          logger.info(`read ${relative(root, path)} again`);
        } catch (error) {
          logger.error(error instanceof Error ? error.message : String(error));
        }
      };
      watcher?.add(`${root}${watched}`);
      for (const event of ['change', 'add', 'unlink']) watcher?.on(event, again);
    },
  };
}

const byId = <T extends { id: string }>(placed: readonly { value: T; origin: { file: string } }[]): Record[] =>
  placed.map(({ value, origin }) => ({ id: value.id, data: value, file: origin.file }));

/** `en/ecs-launch-types`: language and slug. Prose and components are Astro's part. */
const lessons = defineCollection({
  loader: glob({ base: './src/content/lessons', pattern: '{en,ko}/*.mdx' }),
  schema: z.extend(lessonFrontMatterSchema, {
    // Astro's YAML reads an unquoted day as a Date; ours keeps what the author wrote.
    checked: z.pipe(
      z.union([z.string(), z.date()]),
      z.transform((day) => (typeof day === 'string' ? day : day.toISOString().slice(0, 10))),
    ),
  }),
});

export const collections = {
  lessons,
  /** Questions by id; `set` is the name of their file, which is the slug of their lesson. */
  questions: defineCollection({
    loader: libraryLoader('questions', 'src/content/questions', (library) =>
      library.questions.map(({ value, origin }) => ({
        id: value.id,
        data: { ...value, set: origin.file.replace(/^.*\/|\.yaml$/g, '') },
        file: origin.file,
      })),
    ),
  }),
  /** Scenarios by `<topic>/<file name>`. */
  scenarios: defineCollection({
    loader: libraryLoader('scenarios', 'scenarios', (library) =>
      library.scenarios.map(({ value, origin }) => ({
        id: value.id,
        data: { source: value.scenario, file: value.file },
        file: origin.file,
      })),
    ),
  }),
  glossary: defineCollection({
    loader: libraryLoader('glossary', 'src/content/glossary.yaml', (library) => byId(library.glossary)),
  }),
  sources: defineCollection({
    loader: libraryLoader('sources', 'src/content/sources.yaml', (library) => byId(library.sources)),
  }),
  beliefs: defineCollection({
    loader: libraryLoader('beliefs', 'src/content/beliefs.yaml', (library) => byId(library.beliefs)),
  }),
  claims: defineCollection({
    loader: libraryLoader('claims', 'src/content/claims.yaml', (library) => byId(library.claims)),
  }),
  /** Comparison tables, limits and dated changes: the reference pages. */
  tables: defineCollection({
    loader: libraryLoader('tables', 'src/content/reference/tables.yaml', (library) => byId(library.tables)),
  }),
  limits: defineCollection({
    loader: libraryLoader('limits', 'src/content/reference/limits.yaml', (library) => byId(library.limits)),
  }),
  changes: defineCollection({
    loader: libraryLoader('changes', 'src/content/reference/changes.yaml', (library) => byId(library.changes)),
  }),
  /** One entry, `curriculum`. */
  curriculum: defineCollection({
    loader: libraryLoader('curriculum', 'src/content/curriculum.yaml', ({ curriculum }) =>
      curriculum === undefined ? [] : [{ id: 'curriculum', data: curriculum.value, file: curriculum.origin.file }],
    ),
  }),
};
