import { useRef, useState } from 'preact/hooks';
import type { Language } from '../../i18n/text.ts';
import { yourDataMessages } from '../../i18n/your-data-messages.ts';
import { deleteAllData } from '../progress-store.ts';
import { Sure } from './Sure.tsx';

/** The one button that deletes everything. */
export function DeleteAll({ lang }: { lang: Language }) {
  const words = yourDataMessages[lang];
  const [isAsking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const button = useRef<HTMLButtonElement>(null);

  function stopAsking() {
    setAsking(false);
    button.current?.focus();
  }
  async function remove() {
    stopAsking();
    try {
      await deleteAllData();
      setSaid(words.deleted);
    } catch {
      setSaid(words.notDeleted);
    }
  }
  return (
    <section class="card pad" aria-labelledby="delete">
      <h2 id="delete">{words.deleteTitle}</h2>
      <p>{words.deleteLead}</p>
      <p>
        <button ref={button} class="btn" type="button" onClick={() => setAsking(true)}>
          {words.delete}
        </button>
      </p>
      <p role="status">{said}</p>
      {isAsking && (
        <Sure
          id="sure"
          question={words.sure}
          yes={words.yes}
          no={words.no}
          onYes={() => void remove()}
          onNo={stopAsking}
        />
      )}
    </section>
  );
}
