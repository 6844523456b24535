import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { type WhyWords, whyMessages } from '../../i18n/why-messages.ts';
import type { GoalResult, Run } from '../../simulator/run.ts';
import type { Goal } from '../../simulator/scenario/scenario-schema.ts';
import { type Break, breakOf, type Difference } from './break-model.ts';
import { clock } from './chart-model.ts';
import type { LabAction } from './lab-model.ts';
import { isMoment, sayTest, sayValue } from './say.ts';

type Props = {
  lang: Language;
  words: LabWords;
  run: Run;
  goal: Goal;
  result: GoalResult;
  act: (action: LabAction) => void;
};

/** Where a goal that was not met broke first, and what would have had to be different. Loaded with the first such goal. */
export function Broken({ lang, words, run, goal, result, act }: Props) {
  const why = whyMessages[lang];
  const broken = breakOf(run, goal, result);
  const jump = () =>
    act(
      broken.entry === undefined
        ? { do: 'go-to-second', second: broken.at }
        : { do: 'go-to-entry', entry: broken.entry },
    );
  const need = sayTest(goal.metric, goal.is);
  return (
    <span class="broken">
      {isMoment(goal.metric) ? why.notBy : why.firstBroken}{' '}
      <button class="as-link mono" type="button" onClick={jump}>
        {clock(broken.at)}
      </button>
      : {broken.have === null ? why.neverNeed(need) : why.haveNeed(sayValue(words, goal.metric, broken.have), need)}
      {broken.gap && <b> · {sayGap(why, goal, broken.gap)}</b>}
      {broken.difference && <span class="difference">{sayDifference(why, broken.difference)}</span>}
    </span>
  );
}

function sayGap(why: WhyWords, { metric }: Goal, { by, side }: NonNullable<Break['gap']>): string {
  return why[side](isMoment(metric) ? clock(by) : String(by));
}

function sayDifference(why: WhyWords, difference: Difference): string {
  if (difference.kind === 'floor') return why.floorNeeded(difference.sum, difference.need);
  if (difference.kind === 'cap') return why.capNeeded(difference.sum, difference.need);
  if (difference.kind === 'refused') return why.refusedNeeded(difference.rule);
  return why.stuckNeeded(difference.floor, difference.cap, difference.desired);
}
