import type { AnswerSet } from '../../simulator/run.ts';
import type { GradingKey } from '../grade.ts';

/** A choice, a step, a thing to match: Markdown of the question file as HTML of one line. */
export type AskedItem = { id: string; html: string };

type AskedFields = {
  id: string;
  /** Name of the question file, which is also the data file. */
  set: string;
  stemHtml: string;
  /** Opened one by one. */
  hintsHtml?: string[];
  /** Its values are drawn: what stands here is its drawing of one seed (see drawing.ts). */
  drawn?: true;
};

export type AskedChoices = AskedFields & {
  kind: 'single' | 'multiple';
  choices: AskedItem[];
  /** How many are right, as the stem says. */
  pick: number;
  /** The order means something: never shuffled. */
  fixed?: true;
};
export type AskedOrder = AskedFields & { kind: 'order'; steps: AskedItem[] };
/** The right side stands in lists of the browser, which show plain text. */
export type AskedMatch = AskedFields & { kind: 'match'; left: AskedItem[]; right: { id: string; text: string }[] };
export type AskedNumber = AskedFields & { kind: 'number'; unitHtml?: string };
export type AskedScenario = AskedFields & {
  kind: 'scenario';
  /** `<topic>/<file>`; its world is `/data/scenarios/<scenario>.json`. */
  scenario: string;
  /** How many drawings it has, where it draws its values. */
  drawings?: number;
};
export type AskedPlain = AskedChoices | AskedOrder | AskedMatch | AskedNumber | AskedScenario;
export type AskedCase = AskedFields & { kind: 'case'; parts: AskedPlain[] };

/** What a page holds before an answer: no key, no reasons, and an order that says nothing about the right one. */
export type AskedQuestion = AskedPlain | AskedCase;

/** Key, reasons and where to go from here: what the page fetches when an answer is checked. */
export type QuestionKey = {
  /** Hash of the question's content, in every language the same. */
  version: string;
  /** Absent for a scenario, whose run decides, and for a drawn question before it is drawn (see drawing.ts). */
  grading?: GradingKey;
  /** Reasons by id: of a choice, a step, a left item; `value` for the number that is right. */
  whyHtml: Record<string, string>;
  /** Usual wrong numbers with their reasons. */
  usual?: { value: number; whyHtml: string }[];
  /** What changed since the exam's wording. */
  todayHtml?: string;
  /** Links into the lab with the set of each choice, where it may be changed there. */
  runs?: Record<string, string>;
  /** A run that the explanation shows. */
  run?: RunTold;
  /** What is run for "watch it". */
  watch?: WatchData;
  /** All drawings of a drawn question. */
  drawn?: Drawn;
  /** Keys of a case's parts. */
  parts?: Record<string, QuestionKey>;
  /** Link to the section that teaches it. */
  lesson: string;
  lessonTitle: string;
  /** Its objective, as a sentence. */
  objective: string;
};

/** A fixed run of a scenario of the site, as an explanation shows it. */
export type RunTold = {
  /** `<topic>/<id>` */
  scenario: string;
  set: AnswerSet;
  /** Which drawing; absent for the values as written. */
  draw?: number;
  /** The second at which it stands; absent for the end. */
  at?: number;
  title: string;
  /** Address of the picture that was computed at build. */
  still: string;
};

/** The proof of a question as a page runs it again. */
export type WatchData = {
  /** The id of a scenario of the site, or an inline one. */
  scenario: string | Record<string, unknown>;
  /** What each choice sets; any path of the world. */
  sets: Record<string, AnswerSet>;
  /** Ids of the goals that decide. */
  goals: string[];
};

/** Texts with `{name}` for drawn values, and every usable drawing with its computed key, in an order that says nothing. */
export type Drawn = {
  stemHtml: string;
  hintsHtml?: string[];
  whyHtml: string;
  usualWhyHtml: string[];
  unitHtml?: string;
  tolerance?: number;
  drawings: { values: Record<string, number>; key: number; usual: number[] }[];
};

/** `/data/<lang>/questions/<set>.json`. Its pages are built with it, so no other format is ever read. */
export type QuestionSet = {
  format: 2;
  /** As the pages of lessons show them; other rooms ask with these. Drawn ones in their drawing of seed 0. */
  asked: Record<string, AskedQuestion>;
  questions: Record<string, QuestionKey>;
};
