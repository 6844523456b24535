import { markdownToHtml } from 'satteri';

/** Markdown of a data file (stem, reason, brief) as HTML. Authors are trusted; angle brackets are still text, not tags. */
export function renderMarkdown(markdown: string): string {
  return markdownToHtml(markdown.replaceAll('<', '&lt;')).html.trim();
}

/** The same for a text of one paragraph, without its `<p>`, for use inside a line. */
export function renderInline(markdown: string): string {
  const html = renderMarkdown(markdown);
  const inner = /^<p>([\s\S]*)<\/p>$/.exec(html)?.[1];
  return inner === undefined || inner.includes('<p>') ? html : inner;
}
