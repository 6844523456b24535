import type { Json } from '../run.ts';

/** The value under one key of an object or list; its own keys only. */
export function child(parent: Json | undefined, key: string): Json | undefined {
  if (typeof parent !== 'object' || parent === null) return undefined;
  return Object.hasOwn(parent, key) ? (parent as Record<string, Json>)[key] : undefined;
}

/** The keys of a JSON Pointer (RFC 6901); undefined when it is none. */
export function parsePointer(pointer: string): string[] | undefined {
  if (!/^(\/([^~/]|~0|~1)*)+$/.test(pointer)) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at a pointer, or undefined. */
export function readPointer(world: unknown, pointer: string): Json | undefined {
  const keys = parsePointer(pointer);
  if (keys === undefined) return undefined;
  return keys.reduce<Json | undefined>((value, key) => child(value, key), world as Json);
}
