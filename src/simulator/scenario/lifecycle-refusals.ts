import type { Refuse } from './aws-refusals.ts';
import { quote } from './fault.ts';
import type { ContainerDefinition, TaskDefinition } from './world-schema.ts';

/** dependsOn, restart policies and timeouts as RegisterTaskDefinition takes them (3.2, 3.4). */
export function refuseLifecycle(definition: TaskDefinition, refuse: Refuse): void {
  const onFargate = definition.requiresCompatibilities?.includes('FARGATE') === true;
  for (const [i, container] of definition.containerDefinitions.entries()) {
    const within: Refuse = (path, what, why) => refuse(['containerDefinitions', i, ...path], what, why);
    refuseTimeouts(container, onFargate, within);
    refuseRestartPolicy(container, within);
    refuseDependencies(container, definition.containerDefinitions, within);
  }
  refuseCycle(definition.containerDefinitions, refuse);
}

function refuseTimeouts({ startTimeout, stopTimeout }: ContainerDefinition, onFargate: boolean, refuse: Refuse): void {
  if (stopTimeout !== undefined && onFargate && (stopTimeout < 2 || stopTimeout > 120)) {
    refuse(['stopTimeout'], `stopTimeout ${stopTimeout}`, 'on Fargate it is 2 to 120 seconds');
  } else if (stopTimeout !== undefined && stopTimeout < 2) {
    refuse(['stopTimeout'], `stopTimeout ${stopTimeout}`, 'it is at least 2 seconds');
  }
  if (startTimeout !== undefined && (startTimeout < 2 || startTimeout > 120)) {
    refuse(['startTimeout'], `startTimeout ${startTimeout}`, 'it is 2 to 120 seconds');
  }
}

function refuseRestartPolicy({ restartPolicy }: ContainerDefinition, refuse: Refuse): void {
  const { ignoredExitCodes = [], restartAttemptPeriod: period } = restartPolicy ?? {};
  if (ignoredExitCodes.length > 50) {
    refuse(
      ['restartPolicy', 'ignoredExitCodes'],
      `${ignoredExitCodes.length} ignoredExitCodes`,
      'there are at most 50',
    );
  }
  if (period !== undefined && (period < 60 || period > 1800)) {
    const what = `restartAttemptPeriod ${period}`;
    refuse(['restartPolicy', 'restartAttemptPeriod'], what, 'it is 60 to 1800 seconds');
  }
}

function refuseDependencies(
  { name, dependsOn = [] }: ContainerDefinition,
  containers: readonly ContainerDefinition[],
  refuse: Refuse,
): void {
  for (const [i, { containerName, condition }] of dependsOn.entries()) {
    const what = `dependsOn ${quote(containerName)} with condition ${condition}`;
    const other = containers.find((container) => container.name === containerName);
    if (other === undefined || containerName === name) {
      refuse(['dependsOn', i, 'containerName'], what, 'it names another container of the same task definition');
      continue;
    }
    if ((condition === 'COMPLETE' || condition === 'SUCCESS') && other.essential !== false) {
      const why = `${containerName} is essential, so the task would stop when it ends; write essential: false on it`;
      refuse(['dependsOn', i, 'condition'], what, why);
    }
    if (condition === 'HEALTHY' && other.healthCheck === undefined) {
      refuse(['dependsOn', i, 'condition'], what, `${containerName} has no healthCheck`);
    }
  }
}

/** Containers that wait for each other in a circle would never start. */
function refuseCycle(containers: readonly ContainerDefinition[], refuse: Refuse): void {
  const settled = new Set<string>();
  for (let before = -1; before < settled.size; ) {
    before = settled.size;
    for (const { name, dependsOn = [] } of containers) {
      const waits = dependsOn.some(
        (on) => !settled.has(on.containerName) && containers.some((other) => other.name === on.containerName),
      );
      if (!waits) settled.add(name);
    }
  }
  const stuck = containers.filter(({ name }) => !settled.has(name)).map(({ name }) => name);
  if (stuck.length === 0 || stuck.length === 1) return;
  refuse(
    ['containerDefinitions'],
    'containers that depend on each other in a circle',
    `none of ${stuck.join(', ')} could start first`,
  );
}
