import type { Resources } from '../kernel/resources.ts';

/** What the table knows of an instance type: vCPU and nominal MiB as sold, not as registered. */
export type InstanceType = { vcpu: number; nominalMib: number; architecture: 'x86_64' | 'arm64' };

const GIB = 1024;

/** vCPU and GiB by size, as the EC2 instance type pages list them. Figures that could not be confirmed are left out. */
const BURSTABLE: Record<string, [vcpu: number, gib: number]> = {
  nano: [2, 0.5],
  micro: [2, 1],
  small: [2, 2],
  medium: [2, 4],
  large: [2, 8],
  xlarge: [4, 16],
  '2xlarge': [8, 32],
};

/** Sizes of a family with a fixed ratio of GiB to vCPU. */
function sizes(gibPerVcpu: number, vcpuBySize: Record<string, number>): Record<string, [number, number]> {
  return Object.fromEntries(Object.entries(vcpuBySize).map(([size, vcpu]) => [size, [vcpu, vcpu * gibPerVcpu]]));
}

const COMMON = { large: 2, xlarge: 4, '2xlarge': 8, '4xlarge': 16, '8xlarge': 32, '12xlarge': 48, '16xlarge': 64 };
const TO_24 = { ...COMMON, '24xlarge': 96 };
const TO_32 = { ...TO_24, '32xlarge': 128 };

const C5: Record<string, [number, number]> = {
  ...sizes(2, { large: 2, xlarge: 4, '2xlarge': 8, '4xlarge': 16, '12xlarge': 48, '24xlarge': 96 }),
  '9xlarge': [36, 72],
  '18xlarge': [72, 144],
};

const FAMILIES: Record<string, { sizes: Record<string, [number, number]>; architecture: 'x86_64' | 'arm64' }> = {
  t3: { sizes: BURSTABLE, architecture: 'x86_64' },
  t4g: { sizes: BURSTABLE, architecture: 'arm64' },
  m5: { sizes: sizes(4, TO_24), architecture: 'x86_64' },
  m6i: { sizes: sizes(4, TO_32), architecture: 'x86_64' },
  m7g: { sizes: sizes(4, { medium: 1, ...COMMON }), architecture: 'arm64' },
  c5: { sizes: C5, architecture: 'x86_64' },
  c6i: { sizes: sizes(2, TO_32), architecture: 'x86_64' },
  r5: { sizes: sizes(8, TO_24), architecture: 'x86_64' },
};

/** Every instance type the table knows, for example `m5.large`. */
export const INSTANCE_TYPES: ReadonlyMap<string, InstanceType> = new Map(
  Object.entries(FAMILIES).flatMap(([family, { sizes, architecture }]) =>
    Object.entries(sizes).map(([size, [vcpu, gib]]): [string, InstanceType] => [
      `${family}.${size}`,
      { vcpu, nominalMib: gib * GIB, architecture },
    ]),
  ),
);

/**
 * What an instance of this type registers with the cluster: vCPU × 1,024 units (2.1.1), and of its memory what the
 * operating system leaves. AWS does not publish that figure, so it is floor(nominal MiB × 15 / 16) (A20).
 */
export function registeredResources(type: InstanceType): Resources {
  return { cpuUnits: type.vcpu * 1024, memoryMib: Math.floor((type.nominalMib * 15) / 16) };
}

/** The processor of a type: of the table, or as EC2 names families: a `g` after the generation is Graviton (m6g, c7gn, t4g). */
export function architectureOf(instanceType: string): 'x86_64' | 'arm64' {
  const known = INSTANCE_TYPES.get(instanceType);
  if (known) return known.architecture;
  return /^(a1|[a-z]+\d+g[a-z]*)\./.test(instanceType) ? 'arm64' : 'x86_64';
}
