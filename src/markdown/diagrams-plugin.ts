import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MdastPluginDefinition, MdastPluginEntry } from 'satteri';
import { diagramHash, diagramTexts } from './diagram.ts';

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The figure around a drawing: the caption is its title, the description is read out. */
function figure(svg: string, source: string): string {
  const hash = diagramHash(source);
  const { title, description } = diagramTexts(source);
  return `<figure class="diagram wide"><div class="scroll" role="img" aria-labelledby="t-${hash}" aria-describedby="d-${hash}">${svg}</div><figcaption><span id="t-${hash}">${escapeHtml(title)}</span><span class="vh" id="d-${hash}">${escapeHtml(description)}</span></figcaption></figure>`;
}

/**
 * Replaces each mermaid fence by its stored SVG. A missing one stops the build with file, line and the command to run;
 * in development (`inPlace`) the page shows that sentence where the drawing belongs.
 */
export function diagramsPlugin(options: { root: string; inPlace: boolean }): MdastPluginEntry {
  return ({ fileURL, source: text }): MdastPluginDefinition => ({
    name: 'drydock-diagrams',
    options: { position: true },
    code(node) {
      if (node.lang !== 'mermaid') return;
      const file = join(options.root, 'diagrams', `${diagramHash(node.value)}.svg`);
      const html = existsSync(file) ? figure(readFileSync(file, 'utf8').trim(), node.value) : missing();
      return {
        type: 'mdxJsxFlowElement',
        name: 'Fragment',
        attributes: [
          {
            type: 'mdxJsxAttribute',
            name: 'set:html',
            value: { type: 'mdxJsxAttributeValueExpression', value: JSON.stringify(html) },
          },
        ],
        children: [],
      };

      function missing(): string {
        const place = fileURL === undefined ? 'a lesson' : relative(options.root, fileURLToPath(fileURL));
        const line = (node.position?.start.line ?? 1) + linesOfFrontMatter(text, fileURL);
        const message = `${place}:${line}:1  mermaid: this diagram has not been drawn yet, or its text changed; run "npm run diagrams"`;
        if (!options.inPlace) throw new Error(message);
        return `<p class="callout" role="note">${escapeHtml(message)}</p>`;
      }
    },
  });
}

/** Astro hands the text over with or without its front matter; a line number must be that of the file. */
function linesOfFrontMatter(text: string, fileURL: URL | undefined): number {
  if (fileURL === undefined || text.startsWith('---')) return 0;
  const whole = readFileSync(fileURL, 'utf8');
  const at = whole.indexOf(text);
  return at < 0 ? 0 : whole.slice(0, at).split('\n').length - 1;
}
