/**
 * TCP ports that are taken on every Linux container instance: SSH, Docker and the ECS agent (2.2). They count towards
 * the limit of reserved host ports. No UDP port is reserved by default.
 *
 * Source: ECS API, PortMapping, which names 51678–51680. The agent's README ends the list at 51679.
 */
export const RESERVED_TCP_PORTS: readonly number[] = [22, 2375, 2376, 51678, 51679, 51680];

/** Host ports that an instance can have reserved at one time, the default ones included; dynamic ones do not count (2.2). */
export const MAX_RESERVED_HOST_PORTS = 100;

/** A port as the cluster counts it: TCP and UDP apart. */
export function portKey(port: number, protocol: 'tcp' | 'udp'): number {
  return port * 2 + (protocol === 'udp' ? 1 : 0);
}

/** Port numbers, both ends included. */
export type PortRange = { first: number; last: number };

/**
 * What `/proc/sys/net/ipv4/ip_local_port_range` says on a Linux instance that nobody changed: the range that dynamic
 * host ports really come from there (2.2). Source: Linux kernel documentation, IP sysctl.
 */
export const KERNEL_PORT_RANGE: PortRange = { first: 32_768, last: 60_999 };

/** Used where the kernel parameter cannot be read (2.2). Source: ECS API, PortMapping. */
export const FALLBACK_PORT_RANGES: Readonly<Record<'LINUX' | 'WINDOWS', PortRange>> = {
  LINUX: { first: 49_153, last: 65_535 },
  WINDOWS: { first: 49_152, last: 65_535 },
};

/** What decides the range of dynamic host ports on an instance. */
export type PortRangeSetting = {
  operatingSystem: 'LINUX' | 'WINDOWS';
  /** `ECS_DYNAMIC_HOST_PORT_RANGE` of the agent. */
  configured?: PortRange | undefined;
  /** The kernel's `ip_local_port_range`; left out where it cannot be read. Windows has none. */
  kernel?: PortRange | undefined;
};

/**
 * The range that the agent takes dynamic host ports from (2.2): what it was told, else the kernel's range, else the
 * fallback of the operating system. A static host port should stay out of it; below 32768 one is safe.
 */
export function dynamicPortRange({ operatingSystem, configured, kernel }: PortRangeSetting): PortRange {
  const read = operatingSystem === 'LINUX' ? kernel : undefined;
  return configured ?? read ?? FALLBACK_PORT_RANGES[operatingSystem];
}

/** Whether a text is `first-last`, two ports in order. */
export function isPortRange(text: string): boolean {
  const match = /^(\d{1,5})-(\d{1,5})$/.exec(text);
  const [first, last] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)];
  return first >= 1 && first <= last && last <= 65_535;
}

/** Whether a port lies in a range, its ends included. */
export function isInPortRange(port: number, { first, last }: PortRange): boolean {
  return port >= first && port <= last;
}
