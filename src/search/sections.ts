/**
 * MDX source → plain text by section. Not a Markdown parser: search needs words and the explicit ids of headings, so
 * marks and tags may simply fall away, and · stands between the items of lists, tables and diagrams. What stands in a tag's `title` is read, other attributes are not.
 */

/** A stretch of a page. Without an id it is the opening, before the first heading that can be linked to. */
export type Section = { id?: string; heading?: string; text: string };

const HEADING = /^(#{1,6})\s+(.*?)\s*(?:\{#([A-Za-z0-9_-]+)\})?\s*#*$/;

/** Sections in order; the opening comes first and may be empty. A heading without an id belongs to the section above it. */
export function sectionsOf(source: string): Section[] {
  const sections: Section[] = [];
  let current: { id?: string; heading?: string; lines: string[] } = { lines: [] };
  const close = () => {
    const { lines, ...section } = current;
    sections.push({ ...section, text: inlineText(lines.join('\n')) });
  };
  let fence: { mark: string; mermaid: boolean } | undefined;
  for (const line of source.split(/\r?\n/)) {
    const opened = /^\s*(`{3,}|~{3,})\s*(\w*)/.exec(line);
    if (fence) {
      if (opened?.[1]?.startsWith(fence.mark) && opened[2] === '') fence = undefined;
      else current.lines.push(literal(fence.mermaid ? diagramWords(line) : line));
      continue;
    }
    if (opened) {
      fence = { mark: opened[1] ?? '', mermaid: opened[2] === 'mermaid' };
      continue;
    }
    const heading = HEADING.exec(line);
    if (heading?.[3] !== undefined) {
      close();
      current = { id: heading[3], heading: inlineText(heading[2] ?? ''), lines: [] };
    } else current.lines.push(heading ? `- ${heading[2] ?? ''}` : line);
  }
  close();
  return sections;
}

/** Marks that inline Markdown would eat but that are part of code. */
function literal(code: string): string {
  return code.replace(/[<>{}*_`[\]|]/g, ' ');
}

/** A diagram says with its title, description and labels what it shows; its syntax is not for reading. */
function diagramWords(line: string): string {
  const said = /^\s*acc(?:Title|Descr)\s*:\s*(.*)$/.exec(line);
  if (said) return `· ${said[1] ?? ''}`;
  const labels = [...line.matchAll(/[[({|]"?([^[\](){}|"]+)"?[\])}|]/g)].map((match) => match[1] ?? '');
  return labels
    .map((label) => `· ${label}`)
    .join(' ')
    .replace(/<br\s*\/?>/g, ' ');
}

function inlineText(markdown: string): string {
  return (
    markdown
      .replace(/\{\/\*[\s\S]*?\*\/\}|<!--[\s\S]*?-->/g, ' ')
      .replace(/^(?:import|export)\s.*$/gm, ' ')
      // A particle follows the bold word at once: <b>태스크</b>는.
      .replace(/<\/?(?:a|abbr|b|code|em|i|kbd|mark|span|strong|sub|sup)(?:\s[^<>]*)?>/g, '')
      .replace(/<\/?[A-Za-z][\w.]*(?:\s[^<>]*?)?\/?>/g, (tag) => ` ${/\btitle="([^"]*)"/.exec(tag)?.[1] ?? ''} `)
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/\\([{}<>*_`#|\\[\]])/g, '$1')
      .replace(/^\s*>\s?/gm, '')
      .replace(/^\s*(?:[-*+]|\d+\.)\s+/gm, '· ')
      .replace(/^\s*\|?(?:\s*:?-{3,}:?\s*\|?)+\s*$/gm, ' ')
      .replace(/\|/g, ' · ')
      .replace(/`|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|~~/g, '')
      .replace(/(?<![A-Za-z0-9])_{1,2}|_{1,2}(?![A-Za-z0-9])/g, '')
      .replace(/&(lt|gt|amp|quot|nbsp);/g, (_, name: string) => ENTITIES[name] ?? ' ')
      .replace(/\s+([.,;:)])(?=\s|$)/g, '$1')
      .replace(/\s+/g, ' ')
      .replace(/(?: ?· ?)+/g, ' · ')
      .replace(/^ · | · $|(?<=[.:!?]) ·(?= )/g, '')
      .trim()
  );
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ' };
