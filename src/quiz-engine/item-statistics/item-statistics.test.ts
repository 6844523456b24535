import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../random/random.ts';
import { ATTEMPT_FORMAT, type StoredAttempt } from '../attempt.ts';
import { type ItemStatistics, itemStatistics } from './item-statistics.ts';
import { learnersOf } from './learners.ts';

type Answer = Partial<Extract<StoredAttempt, { kind: 'question' }>>;
let keys = 0;
const answer = (id: string, correct: boolean, more: Answer = {}): StoredAttempt => ({
  kind: 'question',
  format: ATTEMPT_FORMAT,
  key: `k${keys++}`,
  id,
  version: 'v1',
  response: [correct ? 'a' : 'b'],
  correct,
  atMs: 1,
  ...more,
});
const flagsOf = (statistics: ItemStatistics, id: string) => statistics.questions.find((one) => one.id === id)?.flags;

/**
 * Logs of learners of rising strength on `questions` questions; the seed decides. `answerOf` may change what a learner of a
 * strength (0 to 1) answers to the first.
 */
function classOf(
  { learners, questions, seed }: { learners: number; questions: number; seed: string },
  answerOf?: (strength: number, learner: number, isRight: boolean) => Answer,
): StoredAttempt[][] {
  return Array.from({ length: learners }, (_, learner) => {
    const chance = randomFrom('class', seed, learner);
    const strength = learner / learners;
    return Array.from({ length: questions }, (_, index) => {
      const isRight = chance.below(1000) < 200 + 600 * strength;
      const wrong = ['b', 'c', 'd'][chance.below(3)] as string;
      const given = { response: [isRight ? 'a' : wrong], correct: isRight };
      const changed = index === 0 ? answerOf?.(strength, learner, isRight) : undefined;
      return answer(`q${index}`, isRight, { ...given, ...changed });
    });
  });
}

describe('which attempts count', () => {
  it('only the first of each learner at each question, by the clock and not by the place in the file', () => {
    const { questions, attempts, later } = itemStatistics([
      [answer('q', true, { atMs: 9 }), answer('q', false, { atMs: 3 }), answer('q', true, { atMs: 5 })],
      [answer('q', true)],
    ]);
    expect(questions[0]).toMatchObject({ n: 2, facility: 0.5 });
    expect([attempts, later]).toEqual([4, 2]);
  });

  it('versions are never mixed, and a reworded question is new only to who never met it', () => {
    const { questions } = itemStatistics([
      [answer('q', false, { atMs: 1 }), answer('q', true, { atMs: 2, version: 'v2' })],
      [answer('q', true, { version: 'v2' })],
    ]);
    expect(questions.map(({ id, version, n, facility }) => [id, version, n, facility])).toEqual([
      ['q', 'v1', 1, 0],
      ['q', 'v2', 1, 1],
    ]);
  });

  it('other events of a log are passed over', () => {
    const mark: StoredAttempt = { kind: 'mark', id: 'question:q', atMs: 1, bookmarked: true, format: 2, key: 'm' };
    expect(itemStatistics([[mark, answer('q', true)]])).toMatchObject({ attempts: 1, learners: 1 });
    expect(itemStatistics([])).toEqual({ learners: 0, attempts: 0, later: 0, questions: [], test: undefined });
  });
});

describe('who is one learner', () => {
  it('files that share an attempt are one, over any number of steps', () => {
    const [a, b, c, d] = ['q1', 'q2', 'q3', 'q4'].map((id) => answer(id, true)) as [
      StoredAttempt,
      StoredAttempt,
      StoredAttempt,
      StoredAttempt,
    ];
    const learners = learnersOf([[a], [d], [b, c], [a, b]]);
    expect(learners.map((log) => log.map(({ id }) => id).sort())).toEqual([['q1', 'q2', 'q3'], ['q4']]);
    expect(
      learnersOf([
        [a, b],
        [a, b],
      ]),
    ).toHaveLength(1);
    expect(learnersOf([[], []])).toHaveLength(2);
  });
});

