import { targetOfFlow } from './flow-hash.ts';
import type { GroupTraffic } from './group-traffic.ts';
import type { LoadLine } from './load-lines.ts';
import { rotationOf } from './rotation.ts';
import { byWeight, FIRST_TURN, roundRobin } from './split.ts';
import type { TargetTraffic } from './target-traffic.ts';

/** A connection that stays open: its group, its client port, and the target that it was hashed to. */
export type Connection = { group: string; port: number; target: TargetTraffic | undefined };

/** As many connections as a load keeps open, shared out over its target groups by weight. */
export function connectionsOf(
  count: number,
  shares: readonly { group: string; weight: number }[],
  firstPort: number,
): Connection[] {
  const weights = shares.map(({ weight }) => weight);
  const { counts } = byWeight(weights, count, FIRST_TURN);
  const groups = shares.flatMap(({ group }, i) => Array.from({ length: counts[i] ?? 0 }, () => group));
  return groups.map((group, n) => ({ group, port: firstPort + n, target: undefined }));
}

/**
 * 6/8: requests over connections that stay open: each connection is hashed to a target once and stays with it until the
 * target is gone or unhealthy, even while it drains; then the client connects anew from another port. Requests go over
 * the connections in turn.
 */
export function sendOverConnections(line: LoadLine, groupNamed: (name: string) => GroupTraffic): void {
  const { connections, spec } = line;
  const { counts, next } = roundRobin(connections.length, line.rate, line.turn);
  line.turn = next;
  const open = new Map<GroupTraffic, readonly TargetTraffic[]>();
  for (const [i, connection] of connections.entries()) {
    const group = groupNamed(connection.group);
    if (!isOpen(connection)) {
      const targets = open.get(group) ?? rotationOf(group.targets, group.rule).pools.flat();
      open.set(group, targets);
      connectAnew(connection, targets, { spec, group });
    }
    const requests = counts[i] ?? 0;
    group.arrivals += requests;
    if (line.rate % connections.length !== 0) group.uneven = true;
    if (connection.target) connection.target.arrivals += requests;
    else group.unsent += requests;
  }
}

function isOpen({ target }: Connection): boolean {
  return target !== undefined && (target.inRotation || target.health === 'draining');
}

function connectAnew(
  connection: Connection,
  open: readonly TargetTraffic[],
  { spec, group }: { spec: LoadLine['spec']; group: GroupTraffic },
): void {
  if (connection.target) connection.port = 1024 + ((connection.port - 24) % 64_000);
  const { sourceIp = '198.51.100.1', port: destinationPort = 80 } = spec;
  const tuple = { protocol: 'TCP' as const, sourceIp, sourcePort: connection.port, destinationIp: group.rule.name };
  connection.target = targetOfFlow({ ...tuple, destinationPort }, open);
}
