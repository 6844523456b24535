/** An IP address as a whole number, with how many bits an address of its kind has. */
export type Address = { value: bigint; bits: 32 | 128 };

/** Addresses whose first `mask` bits are those of `address`. */
export type IpRange = { address: Address; mask: number };

/** Reads `10.0.0.0/24` or `2001:db8::/32`; returns what is wrong with it as text, in the words of Event Ruler. */
export function readCidr(text: string): IpRange | string {
  const parts = text.split('/');
  if (parts.length !== 2) return "Malformed CIDR, one '/' required";
  const [ip = '', mask = ''] = parts;
  if (!/^[+-]?\d{1,9}$/.test(mask)) return 'Malformed CIDR, mask bits must be an integer';
  const bits = Number(mask);
  if (bits < 0) return 'Malformed CIDR, mask bits must not be negative';
  const address = readAddress(ip);
  if (address === undefined) return `Nonstandard IP address: ${ip}`;
  if (bits >= address.bits) return `IPv${address.bits === 32 ? 4 : 6} mask bits must be < ${address.bits}`;
  return { address, mask: bits };
}

export function isInRange(text: string, { address, mask }: IpRange): boolean {
  const asked = readAddress(text);
  if (asked === undefined || asked.bits !== address.bits) return false;
  const shift = BigInt(address.bits - mask);
  return asked.value >> shift === address.value >> shift;
}

export function readAddress(text: string): Address | undefined {
  return text.includes(':') ? readV6(text) : readV4(text);
}

function readV4(text: string): Address | undefined {
  const bytes = text.split('.');
  if (bytes.length !== 4 || !bytes.every((byte) => /^\d{1,3}$/.test(byte) && Number(byte) < 256)) return undefined;
  return { value: bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n), bits: 32 };
}

/** Eight groups of 16 bits; one `::` stands for the groups of zeros that are left out. */
function readV6(text: string): Address | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail];
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return { value: groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n), bits: 128 };
}
