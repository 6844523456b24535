import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom, shuffle } from '../../random/random.ts';
import type { Attempt, QuestionAttempt } from '../attempt.ts';
import type { Question } from '../question-schema.ts';
import { cardsOf, type MemoryCard, retrievability, reviewsOf } from '../review/cards.ts';
import { type BankItem, chanceOfItem, difficultyOf, waysOf, waysToAnswer } from './bank-item.ts';
import { firstAnswers } from './first-answers.ts';
import { nextQuestion } from './next-question.ts';
import { objectivesOf, statedAnswers, sureButWrong } from './objectives.ts';
import { forecastOf, type ReadinessExam, recordOf } from './readiness.ts';

const DAY = 86_400_000;
const dayOf = (atMs: number) => Math.floor(atMs / DAY);
const item = (id: string, more: Partial<BankItem> = {}): BankItem => ({
  id,
  objective: 'one',
  domains: {},
  kind: 'single',
  ways: 4,
  ...more,
});
const answer = (id: string, atMs: number, correct: boolean, more: Partial<QuestionAttempt> = {}): QuestionAttempt => ({
  kind: 'question',
  id,
  version: 'v',
  response: ['a'],
  correct,
  atMs,
  ...more,
});
const bank = (count: number) => Array.from({ length: count }, (_, i) => item(`q${String(i).padStart(3, '0')}`));
const examOf = (items: readonly BankItem[], domains: ReadinessExam['domains'] = []): ReadinessExam => ({
  exam: 'SAA',
  items,
  domains,
  pass: 720,
});
const at = (day: number) => ({ dayOf, today: day, forDay: day });

describe('how hard a question is', () => {
  it.each<[Partial<BankItem>, number, number]>([
    [{}, 0, 4],
    [{ cognitive: 'recall' }, -0.5, 4],
    [{ cognitive: 'analyse', kind: 'multiple', ways: 10 }, 0.5, 10],
    [{ cognitive: 'analyse', kind: 'number', difficulty: -1.25, ways: undefined }, -1.25, 0],
  ])('%j: difficulty %d, a guess among %d', (more, difficulty, ways) => {
    expect([difficultyOf(item('q', more)), waysOf(item('q', more))]).toEqual([difficulty, ways]);
  });
});

describe('the ways to answer that a guess chooses among', () => {
  const list = (count: number, keys = 1) =>
    Array.from({ length: count }, (_, i) => ({ id: `c${i}`, ...(i < keys ? { correct: true } : {}) }));
  it.each<[string, object, number | undefined]>([
    ['one of three choices', { kind: 'single', choices: list(3) }, 3],
    ['one of five choices', { kind: 'single', choices: list(5) }, 5],
    ['a drawn answer and its two wrong values', { kind: 'single', answer: {}, distractors: list(2) }, 3],
    ['two of five', { kind: 'multiple', choices: list(5, 2) }, 10],
    ['three of six', { kind: 'multiple', choices: list(6, 3) }, 20],
    ['an order of three', { kind: 'order', steps: list(3) }, 6],
    ['an order of five is no guess', { kind: 'order', steps: list(5) }, undefined],
    ['two things to match with three', { kind: 'match', left: list(2), right: list(3) }, 9],
    ['a number is no guess', { kind: 'number', answer: {}, distractors: list(3) }, undefined],
  ])('%s', (_, question, ways) => {
    expect(waysToAnswer(question as unknown as Question)).toBe(ways);
  });
});

describe('where one stands in an objective', () => {
  const items = [item('a'), item('b'), item('c', { objective: 'two' })];
  const log = [
    answer('a', 100 * DAY, false, { certainty: 'sure' }),
    answer('b', 100 * DAY, true),
    answer('gone', 100 * DAY, true),
  ];
  const cards = cardsOf(reviewsOf(log, dayOf), { today: 100 });

  it('says what was seen, what is retained, and where one was sure and wrong', () => {
    const [one, two] = objectivesOf(log, items, { cards, today: 100 });
    expect(one).toEqual({ id: 'one', of: 2, seen: 2, right: 1, retained: 1, sureButWrong: ['a'] });
    expect(two).toEqual({ id: 'two', of: 1, seen: 0, right: 0, retained: undefined, sureButWrong: [] });
    const later = objectivesOf(log, items, { cards, today: 130 })[0]?.retained ?? 1;
    expect(later).toBeLessThan(0.9);
    expect(later).toBeGreaterThan(0);
  });

  it('counts a sure mistake until it is put right, the latest first, whatever was unsure in between', () => {
    const wrong = (id: string, atMs: number, certainty?: 'sure' | 'unsure') =>
      answer(id, atMs, false, certainty ? { certainty } : {});
    expect(sureButWrong([wrong('a', 1, 'sure'), wrong('b', 2, 'sure'), wrong('c', 3, 'unsure')])).toEqual(['b', 'a']);
    expect(sureButWrong([wrong('a', 1, 'sure'), wrong('a', 2), answer('b', 3, true)])).toEqual(['a']);
    expect(sureButWrong([answer('a', 2, true), wrong('a', 1, 'sure')])).toEqual([]);
  });

  it('takes stated certainty from the first answer of a day only', () => {
    const sure = { certainty: 'sure' as const };
    const given = [answer('a', 1, false, sure), answer('a', 2, true, sure), answer('a', DAY, true, sure)];
    expect(statedAnswers(given, dayOf)).toEqual([
      { certainty: 'sure', correct: false },
      { certainty: 'sure', correct: true },
    ]);
  });
});

