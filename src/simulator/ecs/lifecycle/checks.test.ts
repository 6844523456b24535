import { describe, expect, test } from 'vitest';
import { type Answers, type CheckStatus, type Checks, nextChange } from './checks.ts';

const CHECKS: Checks = { intervalSeconds: 10, failures: 3, successes: 5, startPeriodSeconds: 0, timeoutSeconds: 5 };
const NEVER = Number.POSITIVE_INFINITY;

type Row = { status: CheckStatus; answers: Answers; checks?: Partial<Checks>; change: string };

describe('a health check changes at whole intervals (3.2, 3.3)', () => {
  test.each<Row>([
    { status: 'unknown', answers: { after: 0, from: 0, until: NEVER }, change: 'healthy at 10' },
    { status: 'unknown', answers: { after: 0, from: 10, until: NEVER }, change: 'healthy at 10' },
    { status: 'unknown', answers: { after: 0, from: 11, until: NEVER }, change: 'healthy at 20' },
    { status: 'unknown', answers: { after: 0, from: 30, until: NEVER }, change: 'healthy at 30' },
    { status: 'unknown', answers: { after: 0, from: 31, until: NEVER }, change: 'unhealthy at 30' },
    { status: 'unknown', answers: { after: 0, from: NEVER, until: NEVER }, change: 'unhealthy at 30' },
    {
      status: 'unknown',
      answers: { after: 0, from: 55, until: NEVER },
      checks: { startPeriodSeconds: 30 },
      change: 'healthy at 60',
    },
    {
      status: 'unknown',
      answers: { after: 0, from: NEVER, until: NEVER },
      checks: { startPeriodSeconds: 30 },
      change: 'unhealthy at 60',
    },
    { status: 'unknown', answers: { after: 0, from: 31, until: NEVER, failSeconds: 5 }, change: 'unhealthy at 35' },
    { status: 'healthy', answers: { after: 20, from: 0, until: 100, failSeconds: 5 }, change: 'unhealthy at 125' },
    { status: 'unhealthy', answers: { after: 35, from: 36, until: NEVER, failSeconds: 5 }, change: 'healthy at 80' },
    { status: 'unhealthy', answers: { after: 30, from: 31, until: NEVER }, change: 'healthy at 80' },
    { status: 'unhealthy', answers: { after: 30, from: 31, until: 75 }, change: 'never' },
    { status: 'healthy', answers: { after: 20, from: 0, until: NEVER }, change: 'never' },
    { status: 'healthy', answers: { after: 20, from: 0, until: 100 }, change: 'unhealthy at 120' },
    { status: 'healthy', answers: { after: 50, from: NEVER, until: NEVER }, change: 'unhealthy at 80' },
    { status: 'healthy', answers: { after: 50, from: 75, until: NEVER }, change: 'never' },
  ])('$status, answering from $answers.from until $answers.until: $change', ({ status, answers, checks, change }) => {
    const next = nextChange({ ...CHECKS, ...checks }, status, answers);
    expect(next === undefined ? 'never' : `${next.status} at ${next.at}`).toBe(change);
  });
});
