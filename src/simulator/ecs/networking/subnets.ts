import type { NetworkConfiguration, Subnet } from '../../scenario/network-schema.ts';
import type { Service } from '../cluster.ts';

/** The zones that the subnets of a configuration lie in, each once; undefined for tasks that name no subnets (1.1.2). */
export function zonesOfSubnets(
  configuration: NetworkConfiguration | undefined,
  subnets: readonly Subnet[],
): readonly string[] | undefined {
  if (configuration === undefined) return undefined;
  const named = configuration.awsvpcConfiguration.subnets;
  return [...new Set(subnets.filter(({ subnetId }) => named.includes(subnetId)).map((s) => s.availabilityZone))];
}

/** UpdateService with a networkConfiguration (2.2): says whether it is another one, which starts a deployment. */
export function changeNetwork(
  service: Service,
  configuration: NetworkConfiguration | undefined,
  subnets: readonly Subnet[],
): boolean {
  const isNew =
    configuration !== undefined && JSON.stringify(configuration) !== JSON.stringify(service.networkConfiguration);
  if (!isNew) return false;
  service.networkConfiguration = configuration;
  service.zones = zonesOfSubnets(configuration, subnets);
  return true;
}
