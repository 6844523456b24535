/**
 * Lessons by section, questions, scenarios, glossary entries, reference pages and tools → documents of one kind of shape: what search indexes
 * and where a result leads.
 */

import { type ReferenceMaterial, referenceDocuments } from './reference-documents.ts';
import { sectionsOf } from './sections.ts';
import { normalize } from './tokenize.ts';

/** Order of the groups in the result list. */
export const KINDS = ['lesson', 'scenario', 'question', 'term', 'reference', 'tool'] as const;
export type Kind = (typeof KINDS)[number];

/** One place a result can lead to. All texts are plain and normalized. */
export type SearchDocument = {
  kind: Kind;
  /** Same-origin address with the section's anchor. */
  url: string;
  /** Title of the page, or the topic it belongs to. */
  page: string;
  heading: string;
  text: string;
  /** Of a term: the address of the section that teaches it. */
  taught?: string;
};

type Language = 'en' | 'ko';
type Text = { en: string; ko: string };

export type LessonSource = { slug: string; title: string; summary: string; outcomes: string[]; body: string };
export type QuestionSource = { id: string; lesson: string; stem: Text };
export type ScenarioSource = { id: string; title: Text; brief?: Text | undefined; goals: Text[] };
export type TermSource = {
  id: string;
  term: Text;
  abbr?: string | undefined;
  also?: { en?: string[] | undefined; ko?: string[] | undefined } | undefined;
  meaning: Text;
  lesson?: string | undefined;
};

/** A page on which something is done; `terms` are what else it is called, in any language. */
export type ToolSource = { path: string; title: string; lead: string; terms: string };

/** Everything of one language that search reads. */
export type SearchMaterial = ReferenceMaterial & {
  lessons: LessonSource[];
  questions: QuestionSource[];
  scenarios: ScenarioSource[];
  terms: TermSource[];
  /** Titles of scenario folders, and of the glossary page. */
  topics: { topic: string; title: Text }[];
  glossaryTitle: string;
  tools: ToolSource[];
};

/** All documents, lessons first; the same material gives the same documents in the same order. */
export function documentsOf(material: SearchMaterial, language: Language): SearchDocument[] {
  const lessons = new Map(material.lessons.map((lesson) => [lesson.slug, lesson]));
  const topicTitles = new Map(material.topics.map(({ topic, title }) => [topic, title[language]]));
  const before = (text: string, mark: string) => text.slice(0, text.indexOf(mark));
  return [
    ...material.lessons.flatMap((lesson) => lessonDocuments(lesson, language)),
    ...material.scenarios.map((scenario) =>
      scenarioDocument(scenario, language, topicTitles.get(before(scenario.id, '/')) ?? ''),
    ),
    ...material.questions.map((question) => {
      const lesson = lessons.get(before(question.lesson, '#'));
      return questionDocument(question, language, lesson);
    }),
    ...material.terms.map((term) => termDocument(term, language, material.glossaryTitle)),
    ...referenceDocuments(material, language).map((fields) =>
      document('reference', { ...fields, text: plain(fields.text) }),
    ),
    ...material.tools.map((tool) => toolDocument(tool, language)),
  ];
}

/** One document for the lesson's opening and one for each heading with an explicit id. */
export function lessonDocuments(lesson: LessonSource, language: Language): SearchDocument[] {
  const page = `${root(language)}lessons/${lesson.slug}/`;
  return sectionsOf(lesson.body).map((section) =>
    document('lesson', {
      url: section.id === undefined ? page : `${page}#${section.id}`,
      page: lesson.title,
      heading: section.heading ?? lesson.title,
      text:
        section.id === undefined ? `${lesson.summary} ${[section.text, ...lesson.outcomes].join(' · ')}` : section.text,
    }),
  );
}

/**
 * A question leads to itself where its lesson embeds it, else to the section it asks about. Only its stem is searched:
 * choices and reasons would give the key away.
 */
export function questionDocument(
  question: QuestionSource,
  language: Language,
  lesson: LessonSource | undefined,
): SearchDocument {
  const stem = plain(question.stem[language]);
  const [slug, section] = question.lesson.split('#');
  const embedded = lesson?.body.includes(`<Question id="${question.id}"`) ?? false;
  return document('question', {
    url: `${root(language)}lessons/${slug}/#${embedded ? `q-${question.id}` : section}`,
    page: lesson?.title ?? '',
    heading: asking(stem),
    text: stem,
  });
}

export function scenarioDocument(scenario: ScenarioSource, language: Language, topicTitle: string): SearchDocument {
  const goals = scenario.goals.map((goal) => goal[language]);
  return document('scenario', {
    url: `${root(language)}lab/${scenario.id}/`,
    page: topicTitle,
    heading: scenario.title[language],
    text: plain([scenario.brief?.[language] ?? '', ...goals].join(' ')),
  });
}

/** A term is found by every form it has; its heading names it in both languages, as learners meet it. */
export function termDocument(entry: TermSource, language: Language, glossaryTitle: string): SearchDocument {
  const other = language === 'en' ? entry.term.ko : entry.term.en;
  const forms = [entry.abbr, ...(entry.also?.en ?? []), ...(entry.also?.ko ?? [])].filter((form) => form !== undefined);
  const first = entry.term[language] === other ? [] : [other];
  const [slug, anchor] = entry.lesson?.split('#') ?? [];
  const taught = anchor && { taught: `${root(language)}lessons/${slug}/#${anchor}` };
  const found = document('term', {
    url: `${root(language)}glossary/#${entry.id}`,
    page: glossaryTitle,
    heading: entry.term[language],
    text: `${[...first, ...forms].join(', ')}. ${plain(entry.meaning[language])}`,
  });
  return { ...found, ...taught };
}

/** What it is called stands first: that is what is asked for. */
export function toolDocument({ path, title, lead, terms }: ToolSource, language: Language): SearchDocument {
  const url = `${root(language)}${path.slice(1)}`;
  return document('tool', { url, page: title, heading: title, text: [plain(lead), terms].filter(Boolean).join(' · ') });
}

function document(kind: Kind, fields: Omit<SearchDocument, 'kind'>): SearchDocument {
  return {
    kind,
    url: fields.url,
    page: normalize(fields.page),
    heading: normalize(plain(fields.heading)),
    text: normalize(fields.text).replace(/\s+/g, ' ').trim(),
  };
}

function root(language: Language): string {
  return language === 'en' ? '/' : '/ko/';
}

/** Inline Markdown → words. */
function plain(markdown: string): string {
  return sectionsOf(markdown)
    .map((section) => [section.heading, section.text].filter(Boolean).join(' '))
    .join(' ');
}

/** A heading for what has none: the last question of the stem; the sentences before it tell the case. */
function asking(stem: string): string {
  const sentences = stem.split(/(?<=[.?!])\s+/);
  const question = sentences.filter((sentence) => sentence.endsWith('?')).at(-1) ?? sentences[0] ?? stem;
  return question.length <= 160 ? question : `${question.slice(0, 157).replace(/\s+\S*$/, '')}…`;
}
