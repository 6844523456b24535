import fc from 'fast-check';
import { type WorldDraft, ZONES } from './whole-world.fixture.ts';
import { sizesOf } from './world-capacity.fixture.ts';
import { aCurve, balancedOf, type Curve } from './world-traffic.fixture.ts';

/** Something that happens; a verb that the world has nothing for is left out. */
export type EventDraft = { at: number; verb: Verb; service: number; number: number; curve: Curve };

const VERBS = [
  'update',
  'force',
  'desired',
  'run',
  'stop',
  'drain',
  'lose',
  'zone',
  'interruptZone',
  'interruptService',
  'interruptInstance',
  'spotRoom',
  'load',
  'calls',
] as const;
type Verb = (typeof VERBS)[number];

export const anEvent: fc.Arbitrary<EventDraft> = fc.record({
  at: fc.integer({ min: 1, max: 1200 }),
  verb: fc.constantFrom(...VERBS),
  service: fc.nat(3),
  number: fc.nat(5),
  curve: aCurve,
});

export function eventsOf(from: WorldDraft): object[] {
  return from.events.flatMap((event) => {
    const input = inputOf(event, from);
    return input === undefined ? [] : [{ at: event.at, ...input }];
  });
}

function inputOf({ verb, service: nth, number, curve }: EventDraft, from: WorldDraft): object | undefined {
  const index = nth % from.services.length;
  const draft = from.services[index] as WorldDraft['services'][number];
  const service = `s${index}`;
  const group = from.groups[nth % 2] as WorldDraft['groups'][number];
  const { maxSize } = sizesOf(group);
  const member = maxSize === 0 ? 'managed-1' : `g${nth % 2}-${(number % maxSize) + 1}`;
  const instance = number % 2 === 0 ? member : `managed-${number + 1}`;
  const zone = ZONES[number % 3] as string;
  switch (verb) {
    case 'update':
      return { updateService: { service, taskDefinition: `t${index}:${(number % 2) + 1}` } };
    case 'force':
      return { updateService: { service, forceNewDeployment: true } };
    case 'desired':
      return { setDesiredCount: { service, desiredCount: number } };
    case 'run':
      return {
        runTask: {
          taskDefinition: 'job:1',
          count: number + 1,
          capacityProviderStrategy: [{ capacityProvider: 'cp1', weight: 1 }],
        },
      };
    case 'stop':
      return { stopTask: { task: `${service}-${number + 1}` } };
    case 'drain':
      return { drain: { instance } };
    case 'lose':
      return { loseInstance: { instance } };
    case 'zone':
      return { failAvailabilityZone: { availabilityZone: zone } };
    case 'interruptZone':
      return { interruptSpot: { availabilityZone: zone } };
    case 'interruptService':
      return draft.launch === 'spot' ? { interruptSpot: { service, count: number + 1 } } : undefined;
    case 'interruptInstance':
      return group.isSpot && maxSize > 0 ? { interruptSpot: { instance: member } } : undefined;
    case 'spotRoom':
      return { setSpotCapacity: { availabilityZone: zone, tasks: number } };
    case 'calls':
      return { setLoad: { load: 'callers', perSecond: curve } };
    default:
      return loadOf(from, draft, { index, curve });
  }
}

function loadOf(
  from: WorldDraft,
  draft: WorldDraft['services'][number],
  { index, curve }: { index: number; curve: Curve },
): object | undefined {
  if (draft.work === 'direct') return { setLoad: { load: `load-${index}`, perSecond: curve } };
  if (draft.work === 'messages') return { setLoad: { load: 'jobs', perSecond: curve } };
  return balancedOf(from).length === 0 ? undefined : { setLoad: { load: 'users', perSecond: curve } };
}
