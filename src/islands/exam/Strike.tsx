import { useEffect, useState } from 'preact/hooks';
import type { ExamWords } from '../../i18n/exam-messages.ts';
import type { BesideChoice } from '../quiz/kind-props.ts';
import { keepStrikes, readStrikes, withStrike } from './strikes.ts';

/** What stands beside each choice of a sitting: the button that strikes it out. */
export function useStrikes(words: ExamWords, sitting: string): BesideChoice {
  const [struck, setStruck] = useState(() => readStrikes(sitting));
  useEffect(() => {
    addEventListener('keydown', strikeByKey);
    return () => removeEventListener('keydown', strikeByKey);
  }, []);
  return ({ question, choice, place }) => {
    const id = `${question}/${choice}`;
    return (
      <button
        class="btn plain icon strike"
        type="button"
        aria-pressed={struck.includes(id)}
        aria-keyshortcuts="X"
        aria-label={words.strike(place)}
        title={words.strikeHint}
        onClick={() => {
          const next = withStrike(struck, id);
          setStruck(next);
          keepStrikes(sitting, next);
        }}
      >
        <svg class="i" viewBox="0 0 20 20" aria-hidden="true">
          <path d="M3 10h14M13.5 6.2C13 4.8 11.7 4 10 4 8 4 6.5 5 6.5 6.7c0 .8.3 1.4.9 1.9M6.3 13.6C6.8 15.2 8.2 16 10 16c2.1 0 3.6-1 3.6-2.7 0-.4 0-.7-.2-1" />
        </svg>
      </button>
    );
  };
}

/** On a choice the key X does what the button beside it does. */
function strikeByKey(event: KeyboardEvent): void {
  const { target, key } = event;
  if (key.toLowerCase() !== 'x' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!(target instanceof HTMLInputElement) || (target.type !== 'radio' && target.type !== 'checkbox')) return;
  target.closest('li')?.querySelector<HTMLButtonElement>('.strike')?.click();
}
