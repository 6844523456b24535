import { Document, isCollection, isMap, isPair, isScalar, type Node, type Pair, visit } from 'yaml';

export type YamlText = {
  value: unknown;
  /** Comments above everything, a line each. */
  header: readonly string[];
  /** A comment above the value at each path; several for one path stand under each other. */
  remarks: readonly { path: readonly (string | number)[]; text: string }[];
};

/** The longest mapping or list that is written in one line. */
const ONE_LINE = 100;
const COMMENT_WIDTH = 110;

/** YAML for people: short mappings in one line, comments above what they are about. */
export function writeYaml({ value, header, remarks }: YamlText): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  document.commentBefore = header.flatMap(wrapped).join('\n');
  for (const { path, text } of remarks) {
    const above = commentable(document, path);
    if (above) above.commentBefore = [above.commentBefore, ...wrapped(text)].filter((line) => line).join('\n');
  }
  visit(document, {
    Collection(_, node) {
      if (isCollection(node) && isPlain(node)) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** The node above which a comment about this path stands: the key in a mapping, the item in a list. */
function commentable(document: Document, path: readonly (string | number)[]): Node | undefined {
  const parent = path.length <= 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const pair = parent.items.find(
      (item: Pair) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1),
    );
    return (pair?.key as Node | undefined) ?? undefined;
  }
  return (document.getIn(path, true) as Node | undefined) ?? undefined;
}

function isPlain(node: Node): boolean {
  let isCommented = false;
  visit(node, {
    Node(_, inner) {
      if (inner !== node && inner.commentBefore) isCommented = true;
    },
  });
  return !isCommented && JSON.stringify(node).length <= ONE_LINE;
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length >= COMMENT_WIDTH) {
      lines.push(line);
      line = '';
    }
    line = `${line} ${word}`;
  }
  return [...lines, line];
}
