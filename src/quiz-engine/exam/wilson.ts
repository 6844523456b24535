/** 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;

/**
 * Wilson's 95 % interval of a share (Wilson 1927): inside [0, 1] for any count, and honest for few. Without observations it
 * is everything.
 */
export function wilson(hits: number, of: number): { low: number; high: number } {
  if (of === 0) return { low: 0, high: 1 };
  const share = hits / of;
  const weight = 1 + (Z * Z) / of;
  const centre = (share + (Z * Z) / (2 * of)) / weight;
  const half = (Z / weight) * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  return { low: hits === 0 ? 0 : centre - half, high: hits === of ? 1 : centre + half };
}
