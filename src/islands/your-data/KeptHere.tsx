import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../i18n/text.ts';
import { yourDataMessages } from '../../i18n/your-data-messages.ts';
import { type ChangedQuestion, changedQuestions } from '../../quiz-engine/changed-questions.ts';
import { foldProgress } from '../../quiz-engine/progress.ts';
import type { Places } from '../notes/load-places.ts';
import { askToPersist, type Persistence, readPersistence } from '../progress-store/persistence.ts';
import type { StoredLog } from '../progress-store.ts';
import { aheadOfClock } from './backup-model.ts';

type Props = { log: StoredLog | undefined; places: Places | undefined; lang: Language };

/** How much is kept, whether the browser will keep it, and what of it is not what it was. */
export function KeptHere({ log, places, lang }: Props) {
  const words = yourDataMessages[lang];
  return (
    <section class="card pad" aria-labelledby="kept">
      <h2 id="kept">{words.whatTitle}</h2>
      <div class="kept stack">
        {log === undefined ? <p class="faint">{words.reading}</p> : <Kept log={log} places={places} lang={lang} />}
      </div>
    </section>
  );
}

function Kept({ log, places, lang }: { log: StoredLog; places: Places | undefined; lang: Language }) {
  const words = yourDataMessages[lang];
  const { questions, scenarios } = foldProgress(log.attempts);
  const answered = Object.values(questions);
  const run = Object.values(scenarios);
  const tries = log.attempts.filter(({ kind }) => kind === 'question' || kind === 'scenario').length;
  const newestMs = aheadOfClock(log.attempts, Date.now());
  return (
    <>
      {tries === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <ul class="num">
          <li>{words.questions(answered.length, answered.filter((question) => question.everCorrect).length)}</li>
          <li>{words.scenarios(run.length, run.filter((scenario) => scenario.solved).length)}</li>
          <li>{words.attempts(tries)}</li>
        </ul>
      )}
      {newestMs !== undefined && <BehindClock newestMs={newestMs} lang={lang} />}
      {places && <Changed changed={changedQuestions(log.attempts, versionsOf(places))} places={places} lang={lang} />}
      {log.setAside > 0 && <p>{words.setAside(log.setAside)}</p>}
      {log.keeping.where === 'tab' && (
        <p class="callout warn">{log.keeping.reason === 'newer' ? words.newer : words.refused}</p>
      )}
      {log.keeping.where === 'device' && log.attempts.length > 0 && <Promised lang={lang} />}
    </>
  );
}

function BehindClock({ newestMs, lang }: { newestMs: number; lang: Language }) {
  const words = yourDataMessages[lang];
  const say = (atMs: number) => new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' }).format(atMs);
  return (
    <div class="callout warn">
      <b>{words.clockTitle}</b>
      <p>{words.clock(say(Date.now()), say(newestMs))}</p>
    </div>
  );
}

/** Whether the browser promised not to clear it, and the button that asks again. */
function Promised({ lang }: { lang: Language }) {
  const words = yourDataMessages[lang];
  const [persistence, setPersistence] = useState<Persistence>('unknown');
  const [said, setSaid] = useState('');
  useEffect(() => void readPersistence().then(setPersistence), []);
  if (persistence === 'granted') return <p class="small">{words.persistGranted}</p>;
  if (persistence === 'unknown') return null;
  const ask = async () => {
    const answer = await askToPersist();
    setPersistence(answer);
    setSaid(answer === 'granted' ? '' : words.persistRefused);
  };
  return (
    <div class="small">
      <p>
        {words.persistDenied}{' '}
        <button class="as-link" type="button" onClick={() => void ask()}>
          {words.persistAsk}
        </button>
      </p>
      <p role="status">{said}</p>
    </div>
  );
}

type ChangedProps = { changed: readonly ChangedQuestion[]; places: Places; lang: Language };

/** Questions that were reworded or taken out since they were answered; their attempts count and say so. */
function Changed({ changed, places, lang }: ChangedProps) {
  const words = yourDataMessages[lang];
  return (['reworded', 'removed'] as const).map((change) => {
    const those = changed.filter((each) => each.change === change);
    if (those.length === 0) return null;
    return (
      <details key={change} class="changed">
        <summary>{words[change](those.length)}</summary>
        <ul class="small">
          {those.map(({ id, before, since }) => {
            const place = places[`question:${id}`];
            return (
              <li key={id}>
                {place ? <a href={place.url}>{place.title}</a> : <code>{id}</code>}{' '}
                <span class="faint">{words.beforeAndSince(before, since)}</span>
              </li>
            );
          })}
        </ul>
      </details>
    );
  });
}

function versionsOf(places: Places): Record<string, string> {
  return Object.fromEntries(
    Object.entries(places).flatMap(([id, { version }]) => (version ? [[id.slice('question:'.length), version]] : [])),
  );
}