describe('the next question', () => {
  it('is new, and one that three of four would get right', () => {
    const items = [-4, -0.7, 0, 3].map((difficulty) => item(`d${difficulty}`, { difficulty }));
    expect(nextQuestion([], items)?.id).toBe('d-0.7');
    expect(nextQuestion([answer('d-0.7', 1, true)], items)?.id).toBe('d0');
    expect(
      nextQuestion(
        items.map(({ id }, i) => answer(id, i, true)),
        items,
      ),
    ).toBeUndefined();
  });

  it('is easier where an objective goes badly', () => {
    const known = Array.from({ length: 6 }, (_, i) => item(`k${i}`, { objective: i < 3 ? 'weak' : 'strong' }));
    const fresh = ['weak', 'strong'].flatMap((objective) =>
      [-2, -1, 0, 1, 2].map((difficulty) => item(`${objective}${difficulty}`, { objective, difficulty })),
    );
    const log = known.map(({ id, objective }, i) => answer(id, i, objective === 'strong'));
    const only = (objective: string) => [...known, ...fresh.filter((one) => one.objective === objective)];
    const weak = nextQuestion(log, only('weak'))?.difficulty ?? 0;
    expect(weak).toBeLessThan(nextQuestion(log, only('strong'))?.difficulty ?? 0);
  });
});

