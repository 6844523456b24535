import type { Language } from '../i18n/text.ts';
import type { Question } from '../quiz-engine/question-schema.ts';
import type { Scenario } from '../simulator/scenario/scenario-schema.ts';
import type { Belief, Claim, Curriculum, LessonFrontMatter, Source, Term, Translation } from './library-schema.ts';
import type { Change, ComparisonTable, Limit } from './reference-schema.ts';

/** Where a thing stands: the file, and the path or line inside it. */
export type Origin = { file: string; path: readonly (string | number)[]; line?: number };

/** Something an author wrote, and where. */
export type Placed<T> = { value: T; origin: Origin };

/** What the library needs to know of one lesson file in one language. */
export type Lesson = {
  slug: string;
  language: Language;
  frontMatter: LessonFrontMatter;
  /** Headings with an explicit id, in order. */
  anchors: { id: string; title: string; depth: number; line: number }[];
  /** Ids that components of the text name, with the line each stands on. */
  questions: { id: string; line: number }[];
  scenarios: { id: string; line: number }[];
  citations: { id: string; line: number }[];
  runs: RunMention[];
  diagrams: { source: string; line: number }[];
  /** A hash of each section, by its heading's id. */
  sections: Record<string, string>;
  /** What a reader reads, line by line, without fences and without components that stand alone. */
  prose: string;
};

/** A `<Run … />` of a lesson, as its text has it. */
export type RunMention = { attributes: Record<string, string>; line: number };

/** A scenario as it is read without a seed; `file` is what the file says where it has `draws`, to draw others from. */
export type LibraryScenario = { id: string; scenario: Scenario; file?: Record<string, unknown> };

/** All lessons, questions, scenarios, claims and sources together, as the files have them. */
export type Library = {
  lessons: Placed<Lesson>[];
  questions: Placed<Question>[];
  /** Keyed by `<topic>/<file name>` in `id`. */
  scenarios: Placed<LibraryScenario>[];
  glossary: Placed<Term>[];
  sources: Placed<Source>[];
  claims: Placed<Claim>[];
  tables: Placed<ComparisonTable>[];
  limits: Placed<Limit>[];
  changes: Placed<Change>[];
  beliefs: Placed<Belief>[];
  translations: Placed<Translation>[];
  curriculum: Placed<Curriculum> | undefined;
};

/** A fault of meaning: the file is well formed, but what it says does not fit the rest. */
export type LibraryFault = {
  origin: Origin;
  message: string;
  level: 'error' | 'warning';
  /** A warning that time alone has made: `--fresh` takes it for an error. */
  isOld?: true;
};

/** The library's lessons in the order of the curriculum. */
export function lessonOrder(curriculum: Curriculum): string[] {
  return curriculum.tracks.flatMap((track) => track.lessons);
}

/** The origin of a part of something placed. */
export function within(origin: Origin, ...path: (string | number)[]): Origin {
  return { ...origin, path: [...origin.path, ...path] };
}
