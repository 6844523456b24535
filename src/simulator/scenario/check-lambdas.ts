import type { Fault } from './fault.ts';
import { unknownName } from './names.ts';
import type { Scenario } from './scenario-schema.ts';
import type { DeploymentConfiguration } from './world-schema.ts';

/** Lifecycle hooks call functions that exist, of deployments that have the stages (3.7/8). */
export function checkLambdas({ world, events = [] }: Scenario): Fault[] {
  const known = Object.keys(world.lambdas ?? {});
  const faults: Fault[] = [];
  const look = (configuration: DeploymentConfiguration | undefined, path: (string | number)[]) => {
    for (const [i, { hookTargetArn }] of (configuration?.lifecycleHooks ?? []).entries()) {
      if (hookTargetArn === undefined || known.includes(hookTargetArn)) continue;
      const at = [...path, 'deploymentConfiguration', 'lifecycleHooks', i, 'hookTargetArn'];
      faults.push({ path: at, message: unknownName('function in world.lambdas', hookTargetArn, known) });
    }
  };
  for (const [i, { deploymentConfiguration }] of (world.services ?? []).entries()) {
    const path = ['world', 'services', i];
    look(deploymentConfiguration, path);
  }
  for (const [i, { updateService }] of events.entries()) {
    look(updateService?.deploymentConfiguration, ['events', i, 'updateService']);
  }
  return faults;
}
