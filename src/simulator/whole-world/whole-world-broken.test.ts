import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cases, PROOF_TIMEOUT } from '../proof-cases.fixture.ts';
import type { Json } from '../run.ts';
import { readScenario } from '../scenario/scenario-schema.ts';
import { simulate } from '../simulate.ts';
import { anyWorld } from './whole-world.fixture.ts';

const LIMITS = { events: 3000, instances: 200 };

const leaf = fc.oneof(
  fc.constantFrom<Json[]>(null, '', -1, 0, 1, 7, 1e99, 0.5, true, [], {}, 'x'.repeat(300), '__proto__', '5m', 's0'),
  fc.constantFrom<Json[]>('cp0', 'managed', 'FARGATE_SPOT', 'tg0', 'g1', 'z3', 'services.s0.cpu', 'rate(1 minute)'),
  fc.constantFrom<Json[]>([[0, 5]], { ramp: { from: 1, to: 9, over: 60 } }, [{ capacityProvider: 'cp1', weight: 1 }]),
  fc.string({ maxLength: 8 }),
  fc.integer({ min: -5, max: 5000 }),
);
const edit = fc.record({
  place: fc.nat(),
  leaf: fc.option(leaf, { nil: undefined }),
  key: fc.constantFrom('', '', 'x'),
});

type Parent = Record<string, unknown>;

/** Every place of a value: the object or list, and the key in it. */
function placesOf(value: unknown): [Parent, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    [value as Parent, key] as [Parent, string],
    ...placesOf(item),
  ]);
}

test(
  'whole worlds with slips in them: reading never throws, and what it accepts runs to an end within its limits',
  () => {
    fc.assert(
      fc.property(anyWorld, fc.array(edit, { minLength: 1, maxLength: 3 }), (world, edits) => {
        const value = JSON.parse(JSON.stringify(world)) as Record<string, unknown>;
        for (const { place, leaf: item, key } of edits) {
          const places = placesOf(value);
          const [parent, last] = places[place % places.length] as [Parent, string];
          if (item === undefined) delete parent[key || last];
          // A copy: an edit of what an earlier edit put in must not reach the list it was drawn from, or itself.
          else parent[key || last] = structuredClone(item);
        }
        const { scenario, faults } = readScenario(value, { limits: LIMITS });
        if (scenario) simulate(scenario, { limits: LIMITS });
        for (const { message } of faults ?? []) {
          expect(message.length).toBeGreaterThan(5);
          expect(message).not.toMatch(/undefined|\[object|Invalid input|NaN/);
        }
      }),
      cases('fuzz', 60),
    );
  },
  PROOF_TIMEOUT,
);
