/**
 * A world in the fragment of a link: `#s1;z<data>`. Version 1 is the JSON of the scenario's file as UTF-8, deflated
 * (`z`, raw DEFLATE) or as it is (`p`, where the browser cannot compress), in base64url. A version, once published, is
 * read forever. What a link brings is only text here: whether it is a scenario is for the reader of scenarios to say.
 */
export type ShareReading =
  /** No fragment, or one that belongs to the page. */
  | { kind: 'none' }
  | { kind: 'value'; value: unknown }
  /** Looks like a shared world but was cut or changed on its way. */
  | { kind: 'corrupt' }
  /** Larger than any world that was shared from here. */
  | { kind: 'huge' }
  /** Written by a later Drydock. */
  | { kind: 'newer'; version: number }
  | { kind: 'foreign' };

/** Characters of a fragment; what is larger belongs into a file. */
export const MOST_CHARACTERS = 60_000;
/** Bytes of the JSON: a few letters can be deflated to a lot, so it is counted while it grows. */
const MOST_BYTES = 2_000_000;

/** The fragment without `#`; undefined for a world that is too large for a link. */
export async function writeShare(value: unknown): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  if (bytes.length > MOST_BYTES) return undefined;
  const deflated = await deflate(bytes);
  const fragment = deflated ? `s1;z${toBase64Url(deflated)}` : `s1;p${toBase64Url(bytes)}`;
  return fragment.length > MOST_CHARACTERS ? undefined : fragment;
}

/** Reads `location.hash`, with or without its `#`. Never throws. */
export async function readShare(hash: string): Promise<ShareReading> {
  const text = hash.startsWith('#') ? hash.slice(1) : hash;
  if (text === '') return { kind: 'none' };
  const match = /^s(\d{1,6});/.exec(text);
  if (match === null) return { kind: 'foreign' };
  const version = Number(match[1]);
  if (version > 1) return { kind: 'newer', version };
  if (version < 1) return { kind: 'corrupt' };
  if (text.length > MOST_CHARACTERS) return { kind: 'huge' };
  return readVersion1(text.slice(match[0].length));
}

async function readVersion1(body: string): Promise<ShareReading> {
  try {
    const bytes = fromBase64Url(body.slice(1));
    const packed = body[0] === 'p' ? bytes : body[0] === 'z' ? await inflate(bytes) : undefined;
    if (packed === 'huge') return { kind: 'huge' };
    if (packed === undefined) return { kind: 'corrupt' };
    return { kind: 'value', value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(packed)) };
  } catch {
    // Not base64url, not DEFLATE, not UTF-8 or not JSON: each means that the link was cut or changed on its way.
    return { kind: 'corrupt' };
  }
}

/** Undefined where the browser cannot compress. */
async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (typeof CompressionStream === 'undefined') return undefined;
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | 'huge'> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MOST_BYTES) {
      await reader.cancel();
      return 'huge';
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Throws for characters that are none of base64url's. */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]*$/.test(text)) throw new Error('not base64url');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
