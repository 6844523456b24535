import type { QuizWords } from '../../i18n/quiz-messages.ts';

type Props = { words: QuizWords; hintsHtml: readonly string[]; open: number };

/** The hints that were asked for; each new one is announced. */
export function Hints({ words, hintsHtml, open }: Props) {
  return (
    <div aria-live="polite" class="hint-list">
      {open > 0 && (
        <ol aria-label={words.hints}>
          {hintsHtml.slice(0, open).map((html) => (
            <li key={html} dangerouslySetInnerHTML={{ __html: html }} />
          ))}
        </ol>
      )}
    </div>
  );
}
