/** A stream of integers from a seed: the only source of chance. Same seed, same stream, on every machine. */
export type Random = {
  /** An integer in [0, bound); `bound` is a whole number from 1 to 2^32. Unbiased. */
  below(bound: number): number;
};

/** FNV-1a over the labelled parts, so that streams of neighbouring seeds have nothing in common. */
function hash(parts: readonly (string | number)[]): number {
  let value = 0x811c9dc5;
  for (const character of parts.join('\u0000')) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return value >>> 0;
}

/** splitmix32 (Steele, Lea and Flood 2014, 32-bit variant): small, fast, good enough for ties. */
function splitmix32(state: number): () => number {
  let current = state;
  return () => {
    current = (current + 0x9e3779b9) | 0;
    let mixed = current ^ (current >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}

/**
 * The stream named by its parts, for example `randomFrom('choices', seed, questionId)`.
 * Parts are hashed, never added: seed 1 of question 2 and seed 2 of question 1 differ.
 */
export function randomFrom(...parts: readonly (string | number)[]): Random {
  const next = splitmix32(hash(parts));
  return {
    below(bound) {
      const limit = 0x1_0000_0000 - (0x1_0000_0000 % bound);
      let value = next();
      while (value >= limit) value = next();
      return value % bound;
    },
  };
}

/** A shuffled copy (Fisher–Yates). */
export function shuffle<T>(items: readonly T[], random: Random): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}
