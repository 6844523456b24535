import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import { type Offering, offersAt, type Spot } from './editor-completion.ts';

/** The syntax tree's node, whose type no package of ours exports. */
type Node = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>;

/** Completion of an answer's JSON: what is offered where the cursor stands. */
export function completeJson(offering: () => Offering) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const found = spotAt(context);
    if (found === undefined || (found.from === context.pos && !context.explicit)) return null;
    const offers = await offersAt(found.spot, offering());
    if (context.aborted || offers.length === 0) return null;
    const isKey = found.spot.writes === 'key';
    const rest = context.state.sliceDoc(found.to, found.to + 20);
    return {
      from: found.from,
      to: found.to,
      options: offers.map(({ json, label, detail }) => ({
        label: isKey ? json : label,
        detail,
        type: isKey ? 'property' : 'constant',
        apply: isKey && !/^\s*:/.test(rest) ? `${json}: ` : json,
      })),
    };
  };
}

/** The spot of the cursor, and the text that a completion there replaces. */
function spotAt({ state, pos }: CompletionContext): { spot: Spot; from: number; to: number } | undefined {
  const text = (node: Node) => state.sliceDoc(node.from, node.to);
  const node: Node = syntaxTree(state).resolveInner(pos, -1);
  const keys = keysAbove(node, text);
  if (node.name === 'PropertyName') return { spot: { writes: 'key', keys }, from: node.from, to: node.to };
  if (['String', 'Number', 'True', 'False', 'Null'].includes(node.name)) {
    // A text in an object that no colon follows yet is going to be a key.
    const writes = node.parent?.name === 'Object' ? 'key' : 'value';
    return { spot: { writes, keys: keysOfValue(node, keys, text) }, from: node.from, to: node.to };
  }
  const before = state.sliceDoc(Math.max(0, pos - 400), pos);
  const word = /"?[\w/]*$/.exec(before)?.[0].length ?? 0;
  const previous = before
    .slice(0, before.length - word)
    .trimEnd()
    .at(-1);
  const place = { from: pos - word, to: pos };
  if (previous === ':') return { spot: { writes: 'value', keys: keysOfValue(node, keys, text) }, ...place };
  const object = closest(node, ['Object', 'Array']);
  if (object?.name === 'Object' && (previous === '{' || previous === ','))
    return { spot: { writes: 'key', keys: keysAbove(object, text, true) }, ...place };
  return undefined;
}

function closest(node: Node, names: readonly string[]): Node | undefined {
  for (let each: Node | null = node; each; each = each.parent) if (names.includes(each.name)) return each;
  return undefined;
}

/** The keys of a value: those above it, with the key of its own property. */
function keysOfValue(node: Node, keys: readonly string[], text: (node: Node) => string): readonly string[] {
  if (node.name !== 'Property') return keys;
  const own = keyOf(node, text);
  return own === undefined ? keys : [...keys, own];
}

/** The keys and indexes that lead to the object, list or value around a node. */
function keysAbove(node: Node, text: (node: Node) => string, isContainer = false): string[] {
  const keys: string[] = [];
  // The key that is being written does not lead to itself.
  const start = node.name === 'PropertyName' && !isContainer ? (node.parent ?? node) : node;
  for (let child: Node = start, above: Node | null = start.parent; above; child = above, above = above.parent) {
    if (above.name === 'Property') keys.unshift(keyOf(above, text) ?? '');
    if (above.name === 'Array') keys.unshift(String(indexIn(above, child)));
  }
  return keys;
}

function keyOf(property: Node, text: (node: Node) => string): string | undefined {
  const name = property.getChild('PropertyName');
  if (name === null) return undefined;
  try {
    return String(JSON.parse(text(name)));
  } catch {
    // A key in the middle of being written.
    return undefined;
  }
}

function indexIn(array: Node, item: Node): number {
  let index = 0;
  for (let child = array.firstChild; child && child.from < item.from; child = child.nextSibling)
    if (!['[', ']', ',', '⚠'].includes(child.name)) index++;
  return index;
}
