import { useEffect, useState } from 'preact/hooks';
import type { ExamWords } from '../../i18n/exam-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { SittingState } from '../../quiz-engine/exam/sitting.ts';
import { useCertaintySetting } from '../quiz/Certainty.tsx';
import { beginExam } from './begin-exam.ts';
import { ExamChoice } from './ExamChoice.tsx';
import { cardsOn, type ExamCard, mostOf } from './exam-card.ts';
import { Length, Outlook } from './Length.tsx';
import { PastExams } from './PastExams.tsx';
import { Running } from './Running.tsx';
import { goTo } from './use-exam-hash.ts';
import type { ExamLog } from './use-exam-log.ts';

type Props = {
  lang: Language;
  words: ExamWords;
  cards: readonly ExamCard[];
  log: ExamLog;
  running: SittingState | undefined;
};

/** Which exam, how long, and off. Says before it begins what the bank cannot give. */
export function Choose({ lang, words, cards, log, running }: Props) {
  const [isAlive, setAlive] = useState(false);
  const [today, setToday] = useState('');
  const [code, setCode] = useState('');
  const [wanted, setWanted] = useState(20);
  const [seed, setSeed] = useState('');
  const [phase, setPhase] = useState<'ready' | 'starting' | 'failed'>('ready');
  useEffect(() => {
    setToday(localDay(new Date()));
    setAlive(true);
  }, []);
  const open = cardsOn(cards, today);
  const card = open.find((each) => each.code === code) ?? open.find(({ has }) => has > 0);
  const most = card ? mostOf(card) : 0;
  const length = Math.max(1, Math.min(wanted, most));

  async function start() {
    if (card === undefined || running) return;
    setPhase('starting');
    const began = await beginExam(log, { card, length, seed, lang });
    setPhase(began ? 'ready' : 'failed');
    if (began) goTo({ view: 'sitting' });
  }

  return (
    <div class="exam-choose">
      <header class="page-head">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </header>
      {running && <Running words={words} state={running} cards={cards} />}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <fieldset>
          <legend class="exam-legend">{words.which}</legend>
          <div class="exam-cards">
            {open.map((each) => (
              <ExamChoice
                key={each.code}
                words={words}
                card={each}
                checked={each === card}
                choose={() => setCode(each.code)}
              />
            ))}
          </div>
        </fieldset>
        {card && (
          <div class="card exam-start">
            <Length words={words} length={length} most={most} whole={card.questions} setLength={setWanted} />
            <Outlook words={words} card={card} length={length} />
            <CertaintyCheck words={words} />
            <SeedField words={words} seed={seed} setSeed={setSeed} />
            <div class="row">
              <button
                class={running ? 'btn big' : 'btn go big'}
                type="submit"
                disabled={!isAlive || !log.ready || phase === 'starting' || running !== undefined}
              >
                {phase === 'starting' ? words.starting : words.start}
              </button>
              <span role="status" class="fault">
                {phase === 'failed' ? words.noBank : ''}
              </span>
            </div>
            {running && <p class="small">{words.oneAtATime}</p>}
          </div>
        )}
      </form>
      <PastExams lang={lang} words={words} cards={cards} log={log} />
    </div>
  );
}

/** The same setting that lessons use; it belongs to the device. */
function CertaintyCheck({ words }: { words: ExamWords }) {
  const [asks, setAsks] = useCertaintySetting();
  return (
    <label class="exam-check">
      <input type="checkbox" checked={asks} onChange={({ currentTarget }) => setAsks(currentTarget.checked)} />
      <span>
        <b>{words.certainty}</b>
        <small>{words.certaintyHint}</small>
      </span>
    </label>
  );
}

function SeedField({ words, seed, setSeed }: { words: ExamWords; seed: string; setSeed: (seed: string) => void }) {
  return (
    <details class="more">
      <summary>{words.sameExam}</summary>
      <div class="field exam-seed">
        <label for="exam-seed">{words.seed}</label>
        <input
          class="input num"
          id="exam-seed"
          inputMode="numeric"
          pattern="[0-9]{1,9}"
          autocomplete="off"
          aria-describedby="exam-seed-hint"
          value={seed}
          onInput={({ currentTarget }) => setSeed(currentTarget.value.trim())}
        />
        <p class="hint" id="exam-seed-hint">
          {words.seedHint}
        </p>
      </div>
    </details>
  );
}

/** The day where the learner is, ISO 8601. */
function localDay(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
