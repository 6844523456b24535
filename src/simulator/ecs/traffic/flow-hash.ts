/**
 * What a Network Load Balancer hashes of a connection (6/8); for TCP the sequence number is part of it too. A Gateway
 * Load Balancer may leave out the ports, and the protocol with them (6/13).
 */
export type FlowTuple = {
  protocol?: 'TCP' | 'UDP' | undefined;
  sourceIp: string;
  sourcePort?: number | undefined;
  destinationIp: string;
  destinationPort?: number | undefined;
  tcpSequence?: number | undefined;
};

/**
 * A number from a connection, the same on every machine (FNV-1a over its text, then mixed). AWS names what is hashed and
 * not how, so which target a flow gets is an example (A53); that it stays there is the rule.
 */
export function flowHash(tuple: FlowTuple): number {
  const { protocol, sourceIp, sourcePort, destinationIp, destinationPort, tcpSequence } = tuple;
  const text = [protocol, sourceIp, sourcePort, destinationIp, destinationPort, tcpSequence ?? ''].join('|');
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The target of a new flow: its hash over the targets that may be chosen. */
export function targetOfFlow<T>(tuple: FlowTuple, targets: readonly T[]): T | undefined {
  return targets.length === 0 ? undefined : targets[flowHash(tuple) % targets.length];
}
