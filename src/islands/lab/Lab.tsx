import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { labMessages } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { Brief } from './Brief.tsx';
import { CompareBar } from './CompareBar.tsx';
import { ControlPanel } from './ControlPanel.tsx';
import { FlowsOfRun } from './FlowsOfRun.tsx';
import { Guess } from './Guess.tsx';
import { Inspector } from './Inspector.tsx';
import { Instrument } from './Instrument.tsx';
import type { GradedAnswer } from './keep-attempt.ts';
import { LabHead } from './LabHead.tsx';
import { Legend } from './Legend.tsx';
import { currentMoment, type LabScenario, yardOf } from './lab-model.ts';
import { marksOf } from './marks.ts';
import { memo } from './memo.ts';
import { Notice } from './Notice.tsx';
import { ParCard } from './ParCard.tsx';
import { pictureOf } from './picture.ts';
import { Spoken } from './Spoken.tsx';
import { spotOf } from './spot.ts';
import { TableOfYard } from './TableOfYard.tsx';
import { useCalm } from './use-calm.ts';
import { useLab } from './use-lab.ts';
import { useLoaded } from './use-loaded.ts';
import { useWidth } from './use-width.ts';
import { Yard } from './Yard.tsx';
import { YardBar } from './YardBar.tsx';

type Props = {
  lang: Language;
  lab: LabScenario;
  /** Links of the head: the list, the topic, the lesson behind, the scenario after this one. */
  links: { list: string; topic: string; topicName: string; place: string; lesson: string | null; next: string | null };
};

/** What no moment of the run changes: it is not drawn again while the run plays. */
const Head = memo(LabHead);
const Task = memo(Brief);
const Panel = memo(ControlPanel);
const Before = memo(Guess);
const Keys = memo(Legend);
const Told = memo(Notice);
const Best = memo(ParCard);

const loadVerdict = () => import('./Verdict.tsx').then(({ Verdict }) => ({ Verdict: memo(Verdict) }));

/** Fetched with the store, when there is something to keep; without either (offline, first visit) the run still counts here. */
function keep(attempt: GradedAnswer): void {
  import('./keep-attempt.ts').then((part) => part.keepAttempt(attempt)).catch(() => undefined);
}

/** The scenario lab: brief and controls, the yard and its time, and the inspector. */
export function Lab({ lang, lab, links }: Props) {
  const words = labMessages[lang];
  const { state, act, run, drawNext, asked, eventsOf, fieldsAt } = useLab(
    lab,
    ({ answer: set, hints, draw, sawSolution }, grade) =>
      lab.shared === undefined && keep({ id: lab.id, set, grade, hints, draw, sawSolution }),
  );
  const stage = useRef<HTMLDivElement>(null);
  const width = useWidth(stage);
  const [sheetOpen, setSheetOpen] = useState(false);
  const piers = useMemo(
    () => pictureOf(yardOf(state), currentMoment(state), state.size),
    [state.shown, state.entry, state.size],
  );
  const decision = asked.kind === 'placement' ? asked.decision : undefined;
  const marks = useMemo(() => (decision ? marksOf(decision, words) : undefined), [decision, words]);
  const pick = useCallback((task: string) => act({ do: 'pick', task, toggle: true }), []);
  const latest = useRef(run);
  latest.current = run;
  const start = useCallback(() => {
    setSheetOpen(false);
    latest.current();
  }, []);
  const latestDraw = useRef(drawNext);
  latestDraw.current = drawNext;
  const draw = useCallback(() => latestDraw.current(), []);
  const calm = useCalm(state);
  // Fetched while the first run is computed, so that the goals turn into the verdict at once.
  const after = useLoaded(state.running || state.shown !== null, loadVerdict);
  const { task, instance } = spotOf(state);
  const spot = useMemo(() => ({ task, instance }), [task, instance]);
  return (
    <>
      <Head lang={lang} words={words} state={calm} act={act} drawNext={draw} links={links} />
      <Told words={words} state={calm} act={act} />
      <div class="lab-grid">
        <div class="side">
          <Task words={words} text={state.lab.source.challenge?.brief?.[lang] ?? ''} />
          <Panel
            lang={lang}
            words={words}
            state={calm}
            act={act}
            run={start}
            fieldsAt={fieldsAt}
            open={sheetOpen}
            setOpen={setSheetOpen}
          />
          {state.shown === null || after === undefined ? (
            <Before lang={lang} words={words} state={calm} act={act} />
          ) : after === 'failed' ? (
            <p class="fault-line">{words.partFailed}</p>
          ) : (
            <after.Verdict lang={lang} words={words} state={calm} act={act} next={links.next} />
          )}
          {state.lab.par && <Best lang={lang} id={lab.id} par={state.lab.par} draw={state.draw} />}
        </div>
        <div class="stage" ref={stage}>
          <YardBar lang={lang} words={words} state={state} act={act} />
          <FlowsOfRun lang={lang} state={state} />
          {state.view === 'yard' ? (
            <Yard
              words={words}
              piers={piers}
              size={state.size}
              width={width}
              mostTasks={yardOf(state).mostTasks}
              picked={state.picked}
              marks={marks}
              spot={spot}
              onPick={state.shown === null ? undefined : pick}
            />
          ) : (
            <TableOfYard words={words} piers={piers} state={state} marks={marks} onPick={pick} />
          )}
          <Instrument lang={lang} words={words} state={state} act={act} />
          <CompareBar lang={lang} words={words} state={state} act={act} width={width} />
          <Keys words={words} world={yardOf(state)} />
        </div>
        <Inspector lang={lang} words={words} state={state} act={act} asked={asked} eventsOf={eventsOf} />
      </div>
      <Spoken lang={lang} words={words} state={state} />
    </>
  );
}
