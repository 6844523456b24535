import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Random, randomFrom } from '../../random/random.ts';
import { cases, PROOF_TIMEOUT } from '../proof-cases.fixture.ts';
import type { Json } from '../run.ts';
import { readScenario, type Scenario } from '../scenario/scenario-schema.ts';
import { simulate } from '../simulate.ts';
import { anyWorld } from './whole-world.fixture.ts';

/** The same value with the keys of every object in another order. */
function shuffled(value: Json, random: Random): Json {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, random));
  if (value === null || typeof value !== 'object') return value;
  const left = Object.entries(value);
  const entries: [string, Json][] = [];
  while (left.length > 0) {
    const [[key, item]] = left.splice(random.below(left.length), 1) as [[string, Json]];
    entries.push([key, shuffled(item, random)]);
  }
  return Object.fromEntries(entries);
}

/** A run as text, without `input`: that is the world, and on entries of events, what it was given word for word. */
function written(scenario: Scenario): string {
  return JSON.stringify(simulate(scenario), (key, value) => (key === 'input' ? undefined : value));
}

describe('whole worlds', { timeout: PROOF_TIMEOUT }, () => {
  test('give the same bytes twice, and in any order of the keys of what is written (world/14)', () => {
    fc.assert(
      fc.property(anyWorld, fc.nat(), (world, seed) => {
        const text = written(world);
        expect(written(world) === text).toBe(true);
        const other = readScenario(shuffled(JSON.parse(JSON.stringify(world)), randomFrom('keys', seed)));
        expect(other.faults ?? []).toEqual([]);
        expect(written(other.scenario as Scenario) === text).toBe(true);
      }),
      cases('invariant', 8),
    );
  });

  test('never pass the event limit silently: the run says so, and is the beginning of the whole one (world/15)', () => {
    fc.assert(
      fc.property(anyWorld, fc.integer({ min: 50, max: 3000 }), (world, events) => {
        const whole = simulate(world);
        const cut = simulate(world, { limits: { events, instances: 10_000 } });
        expect(whole.stopped).not.toBe('event-limit');
        if (cut.stopped !== 'event-limit') {
          expect(JSON.stringify(cut) === JSON.stringify(whole)).toBe(true);
          return;
        }
        const before = ({ entries }: typeof cut) => entries.filter(({ at }) => at < cut.seconds);
        expect(cut.seconds).toBeLessThanOrEqual(whole.seconds);
        expect(before(cut)).toEqual(before(whole));
      }),
      cases('invariant', 8),
    );
  });
});
