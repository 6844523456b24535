import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attempt, parseAttempt } from './attempt.ts';
import { foldProgress } from './progress.ts';

const question = {
  format: 1,
  key: 'k1',
  kind: 'question',
  id: 'q',
  version: 'v',
  response: ['a'],
  correct: true,
  atMs: 5,
};
const scenario = {
  format: 1,
  key: 'k2',
  kind: 'scenario',
  id: 's/x',
  set: { '/services/0/desiredCount': 4 },
  met: true,
  goals: [{ id: 'done', met: true }],
  atMs: 6,
};

const sitting = (event: object) => ({ format: 2, key: 'k3', kind: 'sitting', id: 'e1', atMs: 7, event });

/** One of each shape, as it lies on the devices of learners. */
const SECOND_FORMAT: object[] = [
  {
    ...{ ...question, format: 2, response: { a: 'x' }, behaviour: 'exam', certainty: 'sure', tookMs: 4200, seed: 7 },
    ...{ hints: 1, lang: 'ko', sitting: 'e1', clockMs: 4 },
  },
  { ...scenario, format: 2, seed: 3, hints: 2, sawSolution: true },
  sitting({
    ...{ what: 'began', blueprint: 'DVA-C02', seed: 7, questions: ['q'], minutes: 2, lang: 'en' },
    paper: [{ version: 'v', domain: 'd', scored: true }],
  }),
  sitting({ what: 'answered', question: 'q', response: { '/services/0/desiredCount': 4 }, certainty: 'fairly' }),
  sitting({ what: 'answered', question: 'q', response: null, tookMs: 900 }),
  sitting({ what: 'flagged', question: 'q', flagged: true }),
  sitting({ what: 'submitted', by: 'bell' }),
  { format: 2, key: 'k4', kind: 'mark', id: 'section:l#a', atMs: 8, bookmarked: true, note: 'n' },
  { format: 2, key: 'k5', kind: 'mark', id: 'exam-date:DVA', atMs: 9, day: '2026-11-30' },
];

describe('a stored attempt', () => {
  it('of format 1 is read as it is, for ever', () => {
    expect(parseAttempt(question)).toEqual(question);
    expect(parseAttempt(scenario)).toEqual(scenario);
  });

  it.each(SECOND_FORMAT)('of format 2 is read as it is, for ever: %j', (record) => {
    expect(parseAttempt(record)).toEqual(record);
  });

  it.each([
    ['of a later format', { ...question, format: 3 }],
    ['without a moment', { ...question, atMs: 'now' }],
    ['with a verdict that is no verdict', { ...question, correct: 'yes' }],
    ['with a response that is no list', { ...question, response: 'a' }],
    ['of an unknown kind', { ...question, kind: 'poem' }],
    ['with goals that are no goals', { ...scenario, goals: [1] }],
    ['with a set that JSON cannot carry', { ...scenario, set: { '/x': Number.NaN } }],
    ['with a time below nothing', sitting({ what: 'answered', question: 'q', response: 4, tookMs: -1 })],
    ['with an event that no exam has', sitting({ what: 'cheated', question: 'q' })],
    ['that is text', 'attempt'],
    ['that is nothing', null],
  ])('%s is refused, not guessed at', (_, record) => {
    expect(parseAttempt(record)).toBeUndefined();
  });

  it('never throws, whatever was stored', () => {
    fc.assert(fc.property(fc.anything(), (record) => void parseAttempt(record)));
  });
});

describe('progress', () => {
  const attempt: fc.Arbitrary<Attempt> = fc.record({
    kind: fc.constant('question' as const),
    id: fc.constantFrom('a', 'b'),
    version: fc.constant('v'),
    response: fc.constant(['a']),
    correct: fc.boolean(),
    atMs: fc.nat({ max: 4 }),
  });

  it('does not depend on the order of the log', () => {
    fc.assert(
      fc.property(fc.array(attempt), (log) => {
        expect(foldProgress([...log].reverse())).toEqual(foldProgress(log));
      }),
    );
  });

  it('says right at least once, and what came last', () => {
    const log = [true, false].map((correct, index) => ({
      ...question,
      kind: 'question' as const,
      correct,
      atMs: index,
    }));
    expect(foldProgress(log).questions.q).toEqual({ tries: 2, everCorrect: true, lastCorrect: false, lastAtMs: 1 });
  });
});
