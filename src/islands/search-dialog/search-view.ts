/** Results as elements, made by DOM calls: nothing of a query or a text is ever read as HTML. */
import type { Segment } from '../../search/highlight.ts';
import type { HitGroup, ShownHit } from './search-model.ts';

/** Shows the groups in place of the present ones, each named by the list's `data-<kind>`; returns the number of results. */
export function renderGroups(list: HTMLElement, groups: readonly HitGroup[]): number {
  let count = 0;
  list.replaceChildren(
    ...groups.map(({ kind, hits }) => {
      const id = `search-${kind}`;
      return element(
        'div',
        { role: 'group', 'aria-labelledby': id },
        element('p', { id, class: 'search-kind', role: 'presentation' }, groupName(list, kind)),
        ...hits.map((hit) => option(hit, count++)),
      );
    }),
  );
  return count;
}

function groupName(list: HTMLElement, kind: HitGroup['kind']): string {
  return list.dataset[kind] ?? kind;
}

/** A link that is an option: Ctrl-click and "open in a new tab" work as everywhere. */
function option(hit: ShownHit, index: number): HTMLAnchorElement {
  const link = element('a', { role: 'option', id: `search-result-${index}`, href: hit.url, tabindex: '-1' });
  link.append(element('b', {}, ...marked(hit.heading)));
  if (hit.page !== '') link.append(element('span', { class: 'search-page' }, hit.page));
  if (hit.snippet.length > 0) link.append(element('span', { class: 'search-snippet' }, ...marked(hit.snippet)));
  return link;
}

function marked(segments: readonly Segment[]): (Node | string)[] {
  return segments.map(({ text, marked: isMarked }) => (isMarked ? element('mark', {}, text) : text));
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}
