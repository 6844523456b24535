import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type * as z from 'zod/mini';
import { LANGUAGES } from '../i18n/text.ts';
import type { Library, Origin, Placed } from '../library/library.ts';
import {
  beliefSchema,
  claimSchema,
  curriculumSchema,
  sourceSchema,
  termSchema,
  translationSchema,
} from '../library/library-schema.ts';
import { changeSchema, limitSchema, tableSchema } from '../library/reference-schema.ts';
import { readQuestions } from '../quiz-engine/question-schema.ts';
import { drawsOf } from '../simulator/scenario/draw-scenario.ts';
import { type Fault, readWith } from '../simulator/scenario/fault.ts';
import { readScenarioFile } from '../simulator/scenario/scenario-schema.ts';
import { type LoadedYaml, loadYaml, type PlacedFault, placed, sayPath } from './load-yaml.ts';
import { readLesson } from './read-lesson.ts';

/** What reading gave: everything that could be read, every fault of every file, and where any origin stands. */
export type ReadLibrary = {
  library: Library;
  faults: PlacedFault[];
  /** Turns an origin into file, line and column, for faults found later. */
  place(origin: Origin): PlacedFault;
};

/**
 * Reads all content files below `root`, the project's folder. Never throws for what an author wrote:
 * a file with faults contributes what is whole, and its faults.
 */
export function readLibrary(root: string): ReadLibrary {
  const files = new Map<string, LoadedYaml>();
  const faults: PlacedFault[] = [];
  const load = (path: string): LoadedYaml => {
    const file = relative(root, path).split(sep).join('/');
    const loaded = loadYaml(readFileSync(path, 'utf8'), file);
    files.set(file, loaded);
    faults.push(...loaded.faults);
    return loaded;
  };
  const report = (loaded: LoadedYaml, found: readonly Fault[]) => {
    for (const fault of found) faults.push(placed(loaded, fault));
  };
  faults.push(...misnamed(root));
  const content = join(root, 'src/content');
  const library: Library = {
    lessons: readLessons(root, files, faults),
    questions: readQuestionFiles(join(content, 'questions'), load, report),
    scenarios: readScenarioFiles(join(root, 'scenarios'), load, report),
    glossary: readList(join(content, 'glossary.yaml'), termSchema, load, report),
    sources: readList(join(content, 'sources.yaml'), sourceSchema, load, report),
    claims: readList(join(content, 'claims.yaml'), claimSchema, load, report),
    tables: readList(join(content, 'reference/tables.yaml'), tableSchema, load, report),
    limits: readList(join(content, 'reference/limits.yaml'), limitSchema, load, report),
    changes: readList(join(content, 'reference/changes.yaml'), changeSchema, load, report),
    beliefs: readList(join(content, 'beliefs.yaml'), beliefSchema, load, report),
    translations: readList(join(content, 'translations.yaml'), translationSchema, load, report),
    curriculum: readCurriculum(join(content, 'curriculum.yaml'), load, report),
  };
  if (!existsSync(join(content, 'curriculum.yaml'))) {
    const message = 'this file is missing; write tracks, topics, objectives, exams and scenarioOrder into it';
    faults.push({ file: 'src/content/curriculum.yaml', line: 1, column: 1, path: '', message });
  }
  return { library, faults, place: (origin) => placeOrigin(files.get(origin.file), origin) };
}

type Load = (path: string) => LoadedYaml;
type Report = (loaded: LoadedYaml, found: readonly Fault[]) => void;

function placeOrigin(loaded: LoadedYaml | undefined, origin: Origin): PlacedFault {
  const place =
    origin.line !== undefined
      ? { line: origin.line, column: 1 }
      : (loaded?.place(origin.path) ?? { line: 1, column: 1 });
  return { file: origin.file, ...place, path: sayPath(origin.path), message: '' };
}

/** Files below a folder, in an order that every machine agrees on. */
function filesBelow(folder: string, ending: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .sort()
    .map((name) => join(folder, name));
}

