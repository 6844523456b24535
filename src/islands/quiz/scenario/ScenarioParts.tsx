import type { ComponentChildren } from 'preact';
import { labMessages } from '../../../i18n/lab-messages.ts';
import { pathIn } from '../../../i18n/paths.ts';
import type { AnswerSet } from '../../../simulator/run.ts';
import { writeFragment } from '../../lab/answer-fragment.ts';
import { Mark } from '../../lab/Mark.tsx';
import { inline, Prose } from '../../lab/Prose.tsx';
import { sayTest } from '../../lab/say.ts';
import type { ScenarioAbout } from './scenario-answer.ts';

/** What stands still and what is wanted, as the scenario says it. */
export function Brief({ lang, source }: Pick<ScenarioAbout, 'lang' | 'source'>) {
  return (
    <div class="scenario-brief">
      <Prose text={source.challenge?.brief?.[lang] ?? ''} />
    </div>
  );
}

/** A goal that is met or missed; undefined while nobody may know. */
export type GoalShown = { id: string; met: boolean | undefined; observed?: string };

/** The goals with what is known of each. */
export function Goals({
  lang,
  source,
  goals,
}: Pick<ScenarioAbout, 'lang' | 'source'> & { goals: readonly GoalShown[] }) {
  const words = labMessages[lang];
  return (
    <ul class="goals">
      {goals.map(({ id, met, observed }) => {
        const goal = source.challenge?.goals.find((each) => each.id === id);
        return (
          goal && (
            <li key={id}>
              {met === undefined ? <Open /> : <Mark met={met} label={met ? words.met : words.notMet} />}
              <b>{inline(goal.say[lang])}</b>
              <span class="got">{met === undefined ? sayTest(goal.metric, goal.is) : observed}</span>
            </li>
          )
        );
      })}
    </ul>
  );
}

/** The mark of a goal before its run. */
function Open() {
  return (
    <svg class="mark" viewBox="0 0 20 20" aria-hidden="true">
      <circle class="mark-open" cx="10" cy="10" r="8.5" />
    </svg>
  );
}

/** The lab with this answer set. */
export function LabLink({ lang, id, draw, set, children }: Pick<ScenarioAbout, 'lang' | 'id' | 'draw'> & LinkProps) {
  const fragment = writeFragment(set, draw);
  return <a href={pathIn(lang, `/lab/${id}/`) + (fragment && `#${fragment}`)}>{children}</a>;
}

type LinkProps = { set: AnswerSet; children: ComponentChildren };
