import { targetOfFlow } from './flow-hash.ts';
import type { GroupTraffic } from './group-traffic.ts';
import type { LoadLine } from './load-lines.ts';
import { rotationOf } from './rotation.ts';
import { roundRobin } from './split.ts';

/**
 * 6/8: requests over connections that stay open: each connection is hashed to a target once and stays with it until the
 * target is gone or unhealthy, even while it drains; then the client connects anew from another port. Requests go over
 * the connections in turn.
 */
export function sendOverConnections(line: LoadLine, group: GroupTraffic, requests: number): void {
  const { pools } = rotationOf(group.targets, group.rule);
  const open = pools.flat();
  for (const connection of line.connections) {
    const { target } = connection;
    if (target && (open.includes(target) || isDrainingIn(group, target))) continue;
    if (target) connection.port = 1024 + ((connection.port + 1000 - 1024) % 64_000);
    const { sourceIp = '198.51.100.1', port: destinationPort = 80 } = line.spec;
    const tuple = { protocol: 'TCP' as const, sourceIp, sourcePort: connection.port, destinationIp: group.rule.name };
    connection.target = targetOfFlow({ ...tuple, destinationPort }, open);
  }
  const { counts, next } = roundRobin(line.connections.length, requests, line.connectionTurn);
  line.connectionTurn = next;
  if (requests % line.connections.length !== 0) group.uneven = true;
  for (const [i, { target }] of line.connections.entries()) {
    if (target) target.arrivals += counts[i] ?? 0;
    else group.unsent += counts[i] ?? 0;
  }
}

function isDrainingIn(group: GroupTraffic, target: GroupTraffic['targets'][number]): boolean {
  return target.health === 'draining' && group.targets.includes(target);
}
