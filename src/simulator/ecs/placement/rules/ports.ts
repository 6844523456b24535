import type { PortKey } from '../../cluster.ts';
import type { FilterRule } from './filter-rule.ts';

/** 1.1.1, 2.2: every static host port free, TCP and UDP counted apart. */
export const ports: FilterRule = {
  rule: 'RESOURCE:PORTS',
  admits: (instance, { shape }) => shape.ports.every((port) => !instance.ports.has(port)),
  say: (instance, { shape }) => ({
    need: `host port ${shape.ports.map(sayPort).join(', ')}`,
    have: `${shape.ports
      .filter((port) => instance.ports.has(port))
      .map(sayPort)
      .join(', ')} in use`,
  }),
};

function sayPort(port: PortKey): string {
  return `${port >> 1}/${port % 2 === 1 ? 'udp' : 'tcp'}`;
}
