import { useState } from 'preact/hooks';
import { type DecisionWords, decisionMessages } from '../../i18n/decision-messages.ts';
import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { Candidate, Decision, Entry } from '../../simulator/run.ts';
import { clock } from './chart-model.ts';
import type { Asked } from './decision-model.ts';
import { currentMoment, type LabState, yardOf } from './lab-model.ts';
import { lostAt } from './marks.ts';
import { memo } from './memo.ts';
import { berthOf } from './moment.ts';
import { stateWord } from './picture.ts';
import { grouped, shortRank, shortRule } from './say.ts';
import { useLoaded } from './use-loaded.ts';

type Props = { lang: Language; words: LabWords; state: LabState; asked: Asked };

/** The lab's words, and those of this question. */
type Both = { words: LabWords; own: DecisionWords };

const loadAssumed = () => import('./AssumedHere.tsx');

/** Every berth with the rule that refused it, or its ranks. */
export function WhyHere({ lang, words, state, asked }: Props) {
  const own = decisionMessages[lang];
  const ids = state.shown?.graded.grade.assumptions ?? [];
  const assumed = useLoaded(asked.kind === 'placement' && ids.length > 0, loadAssumed);
  if (state.shown === null) return <p class="empty">{own.hereBeforeRun}</p>;
  if (asked.kind === 'nothing') return <p class="empty">{own.pickTask}</p>;
  const { entry, decision } = asked;
  const task = currentMoment(state).tasks.find((each) => each.name === entry.task);
  const needs = yardOf(state).taskDefinitions[entry.taskDefinition ?? ''];
  return (
    <>
      <div class="row between">
        <h2>{titleOf(own, entry)}</h2>
        {task && <span class="tag">{own.stateSince(stateWord(task.state, task.health), clock(task.since))}</span>}
      </div>
      {needs && <p class="small">{own.needs(grouped(needs.cpu), grouped(needs.memory))}</p>}
      {task?.ports && <p class="small">{own.holdsPorts(task.ports.join(', '))}</p>}
      {decision === undefined && <p class="empty">{words.loading}</p>}
      {decision === null && <p class="empty">{entry.at === 0 ? own.stoodAtStart : own.noDecision}</p>}
      {decision && <Candidates own={own} words={words} entry={entry} decision={decision} />}
      {decision && assumed !== undefined && assumed !== 'failed' && (
        <assumed.AssumedHere lang={lang} words={words} type={entry.type} ids={ids} />
      )}
    </>
  );
}

function titleOf(own: DecisionWords, entry: Entry): string {
  const task = entry.task ?? entry.service ?? own.aTask;
  const berth = entry.type === 'task-placed' ? berthOf(entry) : undefined;
  return berth ? own.taskOn(task, berth) : own.taskNowhere(task);
}

/** A cluster of hundreds has as many rows: the first of each kind tell why, the others are a button away. */
const MOST_ROWS = 30;

/** The table of a decision that stays the same stays as it is while the playhead moves. */
const Candidates = memo(AllCandidates);

function AllCandidates({ own, words, entry, decision }: Both & { entry: Entry; decision: Decision }) {
  const ranked = decision.candidates
    .filter((candidate) => candidate.refused.length === 0)
    .sort((a, b) => compareRanks(a, b, decision.chosen));
  const refused = decision.candidates.filter((candidate) => candidate.refused.length > 0);
  const [isWhole, setWhole] = useState(false);
  const most = isWhole ? decision.candidates.length : MOST_ROWS;
  const hidden = Math.max(0, ranked.length - most) + Math.max(0, refused.length - most);
  const chosen = ranked.find((each) => each.instance === decision.chosen);
  const rules = ranked[0]?.ranks.map((rank) => rank.rule) ?? [];
  const columns = Math.max(2, rules.length + 2);
  return (
    <>
      <p class="small">{own.refusedRanked(refused.length, ranked.length)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard. */}
      <section class="scroll" tabIndex={0} aria-label={own.candidates(entry.task ?? '', clock(entry.at))}>
        <table class="table cand">
          <caption class="vh">{own.candidates(entry.task ?? '', clock(entry.at))}</caption>
          {ranked.length > 0 && (
            <thead>
              <tr>
                <th scope="col">{words.instance}</th>
                {rules.map((rule, i) => (
                  <th scope="col" class="n" key={rule}>
                    {i + 1} {shortRank(words, rule)}
                  </th>
                ))}
                <th scope="col">{own.result}</th>
              </tr>
            </thead>
          )}
          {ranked.length > 0 && (
            <tbody>
              {ranked.slice(0, most).map((candidate) => (
                <RankedRow key={candidate.instance} own={own} words={words} candidate={candidate} chosen={chosen} />
              ))}
            </tbody>
          )}
          {refused.length > 0 && <Refused own={own} words={words} refused={refused.slice(0, most)} columns={columns} />}
        </table>
      </section>
      {hidden > 0 && (
        <button class="as-link small" type="button" onClick={() => setWhole(true)}>
          {words.entriesHidden(hidden)}
        </button>
      )}
    </>
  );
}

/** The chosen one first, then by ranks as the scheduler compared them. */
function compareRanks(a: Candidate, b: Candidate, chosen: string | null): number {
  if (a.instance === chosen) return -1;
  if (b.instance === chosen) return 1;
  for (const [i, rank] of a.ranks.entries()) {
    const difference = rank.value - (b.ranks[i]?.value ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function RankedRow({ own, words, candidate, chosen }: Both & { candidate: Candidate; chosen: Candidate | undefined }) {
  const isChosen = candidate === chosen;
  const lost = lostAt(candidate, chosen);
  return (
    <tr class={isChosen ? 'chosen' : undefined}>
      <th scope="row">
        <code>{candidate.instance}</code>
      </th>
      {candidate.ranks.map((rank) => (
        <td class="n" key={rank.rule}>
          {grouped(rank.value)}
        </td>
      ))}
      <td>
        {isChosen ? <b>{words.chosen}</b> : lost ? own.rankHigher(shortRank(words, lost.rule)) : words.tie}
        {lost?.rule === TIE_BREAK && <span class="tag note">A1</span>}
      </td>
    </tr>
  );
}

/** The rank that AWS does not document (assumption A1). */
const TIE_BREAK = 'lowest index';

function Refused({ own, words, refused, columns }: Both & { refused: Candidate[]; columns: number }) {
  return (
    <tbody>
      <tr class="sub">
        <th scope="col">{own.refusedHead}</th>
        <th scope="col" colSpan={columns - 1}>
          {own.ruleHead}
        </th>
      </tr>
      {refused.map((candidate) => (
        <tr class="refused" key={candidate.instance}>
          <th scope="row">
            <code>{candidate.instance}</code>
          </th>
          <td colSpan={columns - 1}>
            {candidate.refused.map(({ rule, need, have }) => (
              <span class="refusal" key={rule}>
                <span class="x">{shortRule(rule)}</span> · {words.needHave(need, have)}
              </span>
            ))}
          </td>
        </tr>
      ))}
    </tbody>
  );
}
