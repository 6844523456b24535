import './scenario.css';
import { kindMessages } from '../../../i18n/kind-messages.ts';
import { labMessages } from '../../../i18n/lab-messages.ts';
import type { Verdict } from '../../../quiz-engine/grade.ts';
import type { AnswerSet, Json } from '../../../simulator/run.ts';
import { type Control, sameAnswer, sameJson, shownValue } from '../../lab/controls-model.ts';
import { Prose } from '../../lab/Prose.tsx';
import { Brief, Goals, LabLink } from './ScenarioParts.tsx';
import { beginAnswer, type ScenarioAbout } from './scenario-answer.ts';

type Props = ScenarioAbout & { set: AnswerSet; verdict: Verdict };

/** What was set in a scenario, and which of its goals that met. */
export function ScenarioTold({ set, verdict, ...about }: Props) {
  const { lang, source } = about;
  const words = kindMessages[lang];
  const goals = source.challenge?.goals ?? [];
  const metOf = (id: string) => verdict.items.find((item) => item.id === id)?.right ?? false;
  const mistake = source.challenge?.mistakes?.find((each) => sameAnswer(each.set, set));
  return (
    <div class="scenario-panel stack">
      <Brief {...about} />
      <Settings {...about} set={set} solution={verdict.correct ? undefined : source.challenge?.solutions?.[0]?.set} />
      {verdict.refused?.map((message) => (
        <p class="fault" key={message}>
          {words.refused} {message}
        </p>
      ))}
      <Goals {...about} goals={goals.map(({ id }) => ({ id, met: metOf(id) }))} />
      {mistake && (
        <div class="why-mistake">
          <Prose text={mistake.why[lang]} />
        </div>
      )}
      <p class="row">
        <LabLink {...about} set={set}>
          {labMessages[lang].openInLab}
        </LabLink>
      </p>
    </div>
  );
}

/** Each control with what it was set to, and beside a wrong answer what solves it. */
function Settings({ set, solution, ...about }: ScenarioAbout & { set: AnswerSet; solution: AnswerSet | undefined }) {
  const { lang } = about;
  const words = kindMessages[lang];
  return (
    <dl class="scenario-set">
      {beginAnswer(about, set).controls.map((control) => (
        <div key={control.path}>
          <dt>{control.change.label[lang]}</dt>
          <dd>
            <b>{sayJson(control, shownValue(control, set), lang)}</b>
            {control.path in set && (
              <span class="faint">{words.insteadOf(sayJson(control, control.original, lang))}</span>
            )}
            {solution && !sameJson(shownValue(control, set), shownValue(control, solution)) && (
              <span class="answer">{words.oneSolution(sayJson(control, shownValue(control, solution), lang))}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A value as its control names it. */
function sayJson(control: Control, value: Json | undefined, lang: 'en' | 'ko'): string {
  const named = control.kind === 'choices' && control.choices.find((each) => sameJson(each.value, value));
  if (named) return named.label[lang];
  return value === undefined ? labMessages[lang].unset : typeof value === 'string' ? value : JSON.stringify(value);
}
