import './exam.css';
import './sitting.css';
import './results.css';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { examMessages } from '../../i18n/exam-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { type SittingState, timeLeft } from '../../quiz-engine/exam/sitting.ts';
import { Choose } from './Choose.tsx';
import type { ExamCard } from './exam-card.ts';
import type { ResultsProps } from './Results.tsx';
import type { SittingProps } from './SittingRoom.tsx';
import { goTo, useExamHash } from './use-exam-hash.ts';
import { type ExamLog, useExamLog } from './use-exam-log.ts';

type Props = { lang: Language; cards: ExamCard[] };
type Rooms = {
  SittingRoom: ComponentType<SittingProps>;
  Results: ComponentType<ResultsProps>;
  Redo: ComponentType<ResultsProps>;
};

/** The exam room: choosing, sitting, reading the results. What is asked and told comes only when it is needed. */
export function Exam({ lang, cards }: Props) {
  const words = examMessages[lang];
  const log = useExamLog();
  const shown = useExamHash();
  const running = log.sittings.find(({ submitted }) => submitted === undefined);
  const [sat, setSat] = useState<string>();
  const rooms = useRooms(shown.view !== 'choose' || running !== undefined);

  useOverdue(log, running);
  useUnsettled(log, lang);

  useEffect(() => {
    if (shown.view === 'sitting' && running) setSat(running.id);
    if (!log.ready || shown.view !== 'sitting' || running) return;
    // Handed in here, in another tab, or never begun.
    goTo(sat === undefined ? { view: 'choose' } : { view: 'results', id: sat }, { replace: true });
  }, [log.ready, shown.view, running?.id]);

  if (shown.view === 'choose') return <Choose lang={lang} words={words} cards={cards} log={log} running={running} />;
  if (rooms === 'failed') return <Failed text={words.notLoaded} retry={words.tryAgain} />;
  if (!log.ready || rooms === undefined) return <p class="exam-wait">{words.reading}</p>;
  if (shown.view === 'sitting') {
    if (running === undefined) return <p class="exam-wait">{words.handingIn}</p>;
    const card = cards.find(({ code }) => code === running.blueprint);
    return <rooms.SittingRoom key={running.id} lang={lang} words={words} card={card} state={running} log={log} />;
  }
  const state = log.sittings.find(({ id }) => id === shown.id);
  if (state?.submitted === undefined) {
    return (
      <div class="stack">
        <p>{words.noSuchExam}</p>
        <p>
          <a class="btn" href="#choose">
            {words.another}
          </a>
        </p>
      </div>
    );
  }
  const card = cards.find(({ code }) => code === state.blueprint);
  const Room = shown.view === 'redo' ? rooms.Redo : rooms.Results;
  return <Room key={`${shown.view}-${state.id}`} lang={lang} words={words} card={card} state={state} />;
}

/** What an exam needs beyond choosing one, fetched when there is one. */
function useRooms(wanted: boolean): Rooms | 'failed' | undefined {
  const [rooms, setRooms] = useState<Rooms | 'failed'>();
  useEffect(() => {
    if (!wanted) return;
    Promise.all([import('./SittingRoom.tsx'), import('./Results.tsx'), import('./Redo.tsx')]).then(
      ([{ SittingRoom }, { Results }, { Redo }]) => setRooms({ SittingRoom, Results, Redo }),
      () => setRooms('failed'),
    );
  }, [wanted]);
  return rooms;
}

/** An exam whose bell rang while no tab was open is handed in, and its results are shown. */
function useOverdue(log: ExamLog, running: SittingState | undefined): void {
  useEffect(() => {
    if (running === undefined || timeLeft(running, Date.now()) > 0) return;
    const { id, endsMs } = running;
    void log
      .record(id, endsMs, { what: 'submitted', by: 'bell' })
      .then(() => goTo({ view: 'results', id }, { replace: true }));
  }, [running?.id]);
}

/** An exam that was handed in, but whose answers the log does not have (the tab was killed then), gets them now. */
function useUnsettled(log: ExamLog, lang: Language): void {
  const open = log.ready
    ? log.sittings.find(({ id, submitted }) => submitted && !log.graded.some(({ sitting }) => sitting === id))
    : undefined;
  useEffect(() => {
    if (open === undefined) return;
    Promise.all([import('./exam-material.ts'), import('./settle.ts')]).then(
      async ([{ loadMaterial }, { settle }]) => {
        const material = await loadMaterial(lang, open);
        if (material) await settle(open, material);
      },
      // Without a network now: the next visit finds it again.
      () => undefined,
    );
  }, [open?.id]);
}

function Failed({ text, retry }: { text: string; retry: string }) {
  return (
    <div class="stack exam-wait">
      <p role="alert">{text}</p>
      <button class="btn" type="button" onClick={() => location.reload()}>
        {retry}
      </button>
    </div>
  );
}
