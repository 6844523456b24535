import type { ComponentChildren } from 'preact';

/** The little Markdown that briefs and reasons use: paragraphs, `code` and **strong**. Everything else is text. */
export function Prose({ text }: { text: string }) {
  return (
    <>
      {text
        .trim()
        .split(/\n\s*\n/)
        .map((paragraph) => (
          <p key={paragraph}>{inline(paragraph)}</p>
        ))}
    </>
  );
}

/** One line of that Markdown, without a paragraph around it. */
export function inline(text: string): ComponentChildren[] {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part) => {
    if (part.startsWith('`') && part.length > 1) return <code key={part}>{part.slice(1, -1)}</code>;
    if (part.startsWith('**') && part.length > 3) return <b key={part}>{part.slice(2, -2)}</b>;
    return part;
  });
}
