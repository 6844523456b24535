import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../src/disk/check-files.ts';
import { sayFault } from '../src/disk/load-yaml.ts';
import { LANGUAGES } from '../src/i18n/text.ts';
import { claimCoverage } from '../src/library/check-claims.ts';
import { lessonOrder } from '../src/library/library.ts';
import { proveQuestion } from '../src/quiz-engine/proof.ts';
import type { Question } from '../src/quiz-engine/question-schema.ts';

/** The day on which all sources were compared last; a test that asked the clock would break by itself one day. */
const TODAY = '2026-11-22';
const FAR = 9_973;
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const { library, faults } = checkFiles(ROOT, { today: TODAY });
const lessons = library.lessons.map((lesson) => lesson.value);
const written = lessonOrder(
  library.curriculum?.value ?? { tracks: [], topics: [], objectives: [], exams: [], scenarioOrder: [] },
);
const questionsOf = (slug: string) =>
  library.questions.map((question) => question.value).filter((question) => question.lesson.startsWith(`${slug}#`));

describe('the content of this repository', () => {
  it('has no error', () => {
    expect(faults.filter((fault) => fault.level === 'error').map(sayFault)).toEqual([]);
  });

  it('keeps the 251 claims of its subject, in both languages', () => {
    expect(library.claims).toHaveLength(251);
    const untold = library.claims.filter(({ value }) => value.claim.ko === undefined || value.fact.ko === undefined);
    expect(untold.map(({ value }) => value.id)).toEqual([]);
  });

  it('teaches and tests every claim whose topic has a lesson', () => {
    const topics = library.curriculum?.value.topics.filter((topic) => written.includes(topic.lesson ?? '')) ?? [];
    const due = library.claims.filter(({ value }) => topics.some((topic) => topic.id === value.topic));
    const { taught, tested } = claimCoverage(library);
    expect(due.length).toBeGreaterThan(0);
    expect(taught).toBeGreaterThanOrEqual(due.length);
    expect(tested).toBeGreaterThanOrEqual(due.length);
  });

  it('is large and mixed enough: 200 questions, 60 % of them single at most, 30 with draws', () => {
    const kinds = library.questions.map(({ value }) => value.kind);
    expect(kinds.length).toBeGreaterThanOrEqual(200);
    expect(kinds.filter((kind) => kind === 'single').length / kinds.length).toBeLessThanOrEqual(0.6);
    expect(library.questions.filter(({ value }) => 'draws' in value && value.draws).length).toBeGreaterThanOrEqual(30);
  });

  it('proves the key of at least 90 questions by simulation', () => {
    const isProved = ({ value }: (typeof library.questions)[number]) =>
      value.kind === 'scenario' ||
      (value.kind === 'case' ? value.parts : [value]).some(
        (part) =>
          ('proof' in part && part.proof) || ('answer' in part && ('simulate' in part.answer || part.answer.proof)),
      );
    expect(library.questions.filter(isProved).length).toBeGreaterThanOrEqual(90);
  });

  it.each(LANGUAGES)('draws at least 36 different diagrams in "%s"', (language) => {
    const drawn = lessons.filter((lesson) => lesson.language === language).flatMap(({ diagrams }) => diagrams);
    expect(new Set(drawn.map(({ source }) => source)).size).toBeGreaterThanOrEqual(36);
  });

  it('knows of every lesson that its two languages were compared', () => {
    const compared = library.translations.map(({ value }) => value.id).sort();
    expect(compared).toEqual([...written].sort());
  });
});

describe('every proof of the bank', () => {
  const find = (id: string) => library.scenarios.find(({ value }) => value.id === id)?.value.scenario;
  const whole = library.questions.map(({ value }) => value);
  const proved = [...whole, ...whole.flatMap((value) => (value.kind === 'case' ? value.parts : []))].flatMap(
    (value) => {
      const wrong = withWrongKey(value);
      return wrong === undefined ? [] : [[value.kind, value.id, value, wrong] as const];
    },
  );

  it.each(proved)('catches a wrong key (%s, %s)', (_, __, value, wrong) => {
    expect(proveQuestion(value, find).message).toBe('');
    expect(proveQuestion(wrong, find).message).toMatch(/its key/);
  });

  it.each(['single', 'multiple', 'order', 'match'])('exists of kind %s', (kind) => {
    expect(proved.map(([each]) => each)).toContain(kind);
  });
});

/** The question with another key; undefined when no run decides the one it has. */
function withWrongKey(question: Question): Question | undefined {
  if ('answer' in question) {
    const { value, proof } = question.answer;
    if (value === undefined || proof === undefined) return undefined;
    // So far off that no wrong value of the question stands there.
    const far = typeof value === 'number' ? value + FAR : `${value} + ${FAR}`;
    return { ...question, answer: { ...question.answer, value: far } };
  }
  if (!('proof' in question) || question.proof === undefined) return undefined;
  if (question.kind === 'order') {
    const [first, second, ...rest] = question.steps;
    return first && second && { ...question, steps: [second, first, ...rest] };
  }
  if (question.kind === 'match') {
    const [left, right] = Object.entries(question.pairs)[0] as [string, string];
    const other = question.right.find(({ id }) => id !== right)?.id as string;
    return { ...question, pairs: { ...question.pairs, [left]: other } };
  }
  if (!('choices' in question)) return undefined;
  // The key moves on by one choice.
  const keys = question.choices.map(({ correct }) => correct);
  const choices = question.choices.map(({ correct: _, ...choice }, i) =>
    keys.at(i - 1) ? { ...choice, correct: true as const } : choice,
  );
  return { ...question, choices };
}

describe.each(written)('the lesson %s', (slug) => {
  const versions = lessons.filter((lesson) => lesson.slug === slug);

  it('stands in both languages', () => {
    expect(versions.map((lesson) => lesson.language)).toEqual([...LANGUAGES]);
  });

  it('has at least ten questions, each with a reason for every choice', () => {
    expect(questionsOf(slug).length).toBeGreaterThanOrEqual(10);
  });

  it.each(LANGUAGES)('draws, asks, runs and cites in "%s"', (language) => {
    const lesson = versions.find((version) => version.language === language);
    expect(lesson?.diagrams.length).toBeGreaterThanOrEqual(2);
    expect(lesson?.questions.length).toBeGreaterThanOrEqual(3);
    // What the simulator does not know has nothing to run.
    if (lesson?.frontMatter.scenario) expect(lesson.scenarios.length).toBeGreaterThanOrEqual(1);
    expect(lesson?.citations.length).toBeGreaterThanOrEqual(5);
    expect(lesson?.anchors.map((heading) => heading.id)).toContain('summary');
  });

  it('embeds the same questions and scenarios in both languages, in the same order', () => {
    const [en, ko] = versions.map((lesson) => [...lesson.questions, ...lesson.scenarios].map((mention) => mention.id));
    expect(ko).toEqual(en);
  });

  it('asks no question about another lesson', () => {
    const own = questionsOf(slug).map((question) => question.id);
    expect(versions[0]?.questions.map((mention) => mention.id).filter((id) => !own.includes(id))).toEqual([]);
  });
});
