import { clock } from '../lab/chart-model.ts';
import { currentMoment, type LabState, yardOf } from '../lab/lab-model.ts';
import { type Draft, servicesOf, zonesOf } from './draft.ts';
import { type BrokenHow, deployable, type Intervention, loadTargets } from './interventions.ts';

/** The ways to intervene, in the order of the bar. */
export const VERBS = [
  'stop-task',
  'lose-instance',
  'fail-zone',
  'break-image',
  'set-load',
  'set-desired',
  'deploy',
  'drain',
] as const satisfies readonly Intervention['do'][];

export type Verb = (typeof VERBS)[number];

export type Target = { value: string; label: string };

/** What a verb can be done to, as the world stands at this moment. */
export function targetsOf(verb: Verb, draft: Draft, lab: LabState): Target[] {
  const same = (names: readonly string[]): Target[] => names.map((name) => ({ value: name, label: name }));
  switch (verb) {
    case 'stop-task':
      return tasksAt(lab).map(({ name, instance }) => ({ value: name, label: `${name} · ${instance}` }));
    case 'lose-instance':
    case 'drain':
      return same(instancesAt(lab));
    case 'fail-zone':
      return same(zonesOf(draft));
    case 'set-load':
      return loadTargets(draft).map(({ target, name }) => ({ value: target, label: name }));
    case 'deploy':
      return servicesOf(draft).flatMap((service) =>
        deployable(draft, service).map((name) => ({ value: `${service} ${name}`, label: `${service} → ${name}` })),
      );
    default:
      return same(servicesOf(draft));
  }
}

function tasksAt(lab: LabState) {
  return currentMoment(lab).tasks.filter(({ state }) => !['STOPPING', 'DEPROVISIONING', 'STOPPED'].includes(state));
}

function instancesAt(lab: LabState): string[] {
  const { lost, fleet } = currentMoment(lab);
  const standing = yardOf(lab).instances.filter(({ waiting, fargate }) => !waiting && !fargate);
  return [...standing, ...fleet.map(({ instance }) => instance)]
    .map(({ name }) => name)
    .filter((name) => !lost.includes(name));
}

/** What is done with a number begins with the one in force, a step higher. */
export function numberFor(
  verb: Verb,
  target: string,
  { draft, lab }: { draft: Draft; lab: LabState },
): number | undefined {
  const { series = {} } = lab.shown?.graded.grade ?? {};
  const valueAt = (metric: string) => series[metric]?.findLast(([at]) => at <= lab.second)?.[1];
  if (verb === 'set-desired') {
    const desired = (draft.world.services ?? []).find(({ serviceName }) => serviceName === target)?.desiredCount ?? 0;
    return (valueAt(`services.${target}.desired`) ?? desired) + 2;
  }
  if (verb !== 'set-load') return undefined;
  const [key, name] = target.split('/');
  const room = { service: 'services', loadBalancer: 'loadBalancers', queue: 'queues', appRunnerService: 'services' }[
    key ?? ''
  ];
  const now = valueAt(`${room}.${name}.requests.sent`) ?? valueAt(`${room}.${name}.sent`);
  const first = (draft.world.load ?? []).find(
    (load) => (load as Record<string, unknown>)[key ?? ''] === name,
  )?.perSecond;
  const base = now ?? (typeof first === 'number' ? first : 0);
  return Math.round(base) * 2 || 50;
}

/** The intervention that the bar's fields say; undefined where there is nothing to do it to. */
export function interventionOf(
  verb: Verb,
  { target, amount, how }: { target: string; amount: number; how: BrokenHow },
): Intervention | undefined {
  if (target === '') return undefined;
  switch (verb) {
    case 'stop-task':
      return { do: verb, task: target };
    case 'lose-instance':
    case 'drain':
      return { do: verb, instance: target };
    case 'fail-zone':
      return { do: verb, zone: target };
    case 'break-image':
      return { do: verb, service: target, how };
    case 'set-load':
      return { do: verb, target, perSecond: amount };
    case 'set-desired':
      return { do: verb, service: target, desiredCount: amount };
    case 'deploy': {
      const [service = '', taskDefinition = ''] = target.split(' ');
      return { do: verb, service, taskDefinition };
    }
  }
}

/** What an event does, in parts that both languages put into a sentence. */
export type Told = { verb: string; subject: string; value: string };

/** An event of a scenario in short: its verb, who it is done to, and with what. */
export function tellEvent(event: object): Told {
  const [verb = '', input = {}] =
    Object.entries(event).find(([key, value]) => key !== 'at' && value !== undefined) ?? [];
  const { task, instance, availabilityZone, service, load, loadBalancer, queue, appRunnerService, alarm, ...more } =
    input as Record<string, unknown>;
  const subject = [task, instance, availabilityZone, service, load, loadBalancer, queue, appRunnerService, alarm].find(
    (name) => typeof name === 'string',
  );
  const [value] = Object.values(more).filter((each) => ['string', 'number'].includes(typeof each));
  return { verb, subject: String(subject ?? ''), value: value === undefined ? '' : String(value) };
}

/** `2:30` for a sentence. */
export const sayAt = clock;
