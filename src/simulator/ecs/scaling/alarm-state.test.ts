import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AlarmState, MissingData } from '../../scenario/alarm-schema.ts';
import { type AlarmRule, evaluationRange, stateAfter } from './alarm-state.ts';
import { fractionOf } from './fraction.ts';

const TREATMENTS: MissingData[] = ['missing', 'ignore', 'breaching', 'notBreaching'];

function rule(part: Partial<AlarmRule> = {}): AlarmRule {
  return {
    evaluationPeriods: 3,
    datapointsToAlarm: 3,
    threshold: fractionOf(50),
    comparisonOperator: 'GreaterThanThreshold',
    treatMissingData: 'missing',
    ...part,
  };
}

/** `0` does not breach, `X` breaches, `-` is missing. */
const points = (text: string) =>
  [...text].map((mark) => (mark === '-' ? undefined : fractionOf(mark === 'X' ? 60 : 40)));

const short: Record<AlarmState | 'same', string> = {
  OK: 'OK',
  ALARM: 'ALARM',
  INSUFFICIENT_DATA: 'none',
  same: 'same',
};

function states(text: string, datapointsToAlarm: number): string {
  return TREATMENTS.map((treatMissingData) => {
    const after = (before: AlarmState) =>
      stateAfter(rule({ datapointsToAlarm, treatMissingData }), points(text), before);
    const [fromOk, fromAlarm] = [after('OK'), after('ALARM')];
    return fromOk === fromAlarm ? short[fromOk] : short.same;
  }).join(' ');
}

describe('the state of an alarm where data is missing (missing, ignore, breaching, notBreaching)', () => {
  test.each([
    ['0-X-X', 'OK OK OK OK'],
    ['0----', 'OK OK OK OK'],
    ['-----', 'none same ALARM OK'],
    ['0XX-X', 'ALARM ALARM ALARM ALARM'],
    ['----X', 'none same ALARM OK'],
    ['X----', 'ALARM same ALARM OK'],
    ['--X--', 'ALARM same ALARM OK'],
  ])('3 of 3: %s (CW/2)', (text, expected) => {
    expect(states(text, 3)).toBe(expected);
  });

  test.each([
    ['0-X-X', 'ALARM ALARM ALARM ALARM'],
    ['00X0X', 'ALARM ALARM ALARM ALARM'],
    ['0-X--', 'OK OK ALARM OK'],
    ['----0', 'OK OK ALARM OK'],
    ['----X', 'none same ALARM OK'],
    ['---X-', 'ALARM same ALARM OK'],
  ])('2 of 3: %s (CW/2)', (text, expected) => {
    expect(states(text, 2)).toBe(expected);
  });
});

describe('the comparison', () => {
  test.each([
    ['GreaterThanThreshold', [49, 50, 51], 'OK OK ALARM'],
    ['GreaterThanOrEqualToThreshold', [49, 50, 51], 'OK ALARM ALARM'],
    ['LessThanThreshold', [49, 50, 51], 'ALARM OK OK'],
    ['LessThanOrEqualToThreshold', [49, 50, 51], 'ALARM ALARM OK'],
  ] as const)('%s (CW/1)', (comparisonOperator, values, expected) => {
    const one = rule({ evaluationPeriods: 1, datapointsToAlarm: 1, comparisonOperator });
    expect(values.map((value) => stateAfter(one, [fractionOf(value)], 'OK')).join(' ')).toBe(expected);
  });
});

test('with all data there, M of the N latest decide and nothing else (CW/2)', () => {
  const cases = fc.integer({ min: 1, max: 6 }).chain((n) =>
    fc.record({
      n: fc.constant(n),
      m: fc.integer({ min: 1, max: n }),
      data: fc.array(fc.boolean(), { minLength: n + 2, maxLength: n + 2 }),
    }),
  );
  fc.assert(
    fc.property(cases, fc.constantFrom(...TREATMENTS), ({ n, m, data }, treatMissingData) => {
      const alarm = rule({ evaluationPeriods: n, datapointsToAlarm: m, treatMissingData });
      expect(evaluationRange(alarm)).toBe(data.length);
      const naive = data.slice(2).filter((breaches) => breaches).length >= m ? 'ALARM' : 'OK';
      expect(stateAfter(alarm, points(data.map((breaches) => (breaches ? 'X' : '0')).join('')), 'OK')).toBe(naive);
    }),
  );
});
