import { useRef, useState } from 'preact/hooks';
import type { Language } from '../../i18n/text.ts';
import { yourDataMessages } from '../../i18n/your-data-messages.ts';
import { writeSetAside } from '../progress-store/set-aside.ts';
import { deleteSetAside, readSetAside } from '../progress-store.ts';
import { fileNameOf, saveFile } from './backup-model.ts';
import { Sure } from './Sure.tsx';

/** Records that could not be read: to look at, and to be rid of. */
export function SetAside({ count, lang }: { count: number; lang: Language }) {
  const words = yourDataMessages[lang];
  const [isAsking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  const failed = () => setSaid(words.asideFailed);

  async function save() {
    const name = fileNameOf('drydock-set-aside', new Date());
    const records = await readSetAside();
    saveFile(name, writeSetAside(records));
    setSaid(words.exported(name, records.length));
  }
  function stopAsking() {
    setAsking(false);
    button.current?.focus();
  }
  function remove() {
    stopAsking();
    deleteSetAside().then(() => setSaid(words.asideDeleted), failed);
  }
  if (count === 0 && said === '') return null;
  return (
    <section class="card pad" aria-labelledby="aside">
      <h2 id="aside">{words.asideTitle}</h2>
      {count > 0 && (
        <>
          <p>{words.asideLead(count)}</p>
          <div class="row">
            <button class="btn" type="button" onClick={() => void save().catch(failed)}>
              {words.asideSave}
            </button>
            <button ref={button} class="btn" type="button" onClick={() => setAsking(true)}>
              {words.asideDelete}
            </button>
          </div>
        </>
      )}
      <p role="status">{said}</p>
      {isAsking && (
        <Sure
          id="aside-sure"
          question={words.asideSure}
          yes={words.asideDelete}
          no={words.no}
          onYes={remove}
          onNo={stopAsking}
        />
      )}
    </section>
  );
}
