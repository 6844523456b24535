import { useEffect, useState } from 'preact/hooks';
import { kindMessages } from '../../i18n/kind-messages.ts';
import { labMessages } from '../../i18n/lab-messages.ts';
import { presentMessages } from '../../i18n/present-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { Scenario } from '../../simulator/scenario/read-scenario.ts';
import { shownValue } from '../lab/controls-model.ts';
import { inline } from '../lab/Prose.tsx';
import { sayTest } from '../lab/say.ts';
import { loadScenario } from '../quiz/load-scenario.ts';
import { Brief } from '../quiz/scenario/ScenarioParts.tsx';
import { beginAnswer } from '../quiz/scenario/scenario-answer.ts';

export type PaperTaskProps = {
  langs: readonly Language[];
  id: string;
  /** What solves it, instead of blanks. */
  isKey: boolean;
};

/** A simulator task to be answered with a pen: its brief, its goals, and a blank for each setting. */
export function PaperTask({ langs, id, isKey }: PaperTaskProps) {
  const [source, setSource] = useState<Scenario | 'failed'>();
  useEffect(() => void loadScenario(id).then((loaded) => setSource(loaded ?? 'failed')), [id]);
  if (source === undefined) return null;
  if (source === 'failed') return <p class="fault">{kindMessages[langs[0] ?? 'en'].scenarioFailed}</p>;
  return (
    <>
      {langs.map((lang) => (
        <div key={lang} lang={lang} class="paper-scenario">
          {!isKey && <Brief lang={lang} source={source} />}
          {!isKey && (
            <>
              <p class="paper-how">{presentMessages[lang].taskGoals}</p>
              <ul>
                {(source.challenge?.goals ?? []).map((goal) => (
                  <li key={goal.id}>
                    {inline(goal.say[lang])} <span class="faint">{sayTest(goal.metric, goal.is)}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
          <Settings {...{ lang, id, source, isKey }} />
        </div>
      ))}
    </>
  );
}

type SettingsProps = { lang: Language; id: string; source: Scenario; isKey: boolean };

function Settings({ lang, id, source, isKey }: SettingsProps) {
  const words = presentMessages[lang];
  const solution = source.challenge?.solutions?.[0]?.set ?? {};
  const say = (value: unknown) =>
    value === undefined ? labMessages[lang].unset : typeof value === 'string' ? value : JSON.stringify(value);
  return (
    <>
      <p class="paper-how">{isKey ? words.taskSolution : words.taskSettings}</p>
      <dl class="paper-settings">
        {beginAnswer({ lang, id, source }, solution).controls.map((control) => (
          <div key={control.path}>
            <dt>{control.change.label[lang]}</dt>
            <dd>
              {isKey ? <b>{say(shownValue(control, solution))}</b> : <span class="paper-blank" />}
              <span class="faint">({say(control.original)})</span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
