import { nameOf } from './arn.ts';
import type { Fields } from './fields.ts';
import type { AwsService } from './service-shape.ts';
import { replaced, standingCount, standingDefinition } from './services.ts';

export type WhatIf = { value: Fields; remark: string };

/** When the deployment that one wants to try begins. */
const AT = '30s';

/**
 * What happens in the scenario: what AWS has not finished, at the beginning, then the deployment to try. It is the next
 * revision where a second definition of a service's family is given, else a new deployment of what runs.
 */
export function deploymentEvents(
  services: readonly AwsService[],
  definitions: readonly { family: string; revision: number }[],
): WhatIf[] {
  const unfinished = services.flatMap(countEvent);
  const deployments = services.flatMap((service) => nextEvent(service, definitions));
  const [first] = services;
  if (deployments.length > 0 || first === undefined) return [...unfinished, ...deployments];
  const remark = 'no second revision was given: the present one is deployed anew';
  const value = { at: AT, updateService: { service: first.serviceName, forceNewDeployment: true } };
  return [...unfinished, { value, remark }];
}

/** Tasks that AWS still has to start or to stop. */
function countEvent(service: AwsService): WhatIf[] {
  const { serviceName, desiredCount = 0, runningCount, pendingCount = 0 } = service;
  const standing = standingCount(service);
  if (service.schedulingStrategy === 'DAEMON' || standing === desiredCount) return [];
  const remark = `AWS counted ${runningCount} RUNNING and ${pendingCount} PENDING of ${desiredCount} desired: the rest follows from here`;
  return [{ value: { at: '0s', setDesiredCount: { service: serviceName, desiredCount } }, remark }];
}

function nextEvent(service: AwsService, definitions: readonly { family: string; revision: number }[]): WhatIf[] {
  const under = replaced(service);
  const present = nameOf(service.taskDefinition ?? '');
  const update = (taskDefinition: string): Fields => ({
    at: AT,
    updateService: { service: service.serviceName, taskDefinition },
  });
  if (under !== undefined) {
    const standing = standingDefinition(service);
    const remark = `AWS is deploying ${present} at the moment, ${under.runningCount} tasks of ${standing} are left; here it begins anew`;
    const same = { at: AT, updateService: { service: service.serviceName, forceNewDeployment: true } };
    return [{ value: standing === present ? same : update(present), remark }];
  }
  const family = present.split(':')[0];
  const [next] = definitions
    .filter((definition) => definition.family === family && `${definition.family}:${definition.revision}` !== present)
    .sort((a, b) => b.revision - a.revision);
  if (next === undefined) return [];
  const name = `${next.family}:${next.revision}`;
  return [{ value: update(name), remark: `the deployment to try: ${present} becomes ${name}` }];
}
