import type { HonoRequest } from 'hono';

/** On every answer of the API. */
export const HEADERS: readonly (readonly [string, string])[] = [
  ['Cache-Control', 'no-store'],
  ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
];

/** The largest body. Answers and commands are a hundredth of it. */
export const MOST_BYTES = 16 * 1024;

/**
 * The text of a body, or undefined when it is too large. One that says its length was looked at before; one that comes in
 * pieces is read no further than that.
 */
export async function textOf(request: HonoRequest): Promise<string | undefined> {
  if (request.header('Content-Length') !== undefined) return request.text();
  const reader = request.raw.body?.getReader();
  if (reader === undefined) return '';
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > MOST_BYTES) return undefined;
    parts.push(part.value);
  }
  return Buffer.concat(parts).toString('utf8');
}
