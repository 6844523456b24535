import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOf, valuesAt } from '../simulator/scenario/draws.ts';
import { readScenario } from '../simulator/scenario/scenario-schema.ts';
import { applySet } from '../simulator/scenario/set.ts';
import { simulate } from '../simulator/simulate.ts';
import type { NumberQuestion } from './kinds/number-schema.ts';
import { proveQuestion } from './proof.ts';
import { readQuestions } from './question-schema.ts';
import { fillText, type RunScenario, variantAt, variantOf } from './variants.ts';

const T = (text: string) => ({ en: text, ko: text });
const draws = { desired: { from: 2, to: 12 }, min: [50, 60, 75] };
const question = (changed: Partial<NumberQuestion>): NumberQuestion => ({
  id: 'floor',
  lesson: 'ecs-rolling-updates#rounding',
  objective: 'deploy.rolling-update',
  exams: ['SAA'],
  claims: [],
  kind: 'number',
  cognitive: 'apply',
  stem: T('{desired} tasks at {min} %'),
  draws,
  answer: { value: 'ceil(desired * min / 100)', why: T('rounded up') },
  distractors: [{ value: 'floor(desired * min / 100)', why: T('rounded down from {desired}'), belief: 'rounds-down' }],
  sources: ['s'],
  ...changed,
});
const none: RunScenario = () => undefined;

describe('draws', () => {
  it('give every drawing once before one comes again, for every seed', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const count = countOf(draws);
        const seen = Array.from({ length: count }, (_, place) => JSON.stringify(valuesAt(draws, seed, place)));
        expect(count).toBe(33);
        expect(new Set(seen).size).toBe(count);
        expect(JSON.stringify(valuesAt(draws, seed, count))).toBe(seen[0]);
      }),
      { numRuns: 50 },
    );
  });

  it('come in another order for another seed', () => {
    const order = (seed: number) => JSON.stringify(Array.from({ length: 33 }, (_, n) => valuesAt(draws, seed, n)));
    expect(new Set([1, 2, 3, 4].map(order)).size).toBe(4);
  });

  it('in which two options coincide are drawn again', () => {
    // 4 × 50 / 100 is 2 both ways.
    expect(variantOf(question({}), { desired: 4, min: 50 }, none)).toBeUndefined();
    const { variant } = variantAt(question({}), 1, 0, none) ?? {};
    expect(variant?.key).not.toBe(variant?.distractors[0]?.value);
  });

  it('that never give two different options give nothing, and do not hang', () => {
    const same = question({ distractors: [{ value: 'ceil(desired * min / 100)', why: T('same') }] });
    expect(variantAt(same, 1, 0, none)).toBeUndefined();
  });

  it('fill stem and reasons', () => {
    const variant = variantOf(question({}), { desired: 5, min: 50 }, none);
    expect(variant).toMatchObject({ key: 3, distractors: [{ value: 2, why: T('rounded down from 5') }] });
    expect(fillText(T('{desired} of {other}'), { desired: 5 })).toEqual(T('5 of {other}'));
  });

  it('set the scenario whose run has the key', () => {
    const scenario = {
      model: 'ecs',
      world: {
        containerInstances: [{ name: 'a', count: 2, cpu: 4096, memory: 8192, availabilityZone: 'z' }],
        taskDefinitions: [
          { family: 'web', containerDefinitions: [{ name: 'web', image: 'web', cpu: 10, memory: 10 }] },
        ],
        services: [{ serviceName: 'web', taskDefinition: 'web', desiredCount: 1 }],
      },
    };
    const run: RunScenario = (source, set) => {
      const { scenario: read } = readScenario(source);
      const applied = read && applySet(read, set, 'world').scenario;
      return applied && simulate(applied);
    };
    const answer = {
      simulate: { scenario, set: { '/services/0/desiredCount': '{desired}' }, metric: 'services.web.running' },
      why: T('as many as desired'),
    };
    expect(variantOf(question({ answer }), { desired: 7, min: 50 }, run)?.key).toBe(7);
  });
});

describe('a drawn question of a file', () => {
  const file = (changed: object) => [{ ...question({}), stem: T('{desired} tasks at {min} %?'), ...changed }];
  const faults = (changed: object) =>
    readQuestions(file(changed)).faults.map(({ path, message }) => `${path.join('.')}: ${message}`);

  it.each<[string, object, string]>([
    [
      'arithmetic over what is not drawn',
      { answer: { value: 'desired * max', why: T('w') } },
      '0.answer.value: at column 11: "max" is not drawn and not a function; write one of desired, min, floor, ceil, round, min, max',
    ],
    [
      'a text that names what is not drawn',
      { stem: T('{n} tasks?') },
      '0.stem.en: {n} is not drawn; the drawn names are desired, min',
    ],
    [
      'a range the wrong way round',
      { draws: { ...draws, desired: { from: 9, to: 2 } } },
      '0.draws.desired: from 9 is above to 2; swap them',
    ],
    [
      'two answers',
      { answer: { value: 1, simulate: { scenario: 'a/b', metric: 'm' }, why: T('w') } },
      '0.answer: an answer has exactly one of value and simulate; write one of them',
    ],
  ])('with %s is refused, with what to write', (_, changed, fault) => {
    expect(faults(changed)).toContain(fault);
  });

  it('whose wrong value is always the key is named by the build', () => {
    const same = question({ distractors: [{ value: 'ceil(desired * min / 100)', why: T('same') }] });
    expect(proveQuestion(same, () => undefined)).toMatchObject({
      holds: false,
      message: expect.stringContaining('no drawing'),
    });
    expect(proveQuestion(question({}), () => undefined).holds).toBe(true);
  });
});
