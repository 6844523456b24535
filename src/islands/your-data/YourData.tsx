import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../../i18n/text.ts';
import { yourDataMessages } from '../../i18n/your-data-messages.ts';
import { foldProgress } from '../../quiz-engine/progress.ts';
import { deleteAllData, readLog, type StoredLog } from '../progress-store.ts';

/** What is kept on this device, and the one button that deletes it. */
export function YourData({ lang }: { lang: Language }) {
  const words = yourDataMessages[lang];
  const [log, setLog] = useState<StoredLog>();
  const [said, setSaid] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const read = () => void readLog().then(setLog);
    read();
    addEventListener('drydock:deleted', read);
    return () => removeEventListener('drydock:deleted', read);
  }, []);

  async function remove() {
    dialog.current?.close();
    try {
      await deleteAllData();
      setSaid(words.deleted);
    } catch {
      setSaid(words.notDeleted);
    }
  }

  return (
    <div class="stack">
      <section class="card pad" aria-labelledby="kept">
        <h2 id="kept">{words.whatTitle}</h2>
        <div class="kept">
          {log === undefined ? <p class="faint">{words.reading}</p> : <Kept log={log} lang={lang} />}
        </div>
      </section>
      <section class="card pad" aria-labelledby="delete">
        <h2 id="delete">{words.deleteTitle}</h2>
        <p>{words.deleteLead}</p>
        <p>
          <button class="btn" type="button" onClick={() => dialog.current?.showModal()}>
            {words.delete}
          </button>
        </p>
        <p role="status">{said}</p>
      </section>
      <dialog ref={dialog} aria-labelledby="sure">
        <div class="pad stack">
          <p id="sure">
            <b>{words.sure}</b>
          </p>
          <div class="row">
            <button class="btn" type="button" onClick={remove}>
              {words.yes}
            </button>
            <button class="btn ink" type="button" onClick={() => dialog.current?.close()}>
              {words.no}
            </button>
          </div>
        </div>
      </dialog>
    </div>
  );
}

function Kept({ log, lang }: { log: StoredLog; lang: Language }) {
  const words = yourDataMessages[lang];
  const { questions, scenarios } = foldProgress(log.attempts);
  const answered = Object.values(questions);
  const run = Object.values(scenarios);
  return (
    <>
      {log.attempts.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <ul class="num">
          <li>{words.questions(answered.length, answered.filter((question) => question.everCorrect).length)}</li>
          <li>{words.scenarios(run.length, run.filter((scenario) => scenario.solved).length)}</li>
          <li>{words.attempts(log.attempts.length)}</li>
        </ul>
      )}
      {log.setAside > 0 && <p>{words.setAside(log.setAside)}</p>}
      {log.keeping.where === 'tab' && <p>{log.keeping.reason === 'newer' ? words.newer : words.refused}</p>}
    </>
  );
}
