import { buildCluster } from '../../simulator/ecs/build-cluster.ts';
import { awsvpcTaskLimit } from '../../simulator/ecs/networking/eni-limits.ts';
import type { Run } from '../../simulator/run.ts';
import type { Scenario } from '../../simulator/scenario/scenario-schema.ts';
import { slotsOf } from './fleet.ts';
import type { TaskNeeds, YardInstance, YardWorld } from './moment.ts';
import { berthOf, familyOf } from './moment.ts';

/** What the yard draws of a scenario's world, from the simulator's own reading of it and the run's entries. */
export function yardWorldOf(scenario: Scenario, { entries }: Pick<Run, 'entries'>): YardWorld {
  const cluster = buildCluster(scenario.world);
  const taskDefinitions = Object.fromEntries(
    [...cluster.shapes.values()].map(({ name, need, awsvpc, ports }): [string, TaskNeeds] => [
      name,
      {
        cpu: need.cpuUnits,
        memory: need.memoryMib,
        ...(awsvpc ? { awsvpc } : {}),
        ...(ports.length > 0 ? { ports: ports.map((key) => (key % 2 === 1 ? `${key >> 1}/udp` : `${key >> 1}`)) } : {}),
      },
    ]),
  );
  const instances = cluster.instances.map(({ name, availabilityZone, attributes, registered }): YardInstance => {
    const instanceType = attributes['ecs.instance-type'];
    return {
      name,
      ...(instanceType === undefined ? {} : { instanceType }),
      availabilityZone,
      cpu: registered.cpuUnits,
      memory: registered.memoryMib,
    };
  });
  const slots = slotsOf(entries);
  const needsInterfaces = Object.values(taskDefinitions).some(({ awsvpc }) => awsvpc);
  const types = [...instances, ...entries].flatMap(({ instanceType }) => instanceType ?? []);
  return {
    availabilityZones: [...cluster.availabilityZones],
    instances: [...instances, ...placesOf(entries, taskDefinitions, cluster.availabilityZones)],
    ...(Object.keys(slots).length === 0 ? {} : { slots }),
    taskDefinitions,
    ...(needsInterfaces && types.length > 0 ? { interfaces: interfacesOf(new Set(types), cluster.trunking) } : {}),
    mostTasks: mostTasksOf(entries),
    focus: focusOf(scenario),
  };
}

function interfacesOf(types: ReadonlySet<string>, trunking: boolean): Record<string, number> {
  return Object.fromEntries(
    [...types].flatMap((type) => {
      const limit = awsvpcTaskLimit(type, { trunking });
      return limit === undefined ? [] : [[type, limit]];
    }),
  );
}

function mostTasksOf(entries: Run['entries']): number {
  const standing = new Set<string>();
  let most = 0;
  for (const { task, state } of entries) {
    if (task === undefined || state === undefined) continue;
    if (state === 'STOPPED') standing.delete(task);
    else standing.add(task);
    most = Math.max(most, standing.size);
  }
  return most;
}

/**
 * Places without an instance that tasks of the run stand on: Fargate and Fargate Spot in each zone, and the quays where
 * tasks wait for an instance. Each is as long as what stands there at most, and one task more.
 */
function placesOf(
  entries: Run['entries'],
  needs: YardWorld['taskDefinitions'],
  zones: readonly string[],
): YardInstance[] {
  const places = new Map<string, YardInstance>();
  const standing = new Map<string, { place: string; cpu: number; memory: number }>();
  const used = new Map<string, { cpu: number; memory: number }>();
  const add = (name: string, { cpu, memory }: { cpu: number; memory: number }, sign: 1 | -1) => {
    const before = used.get(name) ?? { cpu: 0, memory: 0 };
    used.set(name, { cpu: before.cpu + sign * cpu, memory: before.memory + sign * memory });
  };
  for (const entry of entries) {
    const { task = '', state, type, instance, availabilityZone } = entry;
    const before = standing.get(task);
    const arrives = type === 'task-placed' || type === 'task-waiting';
    if (before && (arrives || state === 'STOPPED')) {
      add(before.place, before, -1);
      standing.delete(task);
    }
    const name = berthOf(entry);
    const need = needs[entry.taskDefinition ?? ''];
    if (!arrives || instance !== undefined || name === undefined || need === undefined) continue;
    standing.set(task, { place: name, ...need });
    add(name, need, 1);
    const now = used.get(name) ?? need;
    const most = places.get(name);
    places.set(name, {
      name,
      availabilityZone: availabilityZone ?? '',
      cpu: Math.max(most?.cpu ?? 0, now.cpu + need.cpu),
      memory: Math.max(most?.memory ?? 0, now.memory + need.memory),
      ...(availabilityZone === undefined ? { waiting: true } : {}),
    });
  }
  return alike([...places.values()], zones);
}

/** Berths of one kind are equally long in every zone, also where nothing stands yet: shares can be compared. */
function alike(places: readonly YardInstance[], zones: readonly string[]): YardInstance[] {
  const kinds = [
    ...new Set(places.flatMap(({ name, waiting }) => (waiting ? [] : [name.split(' in ')[0] ?? '']))),
  ].sort();
  const fargate = kinds.flatMap((kind) => {
    const same = places.filter(({ name }) => name.startsWith(`${kind} in `));
    const cpu = Math.max(...same.map((place) => place.cpu));
    const memory = Math.max(...same.map((place) => place.memory));
    const asked = new Set([...zones, ...same.map(({ availabilityZone }) => availabilityZone)]);
    return [...asked].map(
      (zone): YardInstance => ({ name: `${kind} in ${zone}`, availabilityZone: zone, cpu, memory, fargate: true }),
    );
  });
  return [...fargate, ...places.filter(({ waiting }) => waiting)];
}

/** Services that goals, predictions or events speak of, and families that events run; all of them when none does. */
function focusOf(scenario: Scenario): string[] {
  const { goals = [], predict = [] } = scenario.challenge ?? {};
  const measured = [...goals, ...predict].map(({ metric }) => /^services\.([^.]+)\./.exec(metric)?.[1]);
  const scaled = (scenario.world.scalableTargets ?? []).map(({ service }) => service);
  const changed = (scenario.events ?? []).flatMap(({ updateService, setDesiredCount, runTask }) => [
    updateService?.service,
    setDesiredCount?.service,
    runTask && familyOf(runTask.taskDefinition),
  ]);
  const spokenOf = new Set([...measured, ...changed, ...scaled].filter((name) => name !== undefined));
  const all = [
    ...(scenario.world.services ?? []).map((service) => service.serviceName),
    ...scenario.world.taskDefinitions.map((definition) => definition.family),
  ];
  return spokenOf.size > 0 ? [...spokenOf] : [...new Set(all)];
}