describe('a forecast', () => {
  const items = bank(40);
  const answered = (count: number, right: number) =>
    items.slice(0, count).map(({ id }, i) => answer(id, 100 * DAY + i, i < right));

  it('needs ten first answers to questions of the exam', () => {
    expect(forecastOf(answered(9, 9), examOf(items), at(101))).toBeUndefined();
    expect(forecastOf([...answered(9, 9), answer('other', 1, true)], examOf(items), at(101))).toBeUndefined();
    expect(forecastOf(answered(10, 9), examOf(items), at(101))?.answered).toBe(10);
  });

  it('of questions that were never seen is the chance of the Elo rule', () => {
    const [first, second] = [bank(10), bank(30).slice(10)];
    const log = first.map(({ id }, i) => answer(id, 100 * DAY + i, i % 2 === 0));
    // The questions of the log weigh nothing: their domain is not asked.
    const placed = [
      ...first.map((one) => ({ ...one, domains: { SAA: 'x' } })),
      ...second.map((one) => ({ ...one, domains: { SAA: 'y' } })),
    ];
    const forecast = forecastOf(log, examOf(placed, [{ id: 'y', weight: 100 }]), at(101));
    let ability = 0;
    for (const [n, { correct }] of log.entries())
      ability += ((correct ? 1 : 0) - chanceOfItem(ability, item('q'))) / (1 + 0.05 * n);
    expect(forecast?.score).toBe(Math.round(100 + 900 * chanceOfItem(ability, item('q'))));
  });

  it('weighs domains as the exam does', () => {
    const placed = items.map((one, i) => ({ ...one, domains: { SAA: i < 20 ? 'known' : 'unknown' } }));
    const log = placed.slice(0, 20).map(({ id }, i) => answer(id, 100 * DAY + i, true));
    const score = (known: number) =>
      forecastOf(
        log,
        examOf(placed, [
          { id: 'known', weight: known },
          { id: 'unknown', weight: 100 - known },
        ]),
        at(101),
      )?.score ?? 0;
    expect(score(90)).toBeGreaterThan(score(10));
  });

  it('falls as what was learned is forgotten, and its interval narrows with answers', () => {
    const soon = forecastOf(answered(30, 25), examOf(items), { dayOf, today: 101, forDay: 101 });
    const later = forecastOf(answered(30, 25), examOf(items), { dayOf, today: 101, forDay: 161 });
    expect(later?.score).toBeLessThan(soon?.score ?? 0);
    const width = (count: number) => {
      const { low = 0, high = 0 } = forecastOf(answered(count, count * 0.7), examOf(items), at(101)) ?? {};
      return high - low;
    };
    expect(width(40)).toBeLessThan(width(10));
  });

  it('does not take what was just answered, wrong or right, for what will be known in an exam of the same day', () => {
    const today = (right: number) => forecastOf(answered(40, right), examOf(items), at(100))?.score ?? 0;
    expect(today(0)).toBeLessThan(900);
    expect(today(40)).toBeGreaterThan(today(0));
    expect(today(40)).toBeLessThan(1000);
    expect(forecastOf(answered(40, 20), examOf(items), at(101))?.score).toBe(today(20));
  });

  it('judges how fast an answer was by all of the learner, not by one exam', () => {
    const slow = Array.from({ length: 9 }, (_, i) => answer(`other${i}`, i, true, { tookMs: 60_000 }));
    const sure = { certainty: 'sure' as const, tookMs: 30_000 };
    const mine = items.map(({ id }, i) => answer(id, 100 * DAY + i, true, { ...sure, tookMs: sure.tookMs + i }));
    const score = (log: QuestionAttempt[]) => forecastOf(log, examOf(items), { ...at(100), forDay: 160 })?.score ?? 0;
    const many = Array.from({ length: 50 }, (_, i) => ({ ...(slow[0] as QuestionAttempt), id: `many${i}` }));
    expect(score([...mine, ...many])).toBeGreaterThan(score(mine));
  });

  it('lies inside its interval and the scale, is the same in any order of the log, and rises with right answers', () => {
    const outcomes = fc.array(fc.boolean(), { minLength: 10, maxLength: 40 });
    fc.assert(
      fc.property(outcomes, fc.nat(39), fc.integer({ min: 0, max: 60 }), (given, which, wait) => {
        const log = given.map((correct, i) => answer(items[i]?.id ?? '', (100 + (i % 5)) * DAY + i, correct));
        const when = { dayOf, today: 105, forDay: 105 + wait };
        const forecast = forecastOf(log, examOf(items), when);
        if (forecast === undefined) throw new Error('ten answers give a forecast');
        expect(forecast.low).toBeGreaterThanOrEqual(100);
        expect(forecast.low).toBeLessThanOrEqual(forecast.score);
        expect(forecast.score).toBeLessThanOrEqual(forecast.high);
        expect(forecast.high).toBeLessThanOrEqual(1000);
        expect(forecast.passing).toBeGreaterThanOrEqual(0);
        expect(forecast.passing).toBeLessThanOrEqual(1);
        expect(forecastOf([...log].reverse(), examOf(items), when)).toEqual(forecast);
        const better = log.map((one, i) => (i === which % log.length ? { ...one, correct: true } : one));
        expect(forecastOf(better, examOf(items), when)?.score).toBeGreaterThanOrEqual(forecast.score);
      }),
    );
  });
});

