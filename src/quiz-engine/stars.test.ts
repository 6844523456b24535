import { describe, expect, it } from 'vitest';
import type { ScenarioAttempt } from './attempt.ts';
import { countStars, starsOf } from './stars.ts';

const ID = 'rolling-update/half-the-fleet';
const PAR = { changes: 1, usd: 0.4, seconds: 124 };
let atMs = 0;
const ran = (more: Partial<ScenarioAttempt>): ScenarioAttempt => ({
  kind: 'scenario',
  id: ID,
  set: { '/services/0/desiredCount': 2 },
  met: true,
  goals: [],
  atMs: ++atMs,
  ...more,
});
const stars = (...attempts: ScenarioAttempt[]) => starsOf(attempts, ID, { par: PAR });

describe('the stars of a scenario', () => {
  it('are none before it is run, and none for a run that misses a goal', () => {
    expect(stars()).toEqual({ tried: false, goals: false, par: false, unaided: false, best: undefined, above: [] });
    expect(stars(ran({ met: false }), ran({ id: 'another/one' }))).toMatchObject({ tried: true, goals: false });
  });

  it('are three for a run that meets the goals at par without a hint', () => {
    const all = stars(ran({ usd: 0.4, seconds: 124 }));
    expect(all).toMatchObject({ goals: true, par: true, unaided: true, above: [] });
    expect(countStars(all)).toBe(3);
  });

  it('count a run with other numbers for the goals, but not for par: other numbers cost other amounts', () => {
    const drawn = stars(ran({ usd: 0.1, seconds: 60, seed: 3 }));
    expect(drawn).toMatchObject({ goals: true, unaided: true, par: false, best: undefined });
    const same = starsOf([ran({ ...PAR, seed: 3 }), ran({ seed: 4 })], ID, { par: PAR, draw: 3 });
    expect(same).toMatchObject({ par: true, best: PAR });
  });

  it('give par when every measure was brought there, in whatever runs', () => {
    const two = { '/services/0/desiredCount': 2, '/services/0/taskDefinition': 'web:2' };
    const cheap = ran({ set: two, usd: 0.4, seconds: 300 });
    expect(stars(cheap)).toMatchObject({ par: false, above: ['changes', 'seconds'] });
    expect(stars(cheap, ran({ usd: 0.9, seconds: 120 }))).toMatchObject({
      par: true,
      best: { changes: 1, usd: 0.4, seconds: 120 },
    });
    expect(stars(cheap, ran({ met: false, usd: 0.9, seconds: 1 }))).toMatchObject({ par: false });
  });

  it('lose the star without hints to a hint that came first, in whatever order the log was merged', () => {
    const hinted = ran({ met: false, hints: 1 });
    expect(stars(ran({}), hinted)).toMatchObject({ goals: true, unaided: false });
    const early = ran({});
    expect(stars(ran({ hints: 2 }), early).unaided).toBe(true);
    expect(stars(early, ran({ met: false, sawSolution: true })).unaided).toBe(true);
  });

  it('are none for the solution that was looked at', () => {
    expect(stars(ran({ sawSolution: true, usd: 0.4, seconds: 124 }))).toMatchObject({
      goals: false,
      par: false,
      unaided: false,
    });
  });

  it('read attempts of before there was a par', () => {
    expect(stars(ran({}))).toMatchObject({ goals: true, unaided: true, par: false, above: ['usd', 'seconds'] });
  });
});
