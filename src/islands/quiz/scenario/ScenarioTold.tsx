import './scenario.css';
import { kindMessages } from '../../../i18n/kind-messages.ts';
import { labMessages } from '../../../i18n/lab-messages.ts';
import type { Verdict } from '../../../quiz-engine/grade.ts';
import type { AnswerSet, Json } from '../../../simulator/run.ts';
import { type Control, sameJson, shownValue } from '../../lab/controls-model.ts';
import { Brief, Goals, LabLink } from './ScenarioParts.tsx';
import { beginAnswer, type ScenarioAbout } from './scenario-answer.ts';

type Props = ScenarioAbout & { set: AnswerSet; verdict: Verdict };

/** What was set in a scenario, and which of its goals that met. */
export function ScenarioTold({ set, verdict, ...about }: Props) {
  const { lang, source } = about;
  const words = kindMessages[lang];
  const goals = source.challenge?.goals ?? [];
  const metOf = (id: string) => verdict.items.find((item) => item.id === id)?.right;
  return (
    <div class="scenario-panel stack">
      <Brief {...about} />
      <dl class="scenario-set">
        {beginAnswer(about, set).controls.map((control) => (
          <div key={control.path}>
            <dt>{control.change.label[lang]}</dt>
            <dd>
              <b>{sayJson(control, shownValue(control, set), lang)}</b>
              {control.path in set && (
                <span class="faint"> {words.insteadOf(sayJson(control, control.original, lang))}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {verdict.refused?.map((message) => (
        <p class="fault" key={message}>
          {words.refused} {message}
        </p>
      ))}
      <Goals {...about} goals={goals.map(({ id }) => ({ id, met: metOf(id) }))} />
      <p class="row">
        <LabLink {...about} set={set}>
          {labMessages[lang].openInLab}
        </LabLink>
      </p>
    </div>
  );
}

/** A value as its control names it. */
function sayJson(control: Control, value: Json | undefined, lang: 'en' | 'ko'): string {
  const named = control.kind === 'choices' && control.choices.find((each) => sameJson(each.value, value));
  if (named) return named.label[lang];
  return value === undefined ? labMessages[lang].unset : typeof value === 'string' ? value : JSON.stringify(value);
}
