import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Told } from '../../../live/frames.ts';
import type { AskedQuestion, AskedScenario, QuestionKey } from '../../../quiz-engine/asked/asked-question.ts';
import { percent, spreadLines } from '../spread-model.ts';
import type { FieldStageProps } from './FieldStage.tsx';
import { Bars, Fields } from './Fields.tsx';
import type { ScreenProps } from './Screen.tsx';

type Props = ScreenProps & { asked: AskedQuestion; told: Told };

/** After the reveal: the key, how the class answered, and why. */
export function ScreenTold(props: Props) {
  const { lang, words, asked, told, frame } = props;
  const { spread, gain, key } = told;
  const hasOwnBars = asked.kind === 'single' || asked.kind === 'multiple' || (asked.kind === 'number' && spread.values);
  return (
    <>
      <div class="p-main is-told">
        <h1 class="stem" dangerouslySetInnerHTML={{ __html: asked.stemHtml }} />
        <div class="clock">
          <p>
            <b>{words.rightOf(spread.right, spread.answered)}</b>
          </p>
        </div>
        {asked.kind === 'scenario' ? (
          <ScenarioField {...props} asked={asked} key={frame.question} />
        ) : (
          <Fields lang={lang} words={words} asked={asked} told={told} />
        )}
        {!hasOwnBars && asked.kind !== 'scenario' && (
          <Bars lang={lang} lines={spreadLines(asked, key, spread, words)} />
        )}
        {gain && <GainBars {...props} gain={gain} />}
      </div>
      <footer class="p-foot p-whys">
        <div class="why">
          {whysOf(key).map((html) => (
            <p key={html} dangerouslySetInnerHTML={{ __html: html }} />
          ))}
        </div>
      </footer>
    </>
  );
}

/** The reasons of what is right; the others stand on the phones. */
function whysOf(key: QuestionKey): string[] {
  const { grading, whyHtml } = key;
  if (grading === undefined || grading.kind === 'case') return [];
  if (grading.kind === 'number') return [whyHtml.value ?? ''].filter(Boolean);
  if (!('choices' in grading)) return [];
  return grading.choices.flatMap(({ id, correct }) => (correct && whyHtml[id] ? [whyHtml[id]] : []));
}

function GainBars({ words, gain }: Props & { gain: NonNullable<Told['gain']> }) {
  const [before, after] = [percent(gain.beforeRight), percent(gain.afterRight)];
  return (
    <div class="p-gain">
      <p>{words.gain(before, after)}</p>
      <svg viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
        <rect class="b" width={before} height="8" />
        <rect class="a" y="11" width={after} height="8" />
      </svg>
    </div>
  );
}

/** The field of outcomes; the yard that plays it is fetched when a class has run something. */
function ScenarioField({ lang, words, asked, told }: Props & { asked: AskedScenario }) {
  const [Stage, setStage] = useState<ComponentType<FieldStageProps>>();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    import('./FieldStage.tsx').then(
      (loaded) => setStage(() => loaded.FieldStage),
      () => setFailed(true),
    );
  }, []);
  if (hasFailed) return <p>{words.notRun}</p>;
  if (Stage === undefined) return <p>{words.running}</p>;
  return <Stage lang={lang} words={words} id={asked.scenario} spread={told.spread} />;
}
