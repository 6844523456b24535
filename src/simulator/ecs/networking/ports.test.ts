import { describe, expect, it } from 'vitest';
import {
  dynamicPortRange,
  FALLBACK_PORT_RANGES,
  isInPortRange,
  KERNEL_PORT_RANGE,
  MAX_RESERVED_HOST_PORTS,
  type PortRangeSetting,
  RESERVED_TCP_PORTS,
} from './ports.ts';

const OWN = { first: 40_000, last: 40_099 };

describe('reserved host ports (2.2)', () => {
  it('2.2: SSH, Docker and the agent take six TCP ports of every instance', () => {
    expect(RESERVED_TCP_PORTS).toEqual([22, 2375, 2376, 51678, 51679, 51680]);
  });

  it('2.2: the default ports count towards the 100 that an instance can have reserved', () => {
    expect(MAX_RESERVED_HOST_PORTS - RESERVED_TCP_PORTS.length).toBe(94);
  });
});

describe('dynamic host ports (2.2)', () => {
  it.each<[string, PortRangeSetting, [number, number]]>([
    ['the kernel decides on Linux', { operatingSystem: 'LINUX', kernel: KERNEL_PORT_RANGE }, [32_768, 60_999]],
    ['a changed kernel range decides on Linux', { operatingSystem: 'LINUX', kernel: OWN }, [40_000, 40_099]],
    ['Linux falls back when the parameter cannot be read', { operatingSystem: 'LINUX' }, [49_153, 65_535]],
    ['Windows begins one port lower', { operatingSystem: 'WINDOWS' }, [49_152, 65_535]],
    ['Windows has no such parameter', { operatingSystem: 'WINDOWS', kernel: KERNEL_PORT_RANGE }, [49_152, 65_535]],
    [
      'ECS_DYNAMIC_HOST_PORT_RANGE wins over the kernel',
      { operatingSystem: 'LINUX', kernel: KERNEL_PORT_RANGE, configured: OWN },
      [40_000, 40_099],
    ],
    [
      'ECS_DYNAMIC_HOST_PORT_RANGE wins over the fallback',
      { operatingSystem: 'WINDOWS', configured: OWN },
      [40_000, 40_099],
    ],
  ])('2.2: %s', (_, setting, [first, last]) => {
    expect(dynamicPortRange(setting)).toEqual({ first, last });
  });

  it.each([
    [8080, false],
    [32_767, false],
    [32_768, true],
    [60_999, true],
    [61_000, false],
  ])('2.2: port %i in the kernel range: %s', (port, inside) => {
    expect(isInPortRange(port, KERNEL_PORT_RANGE)).toBe(inside);
  });

  it('2.2: a port below 32768 is outside every default range', () => {
    for (const range of [KERNEL_PORT_RANGE, ...Object.values(FALLBACK_PORT_RANGES)]) {
      expect(isInPortRange(32_767, range)).toBe(false);
    }
  });
});
