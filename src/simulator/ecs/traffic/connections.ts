import { type FlowTuple, targetOfFlow } from './flow-hash.ts';
import type { GroupTraffic } from './group-traffic.ts';
import type { LoadLine } from './load-lines.ts';
import { rotationOf } from './rotation.ts';
import type { GroupRule } from './routes.ts';
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
 * the connections in turn. 6/13: behind a Gateway Load Balancer a flow stays even then, unless its target group
 * rebalances; what is sent to a target that is registered no more is dropped.
 */
export function sendOverConnections(line: LoadLine, groupNamed: (name: string) => GroupTraffic): void {
  const { connections, spec } = line;
  const { counts, next } = roundRobin(connections.length, line.rate, line.turn);
  line.turn = next;
  const open = new Map<GroupTraffic, readonly TargetTraffic[]>();
  for (const [i, connection] of connections.entries()) {
    const group = groupNamed(connection.group);
    if (!isOpen(connection, group)) {
      const targets = open.get(group) ?? rotationOf(group.targets, group.rule).pools.flat();
      open.set(group, targets);
      connectAnew(connection, targets, { spec, group });
    }
    const requests = counts[i] ?? 0;
    group.arrivals += requests;
    if (line.rate % connections.length !== 0) group.uneven = true;
    if (connection.target?.health === 'left') group.dropped += requests;
    else if (connection.target) connection.target.arrivals += requests;
    else group.unsent += requests;
  }
}

function isOpen({ target }: Connection, { rule }: GroupTraffic): boolean {
  return target !== undefined && (!rule.rebalances || target.inRotation || target.health === 'draining');
}

function connectAnew(
  connection: Connection,
  open: readonly TargetTraffic[],
  { spec, group }: { spec: LoadLine['spec']; group: GroupTraffic },
): void {
  const { name, type } = group.rule;
  // A Gateway Load Balancer hashes the same flow again: the client knows nothing of the appliance in between.
  if (connection.target && type !== 'gateway') connection.port = 1024 + ((connection.port - 24) % 64_000);
  const { sourceIp = '198.51.100.1', port: destinationPort = 80, host } = spec;
  const destinationIp = type === 'gateway' ? (host ?? name) : name;
  const tuple = { protocol: 'TCP' as const, sourceIp, sourcePort: connection.port, destinationIp, destinationPort };
  connection.target = targetOfFlow(keptTogether(tuple, group.rule), open);
}

/** 6/13: the parts of a flow that decide which others stay with it: all five, without the ports, or the addresses alone. */
export function keptTogether(tuple: FlowTuple, { stickiness }: Pick<GroupRule, 'stickiness'>): FlowTuple {
  const { protocol, sourceIp, destinationIp } = tuple;
  if (stickiness === 'source_ip_dest_ip') return { sourceIp, destinationIp };
  return stickiness === 'source_ip_dest_ip_proto' ? { protocol, sourceIp, destinationIp } : tuple;
}
