import { createHash } from 'node:crypto';

/**
 * Changes when a drawing of the same source would come out differently: mermaid's version, and a count of our own
 * changes to the renderer (tools/diagrams.ts). The tool refuses to run when the installed mermaid is another one.
 */
export const RENDERER = { mermaid: '12.3.0', revision: 2 };

/** Widest drawing allowed, in CSS pixels: beyond it nobody can read it beside the text. */
export const MAX_WIDTH = 760;

/** The name of the SVG of a mermaid fence: 16 hex digits of its source and the renderer. */
export function diagramHash(source: string): string {
  const text = `${RENDERER.mermaid}/${RENDERER.revision}\n${source.trim()}`;
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** What a diagram says to those who do not see it; both are required. */
export function diagramTexts(source: string): { title: string; description: string } {
  const line = (name: string) => new RegExp(`^\\s*${name}\\s*:\\s*(.+)$`, 'm').exec(source)?.[1]?.trim() ?? '';
  const block = /^\s*accDescr\s*\{([^}]*)\}/m.exec(source)?.[1]?.replace(/\s+/g, ' ').trim();
  return { title: line('accTitle'), description: block ?? line('accDescr') };
}

/** Faults that can be seen in the source alone, without drawing it. */
export function diagramFaults(source: string): string[] {
  const { title, description } = diagramTexts(source);
  const faults: string[] = [];
  if (title === '') faults.push('the diagram has no title; add a line "accTitle: …" that says what it shows');
  if (description === '')
    faults.push('the diagram has no description; add a line "accDescr: …" that tells what one sees');
  if (/^\s*(style|classDef|linkStyle|%%\{)/m.test(source) || /#[0-9a-f]{6}\b/i.test(source)) {
    faults.push(
      'the diagram sets its own colours; remove style, classDef, linkStyle and %%{…}%%: the theme colours it',
    );
  }
  return faults;
}