const yamlFiles = (folder: string): string[] => filesBelow(folder, /\.yaml$/);

/** Files that look like content and would be passed over in silence. */
function misnamed(root: string): PlacedFault[] {
  const likely: [folder: string, ending: RegExp, right: string][] = [
    ['src/content/questions', /\.(yml|json)$/i, '.yaml'],
    ['scenarios', /\.(yml|json)$/i, '.yaml'],
    ['src/content/lessons', /\.md$/i, '.mdx'],
  ];
  return likely.flatMap(([folder, ending, right]) =>
    filesBelow(join(root, folder), ending).map((path) => ({
      file: relative(root, path).split(sep).join('/'),
      line: 1,
      column: 1,
      path: '',
      message: `this file is not read, because its name does not end in ${right}; rename it`,
    })),
  );
}

function readQuestionFiles(folder: string, load: Load, report: Report): Library['questions'] {
  return yamlFiles(folder).flatMap((path) => {
    const loaded = load(path);
    if (loaded.value === undefined) return [];
    const { questions, faults } = readQuestions(loaded.value);
    report(loaded, faults);
    return questions.map(({ index, question }) => ({ value: question, origin: { file: loaded.file, path: [index] } }));
  });
}

function readScenarioFiles(folder: string, load: Load, report: Report): Library['scenarios'] {
  return yamlFiles(folder).flatMap((path) => {
    const loaded = load(path);
    if (loaded.value === undefined) return [];
    const read = readScenarioFile(loaded.value);
    if (read.faults) {
      report(loaded, read.faults);
      return [];
    }
    const id = relative(folder, path)
      .split(sep)
      .join('/')
      .replace(/\.yaml$/, '');
    const drawn = drawsOf(loaded.value) === undefined ? {} : { file: loaded.value as Record<string, unknown> };
    return [{ value: { id, scenario: read.scenario, ...drawn }, origin: { file: loaded.file, path: [] } }];
  });
}

function readList<Value>(path: string, schema: z.ZodMiniType<Value>, load: Load, report: Report): Placed<Value>[] {
  if (!existsSync(path)) return [];
  const loaded = load(path);
  if (loaded.value === undefined) return [];
  if (!Array.isArray(loaded.value)) {
    report(loaded, [{ path: [], message: 'this file is a list; begin each entry with "- id:"' }]);
    return [];
  }
  return loaded.value.flatMap((entry, index) => {
    const read = readWith<Value>(schema, entry);
    if (read.faults === undefined) return [{ value: read.value, origin: { file: loaded.file, path: [index] } }];
    report(
      loaded,
      read.faults.map((fault) => ({ ...fault, path: [index, ...fault.path] })),
    );
    return [];
  });
}

function readCurriculum(path: string, load: Load, report: Report): Library['curriculum'] {
  if (!existsSync(path)) return undefined;
  const loaded = load(path);
  if (loaded.value === undefined) return undefined;
  const read = readWith(curriculumSchema, loaded.value);
  if (read.faults === undefined) return { value: read.value, origin: { file: loaded.file, path: [] } };
  report(loaded, read.faults);
  return undefined;
}

function readLessons(root: string, files: Map<string, LoadedYaml>, faults: PlacedFault[]): Library['lessons'] {
  return LANGUAGES.flatMap((language) => {
    const folder = join(root, 'src/content/lessons', language);
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((name) => name.endsWith('.mdx'))
      .sort()
      .flatMap((name) => {
        const file = `src/content/lessons/${language}/${name}`;
        const slug = name.replace(/\.mdx$/, '');
        const read = readLesson(readFileSync(join(folder, name), 'utf8'), { file, slug, language });
        faults.push(...read.faults);
        if (read.frontMatter !== undefined) files.set(file, read.frontMatter);
        return read.lesson === undefined ? [] : [{ value: read.lesson, origin: { file, path: [] } }];
      });
  });
}
