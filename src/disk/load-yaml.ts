import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml';

/** A place in a file, both counted from 1. */
export type Place = { line: number; column: number };

/** A fault with its place, as authors and programs see it. */
export type PlacedFault = { file: string; line: number; column: number; path: string; message: string };

/** A parsed YAML file that can still say where each value stood. */
export type LoadedYaml = {
  file: string;
  value: unknown;
  /** Syntax faults; `value` is undefined when there are any. */
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
  const faults = document.errors.map((error) => ({
    file,
    ...at(error.pos[0]),
    path: '',
    message: `this is not valid YAML: ${firstSentence(error.message)}`,
  }));
  if (faults.length > 0) return { file, value: undefined, faults, place };
  try {
    return { file, value: document.toJS({ maxAliasCount: 100 }), faults, place };
  } catch (error) {
    const message = `this YAML cannot be read: ${error instanceof Error ? error.message : String(error)}`;
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

function firstSentence(message: string): string {
  return message.split('\n')[0]?.replace(/:$/, '') ?? message;
}
