import { useMemo, useRef, useState } from 'preact/hooks';
import { labMessages } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { Brief } from './Brief.tsx';
import { CompareBar } from './CompareBar.tsx';
import { ControlPanel } from './ControlPanel.tsx';
import { clock } from './chart-model.ts';
import { Guess } from './Guess.tsx';
import { Inspector } from './Inspector.tsx';
import { Instrument } from './Instrument.tsx';
import { keepAttempt } from './keep-attempt.ts';
import { LabHead } from './LabHead.tsx';
import { Legend } from './Legend.tsx';
import { currentMoment, type LabScenario, yardOf } from './lab-model.ts';
import { marksOf } from './marks.ts';
import { Notice } from './Notice.tsx';
import { ParCard } from './ParCard.tsx';
import { pictureOf } from './picture.ts';
import { Spoken } from './Spoken.tsx';
import { useLab } from './use-lab.ts';
import { useWidth } from './use-width.ts';
import { Verdict } from './Verdict.tsx';
import { Yard } from './Yard.tsx';
import { YardBar } from './YardBar.tsx';
import { YardTable } from './YardTable.tsx';

type Props = {
  lang: Language;
  lab: LabScenario;
  /** Links of the head: the list, the topic, the lesson behind, the scenario after this one. */
  links: { list: string; topic: string; topicName: string; place: string; lesson: string | null; next: string | null };
};

/** The scenario lab: brief and controls, the yard and its time, and the inspector. */
export function Lab({ lang, lab, links }: Props) {
  const words = labMessages[lang];
  const { state, act, run, drawNext, asked, eventsOf } = useLab(lab, ({ answer: set, hints, draw }, grade) =>
    keepAttempt({ id: lab.id, set, grade, hints, draw }),
  );
  const stage = useRef<HTMLDivElement>(null);
  const width = useWidth(stage);
  const [sheetOpen, setSheetOpen] = useState(false);
  const piers = useMemo(
    () => pictureOf(yardOf(state), currentMoment(state), state.size),
    [state.shown, state.entry, state.size],
  );
  const marks = asked.kind === 'placement' && asked.decision ? marksOf(asked.decision, words) : undefined;
  const pick = (task: string) => act({ do: 'pick', task: task === state.picked ? null : task });
  const start = () => {
    setSheetOpen(false);
    run();
  };
  return (
    <>
      <LabHead lang={lang} words={words} state={state} act={act} drawNext={drawNext} links={links} />
      <Notice words={words} state={state} act={act} />
      <div class="lab-grid">
        <div class="side">
          <Brief words={words} text={state.lab.source.challenge?.brief?.[lang] ?? ''} />
          <ControlPanel
            lang={lang}
            words={words}
            state={state}
            act={act}
            run={start}
            open={sheetOpen}
            setOpen={setSheetOpen}
          />
          {state.shown === null ? (
            <Guess lang={lang} words={words} state={state} act={act} />
          ) : (
            <Verdict lang={lang} words={words} state={state} act={act} next={links.next} />
          )}
          {state.lab.par && <ParCard lang={lang} id={lab.id} par={state.lab.par} />}
        </div>
        <div class="stage" ref={stage}>
          <YardBar lang={lang} words={words} state={state} act={act} />
          {state.view === 'yard' ? (
            <Yard
              words={words}
              piers={piers}
              size={state.size}
              width={width}
              picked={state.picked}
              marks={marks}
              onPick={state.shown === null ? undefined : pick}
            />
          ) : (
            <YardTable
              words={words}
              piers={piers}
              at={clock(state.second)}
              picked={state.picked}
              marks={marks}
              onPick={pick}
            />
          )}
          <Instrument lang={lang} words={words} state={state} act={act} />
          <CompareBar lang={lang} words={words} state={state} act={act} width={width} />
          <Legend words={words} world={yardOf(state)} />
        </div>
        <Inspector lang={lang} words={words} state={state} act={act} asked={asked} eventsOf={eventsOf} />
      </div>
      <Spoken lang={lang} words={words} state={state} />
    </>
  );
}
