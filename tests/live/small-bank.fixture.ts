import { halfTheFleet } from '../../src/islands/lab/scenario.fixture.ts';
import type { AskedQuestion, QuestionKey, QuestionSet } from '../../src/quiz-engine/asked/asked-question.ts';

/** Words that stand in keys and reasons alone: no player may ever read one before the reveal. */
export const SECRETS = ['KEYWORD-WHY', 'KEYWORD-LESSON', 'KEYWORD-VERSION', 'KEYWORD-OBJECTIVE'];

const shared = {
  version: 'KEYWORD-VERSION',
  lesson: '/lessons/small/#KEYWORD-LESSON',
  lessonTitle: 'Small',
  objective: 'KEYWORD-OBJECTIVE',
};

const choices = ['a', 'b', 'c'].map((id) => ({ id, html: `Choice ${id}` }));
const single = (id: string): [AskedQuestion, QuestionKey] => [
  { id, set: 'small', kind: 'single', stemHtml: `<p>Which one, ${id}?</p>`, choices, pick: 1 },
  {
    ...shared,
    grading: { kind: 'single', choices: [{ id: 'a', correct: true }, { id: 'b' }, { id: 'c' }] },
    whyHtml: { a: 'KEYWORD-WHY a', b: 'KEYWORD-WHY b', c: 'KEYWORD-WHY c' },
  },
];

/** One question of each kind. */
const BANK: [AskedQuestion, QuestionKey][] = [
  single('one'),
  single('two'),
  [
    { id: 'several', set: 'small', kind: 'multiple', stemHtml: '<p>Which two?</p>', choices, pick: 2 },
    {
      ...shared,
      grading: { kind: 'multiple', choices: [{ id: 'a', correct: true }, { id: 'b', correct: true }, { id: 'c' }] },
      whyHtml: { a: 'KEYWORD-WHY', b: 'KEYWORD-WHY', c: 'KEYWORD-WHY' },
    },
  ],
  [
    { id: 'count', set: 'small', kind: 'number', stemHtml: '<p>How many?</p>', unitHtml: 'tasks' },
    { ...shared, grading: { kind: 'number', value: 424242 }, whyHtml: { value: 'KEYWORD-WHY' } },
  ],
  [
    { id: 'steps', set: 'small', kind: 'order', stemHtml: '<p>In which order?</p>', steps: choices },
    { ...shared, grading: { kind: 'order', steps: ['c', 'a', 'b'] }, whyHtml: { a: 'KEYWORD-WHY' } },
  ],
  [
    {
      id: 'pairs',
      set: 'small',
      kind: 'match',
      stemHtml: '<p>What goes with what?</p>',
      left: choices,
      right: [
        { id: 'x', text: 'X' },
        { id: 'y', text: 'Y' },
      ],
    },
    { ...shared, grading: { kind: 'match', pairs: { a: 'x', b: 'y', c: 'x' } }, whyHtml: { a: 'KEYWORD-WHY' } },
  ],
  [
    { id: 'task', set: 'small', kind: 'scenario', stemHtml: '<p>Make it settle.</p>', scenario: 'rolling/half' },
    { ...shared, whyHtml: {}, runs: { solution: '/lab/rolling/half/#KEYWORD-WHY' } },
  ],
  [
    {
      id: 'rush',
      set: 'small',
      kind: 'case',
      stemHtml: '<p>At noon everybody comes.</p>',
      parts: [
        { id: 'why', set: 'small', kind: 'single', stemHtml: '<p>Why?</p>', choices, pick: 1 },
        { id: 'mend', set: 'small', kind: 'scenario', stemHtml: '<p>Mend it.</p>', scenario: 'rolling/half' },
      ],
    },
    {
      ...shared,
      grading: { kind: 'case', parts: { why: { kind: 'single', choices: [{ id: 'a', correct: true }, { id: 'b' }] } } },
      whyHtml: {},
      parts: {
        why: {
          ...shared,
          grading: { kind: 'single', choices: [{ id: 'a', correct: true }, { id: 'b' }] },
          whyHtml: { a: 'KEYWORD-WHY' },
        },
        mend: { ...shared, whyHtml: {}, runs: { solution: '/lab/rolling/half/#KEYWORD-WHY' } },
      },
    },
  ],
];

const setOf = (bank: readonly [AskedQuestion, QuestionKey][]): QuestionSet => ({
  format: 2,
  asked: Object.fromEntries(bank.map(([asked]) => [asked.id, asked])),
  questions: Object.fromEntries(bank.map(([asked, key]) => [asked.id, key])),
});

const hidden = single('hidden');

/** What a built site holds, by path. */
export const smallBank: Record<string, unknown> = {
  'bank.json': {
    format: 1,
    questions: BANK.map(([{ id, kind }]) => ({ id, set: 'small', kind, apart: id === 'one' ? ['two'] : [] })),
  },
  'en/questions/small.json': setOf(BANK),
  'ko/questions/small.json': setOf(BANK),
  'scenarios/rolling/half.json': halfTheFleet,
  'live/sets.json': ['small'],
  'live/en/small.json': setOf([hidden]),
  'live/ko/small.json': setOf([hidden]),
};
