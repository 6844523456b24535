import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cases, PROOF_TIMEOUT } from '../proof-cases.fixture.ts';
import type { Run } from '../run.ts';
import { simulate } from '../simulate.ts';
import { valueAt } from './capacity-invariants.fixture.ts';
import { anyDraft, scenarioOf, type WorldDraft } from './whole-world.fixture.ts';

/** The world in which nothing happens and users ask for the same all the time. */
function calm(draft: WorldDraft, load: number): WorldDraft {
  return {
    ...draft,
    events: [],
    front: load,
    messages: 0,
    visible: 0,
    appRunner: load,
    schedule: 99_999,
    services: draft.services.map((service) => ({
      ...service,
      work: service.work === 'messages' ? 'direct' : service.work,
      load: Math.min(40, load),
      images: service.images.map((image) => ({ ...image, crashesAfter: null })),
    })),
    scaling: draft.scaling.map((scaling) => ({ ...scaling, steps: 'none', scheduled: null })),
  };
}

/** Only Fargate, whose room has no end, so that what scaling asks for is there. */
function endless(draft: WorldDraft): WorldDraft {
  const services = draft.services.map((service) => ({ ...service, launch: 'fargate' as const }));
  return { ...draft, services, begin: 'steady' };
}

const runFor = (draft: WorldDraft, horizon: number) => simulate({ ...scenarioOf(draft), horizon });

/** The first scale-out of each service: when, and to how many. */
function firstOut(run: Run): Map<string, { at: number; to: number }> {
  const first = new Map<string, { at: number; to: number }>();
  for (const { type, service = '', scaling, at } of run.entries) {
    if (type !== 'service-scaled' || scaling === undefined || scaling.to < scaling.from) continue;
    if (!first.has(service)) first.set(service, { at, to: scaling.to });
  }
  return first;
}

describe('whole worlds', { timeout: PROOF_TIMEOUT }, () => {
  test('with the same work all the time come to rest: nothing scales or launches in the last hour (world/16)', () => {
    fc.assert(
      fc.property(anyDraft, fc.nat(60), (draft, load) => {
        const run = runFor(calm(draft, load), 3 * 3600);
        const late = run.entries.filter(
          ({ type, at }) => at > 2 * 3600 && ['service-scaled', 'capacity-scaled', 'instance-launching'].includes(type),
        );
        expect(late.map(({ at, message }) => `${at} ${message}`)).toEqual([]);
      }),
      cases('invariant', 10),
    );
  });

  test('scale out no later and no less when more is asked of them (world/17)', () => {
    fc.assert(
      fc.property(anyDraft, fc.nat(30), fc.nat(30), (draft, load, more) => {
        const out = (rate: number) => {
          const world = endless(calm(draft, rate));
          const scaling = world.scaling.map((one) => ({ ...one, disableScaleIn: true }));
          return firstOut(runFor({ ...world, scaling }, 1500));
        };
        const [less, most] = [out(load), out(load + more)];
        for (const [service, { at, to }] of less) {
          expect({ service, ...most.get(service) }).toMatchObject({ service });
          expect(most.get(service)?.at ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(at);
          expect(most.get(service)?.to ?? 0).toBeGreaterThanOrEqual(to);
        }
      }),
      cases('invariant', 10),
    );
  });

  test('cost no less with an instance and a task more in every place (world/18)', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const fixed = endless(calm(draft, 10));
        const world = {
          ...fixed,
          groups: fixed.groups.map((group) => ({ ...group, isManaged: false })),
          scaling: fixed.scaling.map((scaling) => ({ ...scaling, isScaled: false })),
        };
        const bigger = {
          ...world,
          own: world.own + 1,
          groups: world.groups.map((group) => ({ ...group, minSize: group.minSize + 1 })),
          services: world.services.map((service) => ({ ...service, desiredCount: service.desiredCount + 1 })),
        };
        const [bill, more] = [world, bigger].map((one) => runFor(one, 1500).series['cost.usd']);
        for (const [second] of bill ?? []) {
          expect(valueAt(more, second) ?? 0).toBeGreaterThanOrEqual(valueAt(bill, second) ?? 0);
        }
        expect(more?.at(-1)?.[1] ?? 0).toBeGreaterThan(bill?.at(-1)?.[1] ?? 0);
      }),
      cases('invariant', 10),
    );
  });
});
