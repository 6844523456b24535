import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cases, PROOF_TIMEOUT } from '../proof-cases.fixture.ts';
import { simulate } from '../simulate.ts';
import { anyWorld } from './whole-world.fixture.ts';
import { WORLD_INVARIANTS } from './world-invariants.fixture.ts';

const LIMITS = { limits: { events: 100_000, instances: 1000 } };

test(
  `in whole worlds, with every controller at once, all invariants hold: ${WORLD_INVARIANTS.map(({ id }) => id).join(', ')}`,
  () => {
    fc.assert(
      fc.property(anyWorld, (scenario) => {
        const run = simulate(scenario, LIMITS);
        expect(run.stopped).not.toBe('event-limit');
        const broken = WORLD_INVARIANTS.flatMap(({ id, says, broken: look }) => {
          const where = look(run);
          return where.length === 0 ? [] : [`${id} (${says}): ${where.slice(0, 3).join('; ')}`];
        });
        expect(broken).toEqual([]);
      }),
      cases('invariant', 20),
    );
  },
  PROOF_TIMEOUT,
);
