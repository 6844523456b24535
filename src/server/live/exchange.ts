import type { IncomingMessage, ServerResponse } from 'node:http';

/** On every answer of the API. */
export const HEADERS: readonly (readonly [string, string])[] = [
  ['Cache-Control', 'no-store'],
  ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
];

/** Names and values in turn, as Node takes them without looking at each. */
const JSON_HEAD = [...HEADERS.flat(), 'Content-Type', 'application/json'];

/** The largest body. Answers and commands are a hundredth of it. */
export const MOST_BYTES = 16 * 1024;

/** Whether a body says by itself that it is too large. */
export function saysTooMuch(request: IncomingMessage): boolean {
  return Number(request.headers['content-length'] ?? 0) > MOST_BYTES;
}

/** The text of a body, or undefined when it is too large: it is kept no further than that. Empty when the connection was cut. */
export function textOf(request: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve) => {
    let parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= MOST_BYTES) parts.push(part);
      else {
        parts = [];
        resolve(undefined);
      }
    });
    request.on('end', () => resolve((parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)).toString()));
    request.on('close', () => resolve(''));
  });
}

/** Answers with JSON; `more` are further headers, names and values in turn. */
export function sendJson(response: ServerResponse, status: number, body: unknown, more: readonly string[] = []): void {
  const text = JSON.stringify(body);
  response.writeHead(status, [...JSON_HEAD, 'Content-Length', String(Buffer.byteLength(text)), ...more]);
  response.end(text);
}
