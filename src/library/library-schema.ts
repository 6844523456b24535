import * as z from 'zod/mini';
import { textSchema as text } from '../simulator/scenario/text-schema.ts';

/** Schemas of the small content files. Each is a list of entries with an `id`, but the curriculum, which is one record. */
export const idSchema = z
  .string()
  .check(z.regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, { error: 'an id is lower-case letters, digits, hyphens and dots' }));
const id = idSchema;
/** A day of the calendar, ISO 8601. */
const day = z
  .string()
  .check(
    z.regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'a day is written as 2026-11-21', abort: true }),
    z.refine(isDay, { error: 'the calendar has no such day; write one as 2026-11-21' }),
  );
export const anchorSchema = z
  .string()
  .check(z.regex(/^[a-z0-9-]+#[a-z0-9-]+$/, { error: 'a place in a lesson is the lesson, # and a heading id' }));
const anchor = anchorSchema;
const examFamily = z.enum(['SAA', 'DVA', 'SOA', 'DOP']);

/** A page that a sentence leans on. `read`: compared with its text on that day; `cited`: named, not re-opened. */
export const sourceSchema = z.strictObject({
  id,
  title: z.string().check(z.minLength(1)),
  url: z.string().check(z.regex(/^https:\/\//, { error: 'an address begins with https://' })),
  checked: day,
  status: z.enum(['read', 'cited']),
});

/** A misconception with a name, which wrong choices and mistakes come from. */
export const beliefSchema = z.strictObject({ id, text });

/** A term in both languages; its names are the concepts of search. */
export const termSchema = z.strictObject({
  id,
  term: text,
  abbr: z.optional(z.string()),
  also: z.optional(z.strictObject({ en: z.optional(z.array(z.string())), ko: z.optional(z.array(z.string())) })),
  meaning: text,
  lesson: z.optional(anchor),
  sources: z.optional(z.array(z.string())),
});

/** One claim of the source notes, its verdict, the fact, and where it is taught. */
export const claimSchema = z.strictObject({
  id,
  topic: z.string(),
  claim: z.strictObject({ en: z.string(), ko: z.optional(z.string()) }),
  verdict: z.enum(['true-today', 'dated', 'imprecise', 'wrong']),
  fact: z.strictObject({ en: z.string(), ko: z.optional(z.string()) }),
  sources: z.array(z.string()),
  taught: z.optional(anchor),
});

/** Which section was compared with which: of each heading's id, a hash in each language. */
export const translationSchema = z.strictObject({ id, sections: z.record(z.string(), z.string()) });

export const lessonFrontMatterSchema = z.strictObject({
  title: z.string().check(z.minLength(1)),
  summary: z.string().check(z.minLength(1)),
  outcomes: z.array(z.string()).check(z.minLength(3), z.maxLength(5)),
  exams: z.array(examFamily).check(z.minLength(1)),
  /** Time to read, minutes. */
  minutes: z.int().check(z.gte(1), z.lte(60)),
  checked: day,
  /** To practise it; absent where the simulator does not know the subject. */
  scenario: z.optional(z.string()),
  sources: z.array(z.string()).check(z.minLength(1)),
});

export type Translation = z.infer<typeof translationSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Belief = z.infer<typeof beliefSchema>;
export type Term = z.infer<typeof termSchema>;
export type Claim = z.infer<typeof claimSchema>;
export type LessonFrontMatter = z.infer<typeof lessonFrontMatterSchema>;

const titled = { id, title: text };

/** What an exam asks, for how long, and what of it can be practised here. */
const blueprint = {
  code: z.string(),
  title: text,
  questions: z.int(),
  unscored: z.int(),
  minutes: z.int(),
  /** On the scale from 100 to 1,000. */
  pass: z.int(),
  domains: z.array(z.strictObject({ ...titled, weight: z.int().check(z.gte(1), z.lte(100)) })),
  covers: text,
};

/** The only home of order: tracks, topics, objectives, exam blueprints, the folders of scenarios. */
export const curriculumSchema = z.strictObject({
  tracks: z.array(
    z.strictObject({
      ...titled,
      lessons: z.array(z.string()),
      planned: z.optional(z.array(z.strictObject({ slug: z.string(), title: text }))),
    }),
  ),
  topics: z.array(z.strictObject({ ...titled, lesson: z.optional(z.string()), planned: z.optional(z.string()) })),
  objectives: z.array(
    z.strictObject({
      ...titled,
      exams: z.array(examFamily),
      /** The domain that its questions count for, by exam. */
      domains: z.optional(
        z.strictObject({
          SAA: z.optional(z.string()),
          DVA: z.optional(z.string()),
          SOA: z.optional(z.string()),
          DOP: z.optional(z.string()),
          containers: z.optional(z.string()),
        }),
      ),
    }),
  ),
  exams: z.array(
    z.strictObject({
      family: examFamily,
      ...blueprint,
      /** First and last day on which it can be taken; open where absent. */
      from: z.optional(day),
      until: z.optional(day),
      sources: z.array(z.string()),
    }),
  ),
  /** Our own exam over the whole bank. */
  containersExam: z.optional(z.strictObject(blueprint)),
  scenarioOrder: z.array(z.strictObject({ topic: z.string(), title: text })),
});

export type Curriculum = z.infer<typeof curriculumSchema>;

/** How objectives name an exam: a family, or our own. */
export type ExamId = z.infer<typeof examFamily> | 'containers';

/** True of a day that the calendar has, written as 2026-11-21. */
export function isDay(text: string): boolean {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && date >= 1 && date <= days;
}
