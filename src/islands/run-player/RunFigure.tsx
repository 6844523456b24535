import '../../styles/yard.css';
import '../../styles/run-card.css';
import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { labMessages } from '../../i18n/lab-messages.ts';
import { pathIn } from '../../i18n/paths.ts';
import { runMessages } from '../../i18n/run-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { RunTold } from '../../quiz-engine/asked/asked-question.ts';
import { writeFragment } from '../lab/answer-fragment.ts';
import { Chart } from '../lab/Chart.tsx';
import { Icon } from '../lab/Icon.tsx';
import { useWidth } from '../lab/use-width.ts';
import { Yard } from '../lab/Yard.tsx';
import { Goals, Now, RunTitle } from './RunFacts.tsx';
import { piersOf, type StillRun } from './still-run.ts';

type Player = typeof import('./PlayRun.tsx').PlayRun;
type Props = {
  lang: Language;
  run: RunTold;
  /** On paper nothing can be pressed. */
  isPrinted?: boolean;
};

/** A run that an explanation shows: the picture that was computed at build, which plays where it stands when it is asked to. */
export function RunFigure({ lang, run, isPrinted = false }: Props) {
  const words = runMessages[lang];
  const still = useStill(run.still);
  const [Play, setPlay] = useState<ComponentType<Parameters<Player>[0]>>();
  const [phase, setPhase] = useState<'still' | 'loading' | 'failed'>('still');
  const fragment = writeFragment(run.set, run.draw ?? 0);
  const play = () => {
    setPhase('loading');
    import('./PlayRun.tsx').then(
      (loaded) => setPlay(() => loaded.PlayRun),
      () => setPhase('failed'),
    );
  };
  return (
    <figure class="run-figure" aria-label={`${words.run}: ${run.title}`}>
      <div class="run-card">
        <RunTitle lang={lang} title={run.title} set={run.set} />
        {Play ? (
          <Play
            lang={lang}
            id={run.scenario}
            settings={[{ label: run.title, set: run.set }]}
            legend={words.settings}
            draw={run.draw ?? 0}
            fixed={{ at: run.at, labLink: words.tryOthers }}
          />
        ) : (
          <div class="run-stage">
            {still && <Picture lang={lang} still={still} />}
            {!isPrinted && (
              <div class="run-bar">
                <button class="btn ink" type="button" aria-disabled={phase === 'loading' || undefined} onClick={play}>
                  <Icon name="play" />
                  {phase === 'loading' ? words.playing : words.play}
                </button>
                <a href={pathIn(lang, `/lab/${run.scenario}/`) + (fragment && `#${fragment}`)}>{words.tryOthers}</a>
              </div>
            )}
            {still && <Goals lang={lang} goals={still.goals} />}
            <p class="run-says small" role="status">
              {phase === 'failed' ? labMessages[lang].playerFailed : ''}
            </p>
          </div>
        )}
      </div>
    </figure>
  );
}

/** Pixels of the drawing before it can be measured. */
const USUAL_WIDTH = 536;

function Picture({ lang, still }: { lang: Language; still: StillRun }) {
  const words = labMessages[lang];
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place) ?? USUAL_WIDTH;
  return (
    <>
      <Now lang={lang} second={still.second} entry={still.entry} />
      <div ref={place}>
        <Yard words={words} piers={piersOf(still)} size={still.size} width={width} picked={null} />
      </div>
      {still.chart && (
        <Chart
          words={words}
          chart={still.chart}
          seconds={still.seconds}
          second={still.second}
          ticks={NO_TICKS}
          width={width}
        />
      )}
    </>
  );
}

const NO_TICKS: { at: number; key: boolean }[] = [];

/** Without the picture its title, its settings and the way into the lab still stand. */
function useStill(address: string): StillRun | undefined {
  const [still, setStill] = useState<StillRun>();
  useEffect(() => {
    let open = true;
    const load = async () => {
      const answer = await fetch(address);
      if (answer.ok && open) setStill((await answer.json()) as StillRun);
    };
    load().catch(() => undefined);
    return () => {
      open = false;
    };
  }, [address]);
  return still;
}