describe('the record of forecasts', () => {
  const items = bank(40);
  const isOf = (blueprint: string) => blueprint === 'SAA';
  const sitting = (id: string, atMs: number, right: number, blueprint = 'SAA'): Attempt[] => {
    const questions = items.slice(10, 30).map((one) => one.id);
    const event = (event: Extract<Attempt, { kind: 'sitting' }>['event'], after = 0): Attempt => ({
      kind: 'sitting',
      id,
      atMs: atMs + after,
      event,
    });
    return [
      event({ what: 'began', blueprint, seed: 1, questions, minutes: 40, lang: 'en' }),
      event({ what: 'submitted', by: 'learner' }, 1000),
      ...questions.map((question, i) => answer(question, atMs + 1000, i < right, { behaviour: 'exam', sitting: id })),
    ];
  };
  const before = items.slice(0, 10).map(({ id }, i) => answer(id, 100 * DAY + i, i < 7));

  it('says for each exam what would have been forecast when it began, and whether it hit', () => {
    const log = [...before, ...sitting('s1', 101 * DAY, 14), ...sitting('s2', 140 * DAY, 1)];
    const record = recordOf(log, examOf(items), { dayOf, isOf });
    expect(record.map(({ sitting: id, score, hit }) => [id, score, hit])).toEqual([
      ['s1', 730, true],
      ['s2', 145, false],
    ]);
    const then = forecastOf(before, examOf(items), { ...at(101), scored: 20 });
    expect(record[0]).toMatchObject({ low: then?.low, high: then?.high });
  });

  it('scores only what counts, where the exam says what that is', () => {
    const log = sitting('s1', 101 * DAY, 10).map((one): Attempt => {
      if (one.kind !== 'sitting' || one.event.what !== 'began') return one;
      const paper = one.event.questions.map((_, i) => ({ version: 'v', domain: 'x', scored: i < 10 }));
      return { ...one, event: { ...one.event, paper } };
    });
    expect(recordOf([...before, ...log], examOf(items), { dayOf, isOf })[0]?.score).toBe(1000);
  });

  it('holds nothing of other exams, of exams under way, of those without a forecast or an answer', () => {
    const other = sitting('s1', 101 * DAY, 14, 'DVA');
    const open = sitting('s2', 102 * DAY, 14).filter((one) => one.kind !== 'sitting' || one.event.what === 'began');
    const early = sitting('s3', 1 * DAY, 14);
    const empty = sitting('s4', 103 * DAY, 14).filter((one) => one.kind === 'sitting');
    expect(recordOf([...before, ...other, ...open, ...empty], examOf(items), { dayOf, isOf })).toEqual([]);
    expect(recordOf([...before, ...early], examOf(items), { dayOf, isOf })).toEqual([]);
  });

  it('counts what was left unanswered as wrong there, and as no answer anywhere else', () => {
    const unanswered = (one: Attempt, i: number): Attempt =>
      one.kind === 'question' && i >= 12 ? { ...one, response: null, correct: false } : one;
    const log = [...before, ...sitting('s1', 101 * DAY, 20).map(unanswered)];
    expect(recordOf(log, examOf(items), { dayOf, isOf })[0]?.score).toBe(100 + (900 * 10) / 20);
    expect(firstAnswers(log)).toHaveLength(20);
    expect(reviewsOf(log, dayOf).size).toBe(20);
    const none = sitting('s1', 101 * DAY, 0).map((one) => (one.kind === 'question' ? { ...one, response: null } : one));
    expect(recordOf([...before, ...none], examOf(items), { dayOf, isOf })).toEqual([]);
  });

  it('is the same whatever the order of the log', () => {
    const log = [...before, ...sitting('s1', 101 * DAY, 14), ...sitting('s2', 140 * DAY, 3)];
    for (let seed = 0; seed < 20; seed++) {
      const mixed = shuffle(log, randomFrom('mixed', seed));
      expect(recordOf(mixed, examOf(items), { dayOf, isOf }), `seed ${seed}`).toEqual(
        recordOf(log, examOf(items), { dayOf, isOf }),
      );
    }
  });

  it('hits at least as often for learners who remember as FSRS says', () => {
    const wide = bank(60);
    let hits = 0;
    const learners = 200;
    for (let learner = 0; learner < learners; learner++) {
      const random = randomFrom('rememberer', learner);
      const chance = (value: number) => random.below(10_000) < 10_000 * value;
      const skill = random.below(100) / 100;
      const log = wide.map(({ id }, i) => answer(id, 100 * DAY + i, chance(skill)));
      const memory = new Map(cardsOf(reviewsOf(log, dayOf), { today: 100 }).map((card) => [card.id, card]));
      const kept = wide.map(({ id }) => retrievability(memory.get(`question:${id}`) as MemoryCard, 120));
      const right = kept.filter((r) => chance(r + (1 - r) / 4)).length;
      const when = { dayOf, today: 100, forDay: 120, scored: wide.length };
      const { low = 0, high = 0 } = forecastOf(log, examOf(wide), when) ?? {};
      const score = 100 + (900 * right) / wide.length;
      if (score >= low && score <= high) hits++;
    }
    expect(hits / learners).toBeGreaterThan(0.75);
  });

  it('hits about eight times in ten for learners who answer by chance as the model says', () => {
    const wide = bank(200);
    let hits = 0;
    const learners = 200;
    for (let learner = 0; learner < learners; learner++) {
      const random = randomFrom('learner', learner);
      const ability = random.below(400) / 100 - 1.5;
      const isRight = (one: BankItem) => random.below(10_000) < 10_000 * chanceOfItem(ability, one);
      const order = shuffle(wide, random);
      const practised = order.slice(0, 30).map((one, i) => answer(one.id, 100 * DAY + i, isRight(one)));
      const asked = order.slice(30, 80);
      const right = asked.filter(isRight).length;
      const fresh = asked.map((one) => ({ ...one, domains: { SAA: 'new' } }));
      const exam = examOf([...order.slice(0, 30), ...fresh], [{ id: 'new', weight: 100 }]);
      const forecast = forecastOf(practised, exam, { ...at(100), scored: asked.length });
      const score = 100 + (900 * right) / asked.length;
      if (forecast && score >= forecast.low && score <= forecast.high) hits++;
    }
    expect(hits / learners).toBeGreaterThan(0.7);
    expect(hits / learners).toBeLessThan(0.92);
  });
});

describe('first answers', () => {
  it('are the first by time, of any order of the log', () => {
    const log = [answer('a', 3, true), answer('b', 2, true), answer('a', 1, false)];
    expect(firstAnswers(log).map(({ id, correct }) => [id, correct])).toEqual([
      ['a', false],
      ['b', true],
    ]);
  });
});
