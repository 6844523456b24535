import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScenario, readScenarioFile } from '../../simulator/scenario/scenario-schema.ts';
import { halfTheFleet, MIN } from '../lab/scenario.fixture.ts';
import { proveDraft, readOutside } from '../simulation/build-request.ts';
import { challengeFrom, freshChange, freshId, pathsOf, replaced, trialOf, withChallenge } from './builder-model.ts';
import { worldOnly } from './draft.ts';

const LIMITS = { events: 50_000, instances: 1_000 };
const prove = (draft: typeof halfTheFleet, present = {}) =>
  proveDraft({ draft, trial: trialOf(draft), present }, LIMITS);

const whole = withChallenge(halfTheFleet, {
  ...challengeFrom(halfTheFleet.challenge),
  solutions: [{ name: 'half', set: { [MIN]: 50 } }],
  mistakes: [{ name: 'as-it-was', set: {}, fails: ['done'], why: { en: 'Stuck.', ko: '막혀요.' } }],
  hints: [1, 2, 3].map((n) => ({ en: `Hint ${n}`, ko: `힌트 ${n}` })),
});

describe('a challenge as a form', () => {
  it('comes of whatever a draft holds, without throwing, and is the same when it is read again', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.record({ goals: fc.jsonValue(), change: fc.jsonValue(), mistakes: fc.jsonValue(), hints: fc.jsonValue() }),
        ),
        (value) => {
          const form = challengeFrom(value);
          expect(form.hints).toHaveLength(3);
          expect(challengeFrom(form)).toEqual(form);
        },
      ),
    );
  });

  it('offers only choices that can be shown', () => {
    const choicesOf = (choices: unknown) => challengeFrom({ change: [{ path: '/x', choices }] }).change[0]?.choices;
    expect(choicesOf([5, {}, null])).toBeUndefined();
    expect(choicesOf(['a', { label: 3, value: 0 }])).toEqual([
      { label: { en: 'a', ko: 'a' }, value: 'a' },
      { label: { en: '', ko: '' }, value: 0 },
    ]);
  });

  it('keeps all of a whole challenge', () => {
    expect(challengeFrom(whole.challenge)).toEqual(whole.challenge);
  });

  it('can be run from its first goal on, whatever words are missing', () => {
    const bare = withChallenge(worldOnly(halfTheFleet), {
      ...challengeFrom(undefined),
      goals: [{ id: '', metric: 'services.web.healthy', is: { atLeast: 2 }, say: { en: '', ko: '' } }],
    });
    expect(readScenario(trialOf(bare)).faults).toBeUndefined();
    expect(readScenario(trialOf(worldOnly(halfTheFleet))).faults).toBeUndefined();
  });
});

describe('the proof of a challenge', () => {
  it('finds nothing in a whole one: solutions pass, mistakes miss just what they name', async () => {
    const proof = await prove(whole);
    expect(readScenarioFile(whole).faults).toBeUndefined();
    expect(proof.faults).toEqual([]);
    expect(proof.answers).toEqual([
      { key: 'solutions', index: 0, missed: [], faults: [] },
      { key: 'mistakes', index: 0, missed: ['done'], faults: [] },
    ]);
    expect(proof.metrics).toContain('services.web.healthy');
  });

  it('says what the settings on show miss', async () => {
    const { present } = await prove(whole, { [MIN]: 0 });
    expect(present?.filter(({ met }) => !met).map(({ id }) => id)).toEqual(['capacity']);
  });

  it('tells each missing part at its field', async () => {
    const { faults } = await prove(
      withChallenge(whole, { ...challengeFrom(whole.challenge), brief: { en: 'Move it.', ko: '' }, solutions: [] }),
    );
    expect(faults.map(({ path }) => path)).toContain('challenge.brief.ko');
    const without = await prove(withChallenge(whole, { ...challengeFrom(whole.challenge), solutions: [] }));
    expect(without.faults.map(({ path }) => path)).toContain('challenge.solutions');
  });

  it('tells a metric that is not there beside words that are missing', async () => {
    const goal = { id: 'x', metric: 'services.web.runing', is: { atLeast: 1 }, say: { en: '', ko: '' } };
    const { faults, present, metrics } = await prove(
      withChallenge(whole, { ...challengeFrom(whole.challenge), goals: [goal] }),
    );
    expect(faults.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['challenge.goals.0.say.en', 'challenge.goals.0.metric']),
    );
    expect(present).toBe(null);
    expect(metrics).toContain('services.web.running');
  });

  it('names an answer that AWS refuses', async () => {
    const bad = withChallenge(whole, {
      ...challengeFrom(whole.challenge),
      solutions: [{ name: 'x', set: { [MIN]: 101 } }],
    });
    expect((await prove(bad)).answers[0]?.faults[0]?.message).toMatch(/101/);
  });

  it('stands beside a draft that a link brought half written', () => {
    const half = withChallenge(whole, { ...challengeFrom(whole.challenge), brief: { en: '', ko: '' } });
    expect(readOutside(half, LIMITS)).toMatchObject({ scenario: { title: whole.title, challenge: half.challenge } });
    expect(readOutside({ ...half, world: 5 }, LIMITS)).toHaveProperty('faults');
    expect(readOutside({ ...half, wrold: 5 }, LIMITS)).toHaveProperty('faults');
  });
});

describe('what the builder offers', () => {
  it('as controls is every value of services first, and no names of zones', () => {
    const paths = pathsOf(halfTheFleet);
    expect(paths[0]).toMatch(/^\/services\/0\//);
    expect(paths.some((path) => path.startsWith('/availabilityZones'))).toBe(false);
    expect(freshChange(MIN, 90)).toMatchObject({ min: 0, max: 100 });
    expect(freshChange('/services/0/taskDefinition', 'web:1')).not.toHaveProperty('min');
  });

  it('as names are names that are not taken', () => {
    expect(freshId('goal', ['goal', 'goal-2'])).toBe('goal-3');
    expect(replaced([1, 2, 3], 1, undefined)).toEqual([1, 3]);
    expect(replaced([1, 2, 3], 1, 9)).toEqual([1, 9, 3]);
  });
});
