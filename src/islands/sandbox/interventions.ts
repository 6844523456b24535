import type { ScenarioEvent } from '../../simulator/scenario/scenario-schema.ts';
import { type Draft, definitionsOf, eventsOf, servicesOf, withWorld } from './draft.ts';

/** What somebody does to a world while it runs. Each becomes an event of the scenario at that second. */
export type Intervention =
  | { do: 'stop-task'; task: string }
  | { do: 'lose-instance'; instance: string }
  | { do: 'drain'; instance: string }
  | { do: 'fail-zone'; zone: string }
  /** The next revision of the service: its container exits soon after its start, or answers no health check. */
  | { do: 'break-image'; service: string; how: BrokenHow }
  | { do: 'deploy'; service: string; taskDefinition: string }
  | { do: 'set-load'; target: string; perSecond: number }
  | { do: 'set-desired'; service: string; desiredCount: number };

export type BrokenHow = 'exits' | 'unhealthy';

/** The draft with one more thing that happens `at` a second of the run; the same draft where there is nothing to do it to. */
export function intervened(draft: Draft, at: number, what: Intervention): Draft {
  switch (what.do) {
    case 'stop-task':
      return withEvent(draft, { at, stopTask: { task: what.task } });
    case 'lose-instance':
      return withEvent(draft, { at, loseInstance: { instance: what.instance } });
    case 'drain':
      return withEvent(draft, { at, drain: { instance: what.instance } });
    case 'fail-zone':
      return withEvent(draft, { at, failAvailabilityZone: { availabilityZone: what.zone } });
    case 'break-image':
      return withBrokenRevision(draft, at, what);
    case 'deploy':
      return withEvent(draft, { at, updateService: deployment(draft, what) });
    case 'set-load':
      return withLoad(draft, at, what);
    case 'set-desired':
      return withEvent(draft, { at, setDesiredCount: { service: what.service, desiredCount: what.desiredCount } });
  }
}

/** Events stand in the order of their time; of one second, in the order in which they were added. */
function withEvent(draft: Draft, event: ScenarioEvent): Draft {
  return { ...draft, events: inOrder([...eventsOf(draft), event]) };
}

function inOrder(events: readonly ScenarioEvent[]): ScenarioEvent[] {
  return events.toSorted((a, b) => a.at - b.at);
}

export function movedEvent(draft: Draft, index: number, at: number): Draft {
  return { ...draft, events: inOrder(eventsOf(draft).map((event, i) => (i === index ? { ...event, at } : event))) };
}

export function withoutEvent(draft: Draft, index: number): Draft {
  return { ...draft, events: eventsOf(draft).filter((_, i) => i !== index) };
}

/** The same revision again is a new deployment only when it is forced. */
function deployment(draft: Draft, { service, taskDefinition }: { service: string; taskDefinition: string }) {
  const present = (draft.world.services ?? []).find(({ serviceName }) => serviceName === service)?.taskDefinition;
  return present === taskDefinition
    ? { service, taskDefinition, forceNewDeployment: true }
    : { service, taskDefinition };
}

/** Seconds after which the container of a broken revision exits, or stops answering. */
const BREAKS_AFTER = 10;

/** The service's task definition as one more revision, whose first container has an image that breaks; and its deployment. */
function withBrokenRevision(draft: Draft, at: number, { service, how }: { service: string; how: BrokenHow }): Draft {
  const { world } = draft;
  const found = (world.services ?? []).find(({ serviceName }) => serviceName === service);
  const [family, number] = (found?.taskDefinition ?? '').split(':');
  const all = world.taskDefinitions.filter((each) => each.family === family);
  const base = all.find(({ revision = 1 }) => String(revision) === number) ?? all.at(-1);
  const [first, ...rest] = base?.containerDefinitions ?? [];
  if (found === undefined || base === undefined || first === undefined) return draft;
  const revision = Math.max(...all.map((each) => each.revision ?? 1)) + 1;
  const image = freshName(`${first.image.split(':')[0]}:broken`, Object.keys(world.images ?? {}));
  const isChecked = first.healthCheck !== undefined || (found.loadBalancers ?? []).length > 0;
  const checked =
    how === 'unhealthy' && !isChecked
      ? { ...first, healthCheck: { command: ['CMD-SHELL', 'exit 0'], interval: 10, retries: 2 } }
      : first;
  const behaviour = how === 'exits' ? { crashes: { after: BREAKS_AFTER } } : { unhealthyAfter: BREAKS_AFTER };
  const next = withWorld(draft, {
    taskDefinitions: [
      ...world.taskDefinitions,
      { ...base, revision, containerDefinitions: [{ ...checked, image }, ...rest] },
    ],
    images: { ...world.images, [image]: { ...world.images?.[first.image], ...behaviour } },
  });
  return withEvent(next, { at, updateService: { service, taskDefinition: `${family}:${revision}` } });
}

function freshName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  let n = 2;
  while (taken.includes(`${name}-${n}`)) n++;
  return `${name}-${n}`;
}

const LOAD_KEYS = ['service', 'loadBalancer', 'queue', 'appRunnerService'] as const;

/** Where load can be turned up: what has load already, and every service. A target is `key/name`. */
export function loadTargets(draft: Draft): { target: string; name: string }[] {
  const loads = (draft.world.load ?? []).flatMap((load) =>
    LOAD_KEYS.flatMap((key) => (load[key] === undefined ? [] : [{ target: `${key}/${load[key]}`, name: load[key] }])),
  );
  const known = new Set(loads.map(({ target }) => target));
  const services = servicesOf(draft).map((name) => ({ target: `service/${name}`, name }));
  return [...loads, ...services.filter(({ target }) => !known.has(target))];
}

/** A service without load gets a line of 0 requests, which setLoad then turns up. */
function withLoad(draft: Draft, at: number, { target, perSecond }: { target: string; perSecond: number }): Draft {
  const cut = target.indexOf('/');
  const key = LOAD_KEYS.find((each) => each === target.slice(0, cut));
  const name = target.slice(cut + 1);
  if (key === undefined) return draft;
  const loads = draft.world.load ?? [];
  const isThere = loads.some((load) => load[key] === name);
  const next = isThere ? draft : withWorld(draft, { load: [...loads, { [key]: name, perSecond: 0 }] });
  return withEvent(next, { at, setLoad: { [key]: name, perSecond } });
}

/** What may be deployed to a service: every revision that is there, the newest first. */
export function deployable(draft: Draft, service: string): string[] {
  const own = (draft.world.services ?? []).find(({ serviceName }) => serviceName === service)?.taskDefinition;
  const family = own?.split(':')[0];
  const names = definitionsOf(draft).toReversed();
  return names.toSorted((a, b) => Number(b.startsWith(`${family}:`)) - Number(a.startsWith(`${family}:`)));
}
