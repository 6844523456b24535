import { networkInterfaces } from 'node:os';

/**
 * Where a player's page can be opened, best first. With a public address only that one. A server that listens to every
 * address says those of its networks, private ones of a class room before others; one that listens to this machine only says so.
 */
export function joinAddresses(host: string, port: number, publicUrl: string | undefined): string[] {
  if (publicUrl !== undefined) return [publicUrl.replace(/\/+$/, '')];
  if (host !== '0.0.0.0' && host !== '::') return [`http://${host.includes(':') ? `[${host}]` : host}:${port}`];
  const found = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
    .map(({ address }) => address);
  const ranked = found.toSorted((a, b) => rank(a) - rank(b));
  return [...ranked, '127.0.0.1'].map((address) => `http://${address}:${port}`);
}

/** Home and school networks first; those of containers and virtual machines last. */
function rank(address: string): number {
  if (address.startsWith('192.168.')) return 0;
  if (address.startsWith('10.')) return 1;
  return /^172\.(1[6-9]|2\d|3[01])\./.test(address) ? 3 : 2;
}

/**
 * The address that counts for limits. A proxy's word is taken only where the server was told that there is one; then it is the
 * last address of the list, which the proxy itself wrote. One IPv6 customer has a whole /64.
 */
export function clientAddress(remote: string | undefined, forwarded: string | undefined, trustProxy: boolean): string {
  const said = trustProxy ? forwarded?.split(',').at(-1)?.trim() : undefined;
  const address = (said || remote || 'unknown').replace(/^::ffff:/, '');
  return address.includes(':') ? address.split(':').slice(0, 4).join(':') : address;
}
