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

describe('a stored attempt', () => {
  it('of format 1 is read as it is, for ever', () => {
    expect(parseAttempt(question)).toEqual(question);
    expect(parseAttempt(scenario)).toEqual(scenario);
  });

  it.each([
    ['of a later format', { ...question, format: 3 }],
    ['without a moment', { ...question, atMs: 'now' }],
    ['with a verdict that is no verdict', { ...question, correct: 'yes' }],
    ['with a response that is no list', { ...question, response: 'a' }],
    ['of an unknown kind', { ...question, kind: 'poem' }],
    ['with goals that are no goals', { ...scenario, goals: [1] }],
    ['with a set that JSON cannot carry', { ...scenario, set: { '/x': Number.NaN } }],
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
