/** The CPU value of a Fargate task and the memory values that go with it. */
export type FargateSize = {
  cpuUnits: number;
  memoryMib: readonly number[];
  /** Windows tasks come in three CPU values only. */
  windows: boolean;
};

const GIB = 1024;

function gib(first: number, last: number, step = 1): number[] {
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => (first + i * step) * GIB);
}

/**
 * The 74 pairs that Fargate takes (2.4). 8 and 16 vCPU need Linux platform version 1.4.0 or later.
 * Source: Amazon ECS developer guide, "Troubleshoot Amazon ECS task definition invalid CPU or memory errors".
 */
export const FARGATE_SIZES: readonly FargateSize[] = [
  { cpuUnits: 256, memoryMib: [512, 1 * GIB, 2 * GIB], windows: false },
  { cpuUnits: 512, memoryMib: gib(1, 4), windows: false },
  { cpuUnits: 1024, memoryMib: gib(2, 8), windows: true },
  { cpuUnits: 2048, memoryMib: gib(4, 16), windows: true },
  { cpuUnits: 4096, memoryMib: gib(8, 30), windows: true },
  { cpuUnits: 8192, memoryMib: gib(16, 60, 4), windows: false },
  { cpuUnits: 16384, memoryMib: gib(32, 120, 8), windows: false },
];

/**
 * 32 vCPU stands in the newest developer guide only: the API's own text still ends at 16 vCPU and 120 GB (2.4), and so
 * do exam questions. Hence it is asked for with `allow32Vcpu`.
 */
export const FARGATE_SIZE_32_VCPU: FargateSize = {
  cpuUnits: 32768,
  memoryMib: [60 * GIB, 120 * GIB, 244 * GIB],
  windows: false,
};

/** GiB of ephemeral storage that a task has when its definition says nothing; asking for exactly this is refused (2.4). */
export const DEFAULT_EPHEMERAL_STORAGE_GIB = 20;
/** The least GiB that `ephemeralStorage.sizeInGiB` takes (2.4). */
export const MIN_EPHEMERAL_STORAGE_GIB = 21;
/** The most GiB that `ephemeralStorage.sizeInGiB` takes (2.4). */
export const MAX_EPHEMERAL_STORAGE_GIB = 200;

export type FargateSizeOptions = {
  operatingSystem: 'LINUX' | 'WINDOWS';
  /** Take 32 vCPU with 60, 120 or 244 GB too. */
  allow32Vcpu: boolean;
};

/**
 * What RegisterTaskDefinition answers to a task size that Fargate does not have (2.4), in AWS's words; undefined for a
 * size that it has. `cpuUnits` and `memoryMib` are the task-level values, undefined where the definition has none.
 *
 * The sentence is the one that the API returned in September 2026, for Linux and Windows alike; the developer guide
 * quotes its beginning.
 */
export function fargateSizeFault(
  cpuUnits: number | undefined,
  memoryMib: number | undefined,
  { operatingSystem, allow32Vcpu }: FargateSizeOptions,
): string | undefined {
  if (cpuUnits === undefined) return "Fargate requires that 'cpu' be defined at the task level.";
  if (memoryMib === undefined) return "Fargate requires that 'memory' be defined at the task level.";
  const sizes = allow32Vcpu ? [...FARGATE_SIZES, FARGATE_SIZE_32_VCPU] : FARGATE_SIZES;
  const isSold = sizes.some(
    (size) =>
      size.cpuUnits === cpuUnits && size.memoryMib.includes(memoryMib) && (operatingSystem === 'LINUX' || size.windows),
  );
  if (isSold) return undefined;
  return `No Fargate configuration exists for given values: ${cpuUnits} CPU, ${memoryMib} memory. See the Amazon ECS documentation for the valid values.`;
}

/** What RegisterTaskDefinition answers to an ephemeral storage outside 21 to 200 GiB (2.4), in AWS's words. */
export function ephemeralStorageFault(sizeInGib: number | undefined): string | undefined {
  if (sizeInGib === undefined) return undefined;
  if (sizeInGib < MIN_EPHEMERAL_STORAGE_GIB) {
    return `EphemeralStorage size should be at least ${MIN_EPHEMERAL_STORAGE_GIB}`;
  }
  if (sizeInGib > MAX_EPHEMERAL_STORAGE_GIB) {
    return `EphemeralStorage size should be at most ${MAX_EPHEMERAL_STORAGE_GIB}`;
  }
  return undefined;
}
