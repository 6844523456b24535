import type { MdastPluginDefinition, MdastPluginEntry } from 'satteri';
import { HARD_SPACE, JOINER, keepTogether, needsJoiner } from '../i18n/line-breaks.ts';

const SHORT = 12;

/**
 * Sets the invisible characters of line-breaks.ts into every text of a lesson, so that no author does it by hand,
 * and ties the number of a source (`<Cite>`) to the word before it.
 */
export function lineBreaksPlugin(): MdastPluginEntry {
  return ({ fileURL }): MdastPluginDefinition => {
    const lang = fileURL?.pathname.includes('/ko/') ? 'ko' : 'en';
    return {
      name: 'drydock-line-breaks',
      // A short name in code (`api-2`, `invoice`) never breaks, not even in the narrow column of a table.
      inlineCode(node, context) {
        if (node.value.length <= SHORT && !node.value.includes(' '))
          context.setProperty(node, 'data', { hProperties: { className: ['whole'] } });
      },
      text(node, context) {
        const siblings = context.parent(node)?.children ?? [];
        const index = context.indexOf(node) ?? 0;
        const before = siblings[index - 1];
        const after = siblings[index + 1];
        let value = keepTogether(lang, node.value);
        if (before !== undefined && needsJoiner(lang, context.textContent(before), node.value)) value = JOINER + value;
        if (after?.type === 'mdxJsxTextElement' && after.name === 'Cite') value = value.replace(/ $/, HARD_SPACE);
        if (value !== node.value) context.setProperty(node, 'value', value);
      },
    };
  };
}
