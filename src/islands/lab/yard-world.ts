import { buildCluster } from '../../simulator/ecs/build-cluster.ts';
import type { Scenario } from '../../simulator/scenario/scenario-schema.ts';
import type { YardWorld } from './moment.ts';
import { familyOf } from './moment.ts';

/** What the yard draws of a scenario's world, from the simulator's own reading of it. */
export function yardWorldOf(scenario: Scenario): YardWorld {
  const cluster = buildCluster(scenario.world);
  return {
    availabilityZones: [...cluster.availabilityZones],
    instances: cluster.instances.map(({ name, availabilityZone, attributes, registered }) => {
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
