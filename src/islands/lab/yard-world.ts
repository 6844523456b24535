import { buildCluster, shapeNamed } from '../../simulator/ecs/build-cluster.ts';
import type { Cluster, Instance } from '../../simulator/ecs/cluster.ts';
import type { Scenario } from '../../simulator/scenario/scenario-schema.ts';
import type { YardWorld } from './moment.ts';
import { familyOf } from './moment.ts';

/** What the yard draws of a scenario's world, from the simulator's own reading of it. */
export function yardWorldOf(scenario: Scenario): YardWorld {
  const cluster = buildCluster(scenario.world);
  return {
    availabilityZones: [...cluster.availabilityZones],
    instances: [...cluster.instances, ...fargateOf(scenario, cluster)].map((instance) => {
      const { name, availabilityZone, attributes, registered } = instance;
      const instanceType = attributes['ecs.instance-type'];
      return {
        name,
        ...(instanceType === undefined ? {} : { instanceType }),
        availabilityZone,
        cpu: registered.cpuUnits,
        memory: registered.memoryMib,
      };
    }),
    taskDefinitions: Object.fromEntries(
      [...cluster.shapes.values()].map(({ name, need }) => [name, { cpu: need.cpuUnits, memory: need.memoryMib }]),
    ),
    focus: focusOf(scenario),
  };
}

/** A berth for Fargate in each zone, where the scenario has Fargate tasks: as long as its share of them, and one more. */
function fargateOf({ world, events = [] }: Scenario, cluster: Cluster): Pick<Instance, YardFields>[] {
  const asked = [
    ...(world.services ?? []).map(({ launchType, taskDefinition, desiredCount = 0 }) => ({
      launchType,
      shape: shapeNamed(cluster, taskDefinition),
      count: desiredCount,
    })),
    ...events.flatMap(({ runTask }) =>
      runTask ? [{ ...runTask, shape: shapeNamed(cluster, runTask.taskDefinition), count: runTask.count ?? 1 }] : [],
    ),
  ].filter(({ launchType }) => launchType === 'FARGATE');
  if (asked.length === 0) return [];
  const share = (amount: (each: (typeof asked)[number]) => number) =>
    asked.reduce((sum, each) => sum + amount(each) * (Math.ceil(each.count / cluster.fargate.length) + 1), 0);
  const registered = {
    cpuUnits: share(({ shape }) => shape.need.cpuUnits),
    memoryMib: share(({ shape }) => shape.need.memoryMib),
  };
  return cluster.fargate.map((place) => ({ ...place, registered }));
}

type YardFields = 'name' | 'availabilityZone' | 'attributes' | 'registered';

/** Services that goals, predictions or events speak of, and families that events run; all of them when none does. */
function focusOf(scenario: Scenario): string[] {
  const { goals = [], predict = [] } = scenario.challenge ?? {};
  const measured = [...goals, ...predict].map(({ metric }) => /^services\.([^.]+)\./.exec(metric)?.[1]);
  const changed = (scenario.events ?? []).flatMap(({ updateService, setDesiredCount, runTask }) => [
    updateService?.service,
    setDesiredCount?.service,
    runTask && familyOf(runTask.taskDefinition),
  ]);
  const spokenOf = new Set([...measured, ...changed].filter((name) => name !== undefined));
  const all = [
    ...(scenario.world.services ?? []).map((service) => service.serviceName),
    ...scenario.world.taskDefinitions.map((definition) => definition.family),
  ];
  return spokenOf.size > 0 ? [...spokenOf] : [...new Set(all)];
}
