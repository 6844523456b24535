import { describe, expect, it } from 'vitest';
import { labMessages } from '../../i18n/lab-messages.ts';
import type { Entry, GoalResult } from '../../simulator/run.ts';
import { halfTheFleetRun } from './run.fixture.ts';
import { grouped, sayEntry, sayEvidence, sayTest, sayValue, shortRule } from './say.ts';

const { en, ko } = labMessages;
const entry = (type: Entry['type'], more: Partial<Entry> = {}): Entry => ({
  at: 30,
  type,
  message: 'In English.',
  service: 'web',
  task: 'web-5',
  taskDefinition: 'web:2',
  instance: 'a-1',
  ...more,
});

describe('an entry in words', () => {
  it("is the simulator's sentence in English", () => {
    expect(sayEntry('en', entry('task-placed'))).toBe('In English.');
  });

  it.each([
    [entry('task-placed', { state: 'PENDING' }), 'web-5(web:2) 태스크를 a-1에 배치했어요.'],
    [entry('task-running'), 'web-5 태스크가 a-1에서 RUNNING이 되었어요.'],
    [
      entry('task-not-placed', { reason: 'RESOURCE:MEMORY' }),
      'web 서비스의 태스크를 배치할 곳이 없어요 (RESOURCE:MEMORY).',
    ],
    [entry('deployment-completed'), 'web 서비스의 web:2 배포가 끝났어요.'],
  ])('is written from its fields in Korean', (given, sentence) => {
    expect(sayEntry('ko', given)).toBe(sentence);
  });

  it('has a Korean sentence for every entry of a run', () => {
    for (const each of halfTheFleetRun.entries) expect(sayEntry('ko', each)).toMatch(/[가-힣]|사건/);
  });
});

describe('a value in words', () => {
  it('is a clock for seconds of the run, a number for counts, "never" for nothing', () => {
    expect(sayValue(en, 'services.web.deployment.completedAt', 124)).toBe('2:04');
    expect(sayValue(en, 'services.web.healthy', 2)).toBe('2');
    expect(sayValue(en, 'services.web.healthy', 3.4199)).toBe('3.42');
    expect(sayValue(ko, 'services.web.deployment.completedAt', null)).toBe('끝내 없음');
  });

  it('stands against its test', () => {
    expect(sayTest('services.web.healthy', { atLeast: 2 })).toBe('≥ 2');
    expect(sayTest('services.web.deployment.completedAt', { atMost: 180 })).toBe('≤ 3:00');
    expect(sayTest('services.web.tasks', { between: [1, 3] })).toBe('1–3');
  });

  it('says how it came about and when', () => {
    const result: GoalResult = { id: 'x', met: true, observed: 2, expected: { atLeast: 2 }, at: 30, because: '' };
    expect(sayEvidence(en, { metric: 'services.web.healthy', take: 'min' }, result)).toEqual({
      text: 'lowest, from',
      at: '0:30',
    });
    expect(sayEvidence(en, { metric: 'services.web.deployment.completedAt' }, { ...result, observed: null })).toEqual({
      text: 'never happened in this run',
      at: null,
    });
  });

  it('keeps AWS names, shortened where AWS prefixes them', () => {
    expect(['RESOURCE:MEMORY', 'memberOf', 'distinctInstance'].map(shortRule)).toEqual([
      'memory',
      'memberOf',
      'distinctInstance',
    ]);
  });

  it('parts thousands', () => {
    expect([7, 1024, 1_234_567].map(grouped)).toEqual(['7', '1,024', '1,234,567']);
  });
});
