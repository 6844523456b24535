import type { AwsService } from './service-shape.ts';
import type { Described, ImportFault } from './source.ts';

/** What a scenario has no words for, told before anything is built on it. */
export function refusals(services: readonly Described<AwsService>[]): ImportFault[] {
  return services.flatMap(({ value: service, file, path }) => {
    const faults: ImportFault[] = [];
    const refuse = (field: (string | number)[], message: string) =>
      faults.push({ file, path: [...path, ...field], message });
    const controller = service.deploymentController?.type ?? 'ECS';
    if (controller !== 'ECS') {
      const instead = 'write ECS here to try the same tasks with a deployment of ECS itself';
      refuse(['deploymentController', 'type'], `${controller} is not simulated; ${instead}`);
    }
    if (service.launchType === 'EXTERNAL') {
      refuse(['launchType'], 'EXTERNAL is not simulated; write EC2 here to try the same tasks on instances of EC2');
    }
    for (const [i, { loadBalancerName }] of (service.loadBalancers ?? []).entries()) {
      if (loadBalancerName === undefined) continue;
      const instead = 'remove this item to try the deployment without it, or name a target group';
      refuse(['loadBalancers', i, 'loadBalancerName'], `a Classic Load Balancer has no target group; ${instead}`);
    }
    return faults;
  });
}
