/** A stem inside a button or a summary: its inline words without paragraphs, lists or links. */
export function inlineHtml(html: string): string {
  return html.replaceAll(/<\/?(?:p|ul|ol|li|a|table|thead|tbody|tr|td|th|pre|div)\b[^>]*>/g, ' ');
}
