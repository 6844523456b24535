import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';

const TOKEN_BYTES = 16;
/** Chance is fetched for many tokens at once: for one alone the way to the system costs more than the token. */
let chance = Buffer.alloc(0);

/** 128 bits of chance as text that fits into a URL and a header. */
export function newToken(): string {
  if (chance.length === 0) chance = randomBytes(256 * TOKEN_BYTES);
  const token = chance.toString('base64url', 0, TOKEN_BYTES);
  chance.fill(0, 0, TOKEN_BYTES);
  chance = chance.subarray(TOKEN_BYTES);
  return token;
}

/** What the log keeps of a token: 128 bits of SHA-256. Who reads the log cannot take a seat with it. */
export function hashOf(token: string): string {
  return hash('sha256', token, 'buffer').subarray(0, 16).toString('base64url');
}

/**
 * A seat is named by the hash of its token, so that no table says whose a token is, every process can tell by itself, and
 * nobody gets from the name to the token.
 */
export const seatOf = hashOf;

/** Compares in a time that says nothing about where two hashes differ. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Something that names a person or an address only to who has the key. */
export function pseudonym(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url').slice(0, 16);
}

/** The token of `Authorization: Bearer …`; undefined for anything else. */
export function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer ([A-Za-z0-9_-]{22})$/.exec(header ?? '')?.[1];
}
