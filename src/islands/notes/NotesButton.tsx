import './notes.css';
import { useEffect, useState } from 'preact/hooks';
import { notesMessages } from '../../i18n/notes-messages.ts';
import type { Language } from '../../i18n/text.ts';

type Props = {
  /** Of the question or scenario; of a section `<lesson>#<anchor>`. */
  id: string;
  kind: 'question' | 'scenario' | 'section';
  lang: Language;
  /** What it is on, where no question around it says so. */
  on?: string;
};

/**
 * The button that bookmarks a place and holds a note on it. On a page it is plain HTML, which `enlivenNotes` wakes; inside an
 * island it wakes by itself. What it opens is loaded when it is pressed.
 */
export function NotesButton({ id, kind, lang, on }: Props) {
  const words = notesMessages[lang];
  const [isAlive, setAlive] = useState(false);
  useEffect(() => {
    import('./enliven-notes.ts').then(
      ({ enlivenNotes, showKept }) => {
        enlivenNotes();
        setAlive(true);
        void showKept();
      },
      () => undefined,
    );
  }, [id, kind]);
  return (
    <button
      type="button"
      class="btn plain icon notes-button"
      data-notes={`${kind}:${id}`}
      data-on={on}
      data-empty={words.button}
      data-bookmarked={words.bookmarked}
      data-noted={words.noted}
      aria-label={[words.button, on].filter(Boolean).join(' · ')}
      title={words.button}
      aria-haspopup="dialog"
      disabled={!isAlive}
    >
      <svg class="i" aria-hidden="true" viewBox="0 0 20 20">
        <path d="M5.5 3h9v14L10 13.2 5.5 17z" />
      </svg>
    </button>
  );
}
