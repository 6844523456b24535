import type { PortKey } from '../../cluster.ts';
import { MAX_RESERVED_HOST_PORTS } from '../../networking/ports.ts';
import type { FilterRule } from './filter-rule.ts';

/** 1.1.1, 2.2: every static host port free, TCP and UDP counted apart. */
export const ports: FilterRule = {
  rule: 'RESOURCE:PORTS',
  admits: (instance, { shape }) =>
    shape.ports.every((port) => !instance.ports.has(port)) && hasRoom(instance.ports.size, shape.ports.length),
  say: (instance, { shape }) => ({
    need: `host port ${shape.ports.map(sayPort).join(', ')}`,
    have: hasRoom(instance.ports.size, shape.ports.length)
      ? `${shape.ports
          .filter((port) => instance.ports.has(port))
          .map(sayPort)
          .join(', ')} in use`
      : `${instance.ports.size} of ${MAX_RESERVED_HOST_PORTS} reserved ports in use`,
  }),
};

/** Dynamic ports do not count, and who asks for none is not held up. */
function hasRoom(taken: number, wanted: number): boolean {
  return wanted === 0 || taken + wanted <= MAX_RESERVED_HOST_PORTS;
}

function sayPort(port: PortKey): string {
  return `${port >> 1}/${port % 2 === 1 ? 'udp' : 'tcp'}`;
}
