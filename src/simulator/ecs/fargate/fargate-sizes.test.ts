import { describe, expect, it } from 'vitest';
import {
  DEFAULT_EPHEMERAL_STORAGE_GIB,
  ephemeralStorageFault,
  FARGATE_SIZES,
  type FargateSizeOptions,
  fargateSizeFault,
} from './fargate-sizes.ts';

const LINUX: FargateSizeOptions = { operatingSystem: 'LINUX', allow32Vcpu: false };
const LINUX_32: FargateSizeOptions = { operatingSystem: 'LINUX', allow32Vcpu: true };
const WINDOWS: FargateSizeOptions = { operatingSystem: 'WINDOWS', allow32Vcpu: false };

describe('Fargate task sizes (2.4)', () => {
  it.each<[cpu: number, taken: number[], refused: number[]]>([
    [256, [512, 1024, 2048], [0, 256, 511, 1536, 3072]],
    [512, [1024, 2048, 3072, 4096], [512, 1536, 5120]],
    [1024, [2048, 5120, 8192], [1024, 2560, 9216]],
    [2048, [4096, 11264, 16384], [3072, 4608, 17408]],
    [4096, [8192, 17408, 30720], [7168, 31744]],
    [8192, [16384, 20480, 61440], [12288, 17408, 18432, 62464, 65536]],
    [16384, [32768, 40960, 122880], [24576, 33792, 36864, 131072]],
  ])('2.4: %i CPU units go with %j MiB and not with %j', (cpu, taken, refused) => {
    for (const memory of taken) expect(fargateSizeFault(cpu, memory, LINUX)).toBeUndefined();
    for (const memory of refused) expect(fargateSizeFault(cpu, memory, LINUX)).toMatch(/^No Fargate configuration/);
  });

  it('2.4: there are 74 pairs up to 16 vCPU', () => {
    expect(FARGATE_SIZES.map(({ memoryMib }) => memoryMib.length)).toEqual([3, 4, 7, 13, 23, 12, 12]);
  });

  it.each([0, 128, 255, 257, 768, 3072, 6144, 10240, 65536])('2.4: %i CPU units go with no memory', (cpu) => {
    expect(fargateSizeFault(cpu, 8192, LINUX_32)).toMatch(/^No Fargate configuration/);
  });

  it('2.4: the answer names both values, as the API does', () => {
    expect(fargateSizeFault(512, 512, LINUX)).toBe(
      'No Fargate configuration exists for given values: 512 CPU, 512 memory. See the Amazon ECS documentation for the valid values.',
    );
  });

  it.each([
    [61440, true],
    [122880, true],
    [249856, true],
    [65536, false],
  ])('2.4: 32 vCPU with %i MiB only where the newest guide is followed: %s', (memory, taken) => {
    expect(fargateSizeFault(32768, memory, LINUX)).toMatch(/^No Fargate configuration/);
    expect(fargateSizeFault(32768, memory, LINUX_32) === undefined).toBe(taken);
  });

  it.each([
    [256, 1024, false],
    [512, 2048, false],
    [1024, 2048, true],
    [2048, 16384, true],
    [4096, 30720, true],
    [8192, 16384, false],
    [16384, 32768, false],
  ])('2.4: Windows with %i CPU units and %i MiB: %s', (cpu, memory, taken) => {
    expect(fargateSizeFault(cpu, memory, LINUX)).toBeUndefined();
    expect(fargateSizeFault(cpu, memory, WINDOWS) === undefined).toBe(taken);
  });

  it('2.4: 32 vCPU are for Linux alone', () => {
    expect(fargateSizeFault(32768, 61440, { ...WINDOWS, allow32Vcpu: true })).toMatch(/^No Fargate configuration/);
  });

  it('2.4: task-level cpu and memory are required, cpu first', () => {
    expect(fargateSizeFault(undefined, undefined, LINUX)).toBe(
      "Fargate requires that 'cpu' be defined at the task level.",
    );
    expect(fargateSizeFault(256, undefined, LINUX)).toBe(
      "Fargate requires that 'memory' be defined at the task level.",
    );
  });
});

describe('Fargate ephemeral storage (2.4)', () => {
  it.each([
    [DEFAULT_EPHEMERAL_STORAGE_GIB, 'EphemeralStorage size should be at least 21'],
    [0, 'EphemeralStorage size should be at least 21'],
    [21, undefined],
    [200, undefined],
    [201, 'EphemeralStorage size should be at most 200'],
    [undefined, undefined],
  ])('2.4: a size of %s GiB gives %s', (size, fault) => {
    expect(ephemeralStorageFault(size)).toBe(fault);
  });
});
