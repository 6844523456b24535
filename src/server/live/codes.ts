import { randomInt } from 'node:crypto';

/** 28 characters: no vowels, so that no word comes out; none of 0, 1 and L, which look like others. */
export const ALPHABET = '23456789BCDFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 6;

/** A room's code: 28⁶, 482 million of them. It leads into the lobby and is no credential. */
export function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** A code as somebody typed it, or undefined when it can be none. Case, spaces and hyphens do not matter. */
export function readCode(typed: string): string | undefined {
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  return code.length === CODE_LENGTH && [...code].every((character) => ALPHABET.includes(character)) ? code : undefined;
}
