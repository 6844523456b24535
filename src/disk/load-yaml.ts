import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument, type YAMLParseError } from 'yaml';
import type { Fault } from '../simulator/scenario/fault.ts';

/** A place in a file, both counted from 1. */
export type Place = { line: number; column: number };

/** A fault with its place, as authors and programs see it. */
export type PlacedFault = { file: string; line: number; column: number; path: string; message: string };

/** A parsed YAML file that can still say where each value stood. */
export type LoadedYaml = {
  file: string;
  value: unknown;
  /** The first syntax fault, because most others follow from it; `value` is undefined when there is one. */
  faults: PlacedFault[];
  /** Where the value at this path stands, or its nearest parent that exists. `key: true` points at the key instead. */
  place(path: readonly PropertyKey[], options?: { key: boolean }): Place;
};

/** One line for people: `file:line:column  path: what is wrong; what to write`. */
export function sayFault(fault: PlacedFault): string {
  const path = fault.path === '' ? '' : `${fault.path}: `;
  return `${fault.file}:${fault.line}:${fault.column}  ${path}${fault.message}`;
}

/** `challenge.goals.0.metric`, the way an author would look for it. */
export function sayPath(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}

/** A fault of a schema, with its place: the value, but for an unknown key, which is itself what is wrong. */
export function placed(loaded: LoadedYaml, fault: Fault): PlacedFault {
  const place = loaded.place(fault.path, { key: fault.message.startsWith('unknown key') });
  return { file: loaded.file, ...place, path: sayPath(fault.path), message: fault.message };
}

/**
 * Parses one YAML (or JSON) text. Never throws: syntax faults are returned with their place.
 * Aliases are limited by the library, so a hostile file cannot blow up.
 */
export function loadYaml(text: string, file: string): LoadedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const place: LoadedYaml['place'] = (path, options) => at(offsetOf(document, path, options?.key ?? false));
  const [first] = document.errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  if (first !== undefined) {
    const fault = { file, ...at(first.pos[0]), path: '', message: saySyntax(first, text) };
    return { file, value: undefined, faults: [fault], place };
  }
  try {
    return { file, value: document.toJS({ maxAliasCount: 100 }), faults: [], place };
  } catch (error) {
    const message = `this YAML cannot be read: ${error instanceof Error ? error.message : String(error)}; write the values out instead of aliases (*name)`;
    return { file, value: undefined, faults: [{ file, line: 1, column: 1, path: '', message }], place };
  }
}

function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[], key: boolean): number {
  if (key && path.length > 0) {
    const parent = document.getIn(path.slice(0, -1), true);
    const pair = isMap(parent)
      ? parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1))
      : undefined;
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
  }
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

/** What is wrong with the syntax, and what to write; the parser's words where ours say no more. */
function saySyntax(error: YAMLParseError, text: string): string {
  const lineStart = text.lastIndexOf('\n', error.pos[0]) + 1;
  if (/^[ ]*\t/.test(text.slice(lineStart))) return 'this line begins with a tab; indent with spaces';
  if (error.code === 'DUPLICATE_KEY') return 'this key stands twice in one mapping; keep one of them';
  if (error.code === 'MULTIPLE_DOCS')
    return 'a second document begins at this "---"; a file holds one, remove the line';
  const sentence = error.message.split('\n')[0]?.replace(/:$/, '') ?? error.message;
  return `this is not valid YAML: ${sentence}; look at this line and the one before it`;
}
