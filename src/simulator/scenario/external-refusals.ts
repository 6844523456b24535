import type { Refuse } from './aws-refusals.ts';
import type { ContainerInstances, TaskDefinition } from './world-schema.ts';

/** What a service or RunTask asks that external instances cannot give. */
type Ask = {
  loadBalancers?: readonly unknown[] | undefined;
  serviceConnectConfiguration?: { enabled: boolean } | undefined;
};

/**
 * ECS Anywhere: what launchType EXTERNAL does not have. Capacity providers and zone rebalancing are refused where they
 * are asked for. Source: developer guide, Amazon ECS clusters for external instances; service-connect.html.
 */
export function refuseExternal(ask: Ask, definition: TaskDefinition | undefined, refuse: Refuse): void {
  if (definition?.networkMode === 'awsvpc') {
    const why = 'Task definition does not support launch_type EXTERNAL.';
    refuse(['launchType'], `launchType EXTERNAL for ${definition.family}:${definition.revision ?? 1}`, why);
  }
  if ((ask.loadBalancers ?? []).length > 0) {
    refuse(['loadBalancers'], 'loadBalancers with launchType EXTERNAL', "Service load balancing isn't supported");
  }
  if (ask.serviceConnectConfiguration?.enabled === true) {
    const why = "external instances aren't supported with Service Connect";
    refuse(['serviceConnectConfiguration'], 'Service Connect with launchType EXTERNAL', why);
  }
}

/** RegisterTaskDefinition: external instances give a task no interface of its own. */
export function refuseExternalDefinition(definition: TaskDefinition, refuse: Refuse): void {
  if (definition.networkMode !== 'awsvpc' || !definition.requiresCompatibilities?.includes('EXTERNAL')) return;
  refuse(
    ['networkMode'],
    'networkMode awsvpc for EXTERNAL',
    "The awsvpc network mode isn't supported; write bridge, host or none",
  );
}

/** An external instance is no EC2 instance. */
export function refuseExternalInstance({ external, instanceType }: ContainerInstances, refuse: Refuse): void {
  if (external !== true || instanceType === undefined) return;
  refuse(
    ['instanceType'],
    'an instanceType of an external instance',
    'it is a server of your own; write cpu and memory',
  );
}