describe('flags', () => {
  it('say only "too few" below 30 learners', () => {
    const statistics = itemStatistics(classOf({ learners: 29, questions: 3, seed: 'few' }));
    for (const { flags } of statistics.questions) expect(flags).toEqual(['too-few']);
  });

  it('say from 30 to 99 that correlations need more', () => {
    const statistics = itemStatistics(classOf({ learners: 60, questions: 5, seed: 'some' }));
    for (const { flags } of statistics.questions) expect(flags).toContain('few-for-r');
  });

  it('find a seeded wrong key: the strong are marked wrong, and what they chose is named', () => {
    const logs = classOf({ learners: 200, questions: 20, seed: 'wrong key' }, (_, __, isRight) =>
      isRight ? { response: ['b'], correct: false } : { response: ['a'], correct: true },
    );
    const statistics = itemStatistics(logs);
    expect(flagsOf(statistics, 'q0')).toEqual(
      expect.arrayContaining(['check-key', 'suspect-key', 'negative-covariance']),
    );
    const [wrong] = statistics.questions[0]?.answers.options.filter(({ inverted }) => inverted) ?? [];
    expect(wrong?.id).toBe('b');
    expect(statistics.questions[0]?.effectiveWeight).toBe(0);
    expect(
      statistics.questions
        .slice(1)
        .flatMap(({ flags }) => flags)
        .filter((flag) => /key/.test(flag)),
    ).toEqual([]);
  });

  it('find a question that is only hard in Korean', () => {
    const inKorean = (learner: number) => learner % 2 === 1;
    const logs = classOf({ learners: 300, questions: 20, seed: 'translation' }, (_, learner, isRight) => {
      const correct = isRight && (!inKorean(learner) || learner % 8 === 1);
      return { correct, response: [correct ? 'a' : 'b'] };
    }).map((log, learner) =>
      log.map((one) => ({ ...one, lang: inKorean(learner) ? ('ko' as const) : ('en' as const) })),
    );
    const { questions } = itemStatistics(logs);
    expect(questions[0]?.flags).toContain('review-translation');
    expect(questions[0]?.difference.delta).toBeLessThan(-1.5);
    expect(questions.slice(1).filter(({ flags }) => flags.includes('review-translation'))).toEqual([]);
  });

  it('find the too easy, the too hard and the distractor that nobody takes', () => {
    const known = { version: 'v1', kind: 'single' as const, guess: 0.25 };
    const choices = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, correct: id === 'a' }));
    const logs = classOf({ learners: 120, questions: 10, seed: 'ends' }, () => ({ correct: true, response: ['a'] }));
    const hard = logs.map((log, learner) => [...log, answer('hard', learner % 12 === 0)]);
    const statistics = itemStatistics(hard, (id) => (id === 'hard' ? undefined : { ...known, choices }));
    expect(flagsOf(statistics, 'q0')).toContain('too-easy');
    expect(flagsOf(statistics, 'hard')).toContain('too-hard');
    expect(flagsOf(statistics, 'q1')).toContain('idle-distractor');
    const easy = statistics.questions.find(({ id }) => id === 'q0');
    expect([easy?.chanceCorrected, easy?.wording]).toEqual([1, 'current']);
    expect(itemStatistics(hard, () => ({ ...known, version: 'v9' })).questions[0]?.wording).toBe('earlier');
  });
});

describe('always', () => {
  it('who a learner is and the order of files change nothing', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 12 }), (seed, learners) => {
        const logs = classOf({ learners, questions: 4, seed: `${seed}` });
        const renamed = logs.map((log) => log.map((one) => ({ ...one, key: `other ${one.key}` }))).reverse();
        const round = (statistics: ItemStatistics) =>
          JSON.parse(JSON.stringify(statistics), (_, value) =>
            typeof value === 'number' ? Number(value.toFixed(9)) + 0 : value,
          );
        expect(round(itemStatistics(renamed))).toEqual(round(itemStatistics(logs)));
      }),
      { numRuns: 30, examples: [[620, 11]] },
    );
  });
});
