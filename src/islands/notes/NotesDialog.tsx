import './notes.css';
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { notesMessages } from '../../i18n/notes-messages.ts';
import { languageOf } from '../../i18n/paths.ts';
import type { Attempt } from '../../quiz-engine/attempt.ts';
import { foldNotes } from '../../quiz-engine/notes.ts';
import { readLog, recordAttempt } from '../progress-store.ts';

type Place = { id: string; about: string };
type Held = { bookmarked: boolean; note: string };

/** Opens bookmark and note of a place over the page. The focus returns to where it was when it closes. */
export async function openNotes({ id, about }: Place): Promise<void> {
  if (document.querySelector('.notes-dialog') !== null) return;
  const { attempts } = await readLog();
  const { bookmarked, note } = foldNotes(attempts).find((each) => each.id === id) ?? { bookmarked: false, note: '' };
  const host = document.createElement('div');
  document.body.append(host);
  const gone = () => {
    render(null, host);
    host.remove();
  };
  render(<NotesDialog id={id} about={about} held={{ bookmarked, note }} gone={gone} />, host);
}

function NotesDialog({ id, about, held, gone }: Place & { held: Held; gone: () => void }) {
  const words = notesMessages[languageOf(document.documentElement.lang)];
  const [now, setNow] = useState(held);
  const [said, setSaid] = useState('');
  const kept = useRef(held);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);

  async function keep() {
    const next = { ...now, note: now.note.trim() };
    const { bookmarked, note } = kept.current;
    // Only what was changed: a bookmark set here must not undo a note written elsewhere in the meantime.
    const mark: Attempt = {
      kind: 'mark',
      id,
      atMs: Date.now(),
      ...(next.bookmarked === bookmarked ? {} : { bookmarked: next.bookmarked }),
      ...(next.note === note ? {} : { note: next.note }),
    };
    if (mark.bookmarked === undefined && mark.note === undefined) return dialog.current?.close();
    const keeping = await recordAttempt(mark);
    kept.current = next;
    if (keeping.where === 'device') dialog.current?.close();
    else setSaid(words.keptInTab);
  }

  return (
    <dialog
      ref={dialog}
      class="notes-dialog"
      aria-labelledby="notes-title"
      onClose={gone}
      onCancel={(event) => {
        // Escape takes nothing away that was written.
        event.preventDefault();
        void keep();
      }}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <h2 id="notes-title">{words.title}</h2>
        {about !== '' && <p class="notes-on">{about}</p>}
        <label class="notes-check">
          <input
            type="checkbox"
            checked={now.bookmarked}
            onChange={(event) => setNow({ ...now, bookmarked: event.currentTarget.checked })}
          />
          {words.bookmark}
        </label>
        <div class="field">
          <label for="notes-text">{words.note}</label>
          <textarea
            id="notes-text"
            class="input"
            rows={6}
            maxLength={10_000}
            aria-describedby="notes-hint"
            value={now.note}
            onInput={(event) => setNow({ ...now, note: event.currentTarget.value })}
          />
          <p id="notes-hint" class="hint">
            {words.hint}
          </p>
        </div>
        <p role="status">{said}</p>
        <div class="row">
          <button class="btn go" type="submit">
            {words.keep}
          </button>
          <button class="btn" type="button" onClick={() => dialog.current?.close()}>
            {words.discard}
          </button>
        </div>
      </form>
    </dialog>
  );
}
