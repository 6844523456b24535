/** A reason, where there is one. */
export function Why({ html }: { html: string | undefined }) {
  return html ? <span class="why" dangerouslySetInnerHTML={{ __html: html }} /> : null;
}
