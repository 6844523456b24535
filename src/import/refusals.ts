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
    return faults;
  });
}

/** Fields that are read, but say something that a scenario has no words for. */
export function notSimulatedOf(services: readonly Described<AwsService>[]): string[] {
  return services.flatMap(({ value }) => [
    ...((value.loadBalancers ?? []).some(({ loadBalancerName }) => loadBalancerName !== undefined)
      ? ['services[].loadBalancers[].loadBalancerName (a Classic Load Balancer)']
      : []),
  ]);
}
