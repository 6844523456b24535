/** An IPv4 or IPv6 address as a number with its length in bits; undefined when it is none. */
type Address = { bits: 32 | 128; value: bigint };

function readAddress(text: string): Address | undefined {
  return text.includes(':') ? readV6(text) : readV4(text);
}

function readV4(text: string): Address | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return undefined;
  return { bits: 32, value: parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n) };
}

function readV6(text: string): Address | undefined {
  const [head = '', tail, more] = text.split('::');
  if (more !== undefined) return undefined;
  const groups = (side: string) => (side === '' ? [] : side.split(':'));
  const [left, right] = [groups(head), groups(tail ?? '')];
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const all = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
  if (!all.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return undefined;
  return { bits: 128, value: all.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n) };
}

/** Whether a text is an IPv4 or IPv6 address. */
export function isAddress(text: string): boolean {
  return readAddress(text) !== undefined;
}

/** A block such as 10.0.0.0/8 or 2001:db8::/32; undefined when it is none. */
export function readCidr(text: string): { address: Address; prefix: number } | undefined {
  const [base = '', length, more] = text.split('/');
  const address = readAddress(base);
  if (address === undefined || more !== undefined || !/^\d{1,3}$/.test(length ?? '')) return undefined;
  const prefix = Number(length);
  return prefix > address.bits ? undefined : { address, prefix };
}

/** Whether an address lies in a block (6/2, source-ip). IPv4 and IPv6 never match each other. */
export function isInCidr(address: string, block: string): boolean {
  const [of, cidr] = [readAddress(address), readCidr(block)];
  if (of === undefined || cidr === undefined || of.bits !== cidr.address.bits) return false;
  const shift = BigInt(of.bits - cidr.prefix);
  return of.value >> shift === cidr.address.value >> shift;
}
