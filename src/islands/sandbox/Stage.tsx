import { useCallback, useMemo, useRef } from 'preact/hooks';
import { labMessages } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { Asked } from '../lab/decision-model.ts';
import { FlowsOfRun } from '../lab/FlowsOfRun.tsx';
import { Instrument } from '../lab/Instrument.tsx';
import { Legend } from '../lab/Legend.tsx';
import { currentMoment, type LabAction, type LabState, yardOf } from '../lab/lab-model.ts';
import { marksOf } from '../lab/marks.ts';
import { memo } from '../lab/memo.ts';
import { pictureOf } from '../lab/picture.ts';
import { spotOf } from '../lab/spot.ts';
import { TableOfYard } from '../lab/TableOfYard.tsx';
import { useWidth } from '../lab/use-width.ts';
import { Yard } from '../lab/Yard.tsx';
import { YardBar } from '../lab/YardBar.tsx';

type Props = {
  lang: Language;
  lab: LabState;
  act: (action: LabAction) => void;
  asked: Asked;
  /** What stands between the yard and its time: the place to intervene. */
  children: preact.ComponentChildren;
};

const Keys = memo(Legend);

/** The lab's yard and its time, around the place to intervene. */
export function Stage({ lang, lab, act, asked, children }: Props) {
  const words = labMessages[lang];
  const stage = useRef<HTMLDivElement>(null);
  const width = useWidth(stage);
  const piers = useMemo(() => pictureOf(yardOf(lab), currentMoment(lab), lab.size), [lab.shown, lab.entry, lab.size]);
  const decision = asked.kind === 'placement' ? asked.decision : undefined;
  const marks = useMemo(() => (decision ? marksOf(decision, words) : undefined), [decision, words]);
  const pick = useCallback((task: string) => act({ do: 'pick', task, toggle: true }), []);
  const { task, instance } = spotOf(lab);
  const spot = useMemo(() => ({ task, instance }), [task, instance]);
  return (
    <div class="stage" ref={stage}>
      <YardBar lang={lang} words={words} state={lab} act={act} />
      <FlowsOfRun lang={lang} state={lab} />
      {lab.view === 'yard' ? (
        <Yard
          words={words}
          piers={piers}
          size={lab.size}
          width={width}
          mostTasks={yardOf(lab).mostTasks}
          picked={lab.picked}
          marks={marks}
          spot={spot}
          onPick={lab.shown === null ? undefined : pick}
        />
      ) : (
        <TableOfYard words={words} piers={piers} state={lab} marks={marks} onPick={pick} />
      )}
      {children}
      <Instrument lang={lang} words={words} state={lab} act={act} />
      <Keys words={words} world={yardOf(lab)} />
    </div>
  );
}
