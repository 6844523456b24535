import type { NetworkConfiguration, Subnet } from '../../scenario/network-schema.ts';

/** The zones that the subnets of a configuration lie in, each once; undefined for tasks that name no subnets (1.1.2). */
export function zonesOfSubnets(
  configuration: NetworkConfiguration | undefined,
  subnets: readonly Subnet[],
): readonly string[] | undefined {
  if (configuration === undefined) return undefined;
  const named = configuration.awsvpcConfiguration.subnets;
  return [...new Set(subnets.filter(({ subnetId }) => named.includes(subnetId)).map((s) => s.availabilityZone))];
}
