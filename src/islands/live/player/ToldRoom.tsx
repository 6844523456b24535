import '../../quiz/quiz.css';
import type { Told as TellsAll } from '../../../live/frames.ts';
import type { AskedQuestion } from '../../../quiz-engine/asked/asked-question.ts';
import type { Response } from '../../../quiz-engine/grade.ts';
import { Mark } from '../../lab/Mark.tsx';
import { OneKind } from '../../quiz/OneKind.tsx';
import { RunOfQuestion } from '../../quiz/RunOfQuestion.tsx';
import { percent, showCount } from '../spread-model.ts';
import { toldOf } from './player-model.ts';
import type { SceneOf } from './SeatRoom.tsx';
import { Spread } from './Spread.tsx';

type Result = SceneOf['frame']['me']['result'];

/** After the reveal: how the own answer came out, why, and how the class answered. */
export function ToldRoom({ lang, words, room, frame }: SceneOf) {
  const { asked, told, question = 0, questions, round, me } = frame;
  if (asked === undefined || told === undefined) return null;
  // Who did not vote again is told of the first vote.
  const votes = [round, round - 1].map((vote) => room.standing(question, vote).answer);
  const answer = votes.find((vote) => vote !== undefined);
  return (
    <>
      <p class="left num">
        <span class="left-line" />
        <span role="img" aria-label={words.questionLabel(question + 1, questions)}>
          {words.question(question + 1, questions)}
        </span>
      </p>
      <ResultHead words={words} result={me.result} />
      <Points lang={lang} words={words} me={me} />
      <ToldQuestion lang={lang} asked={asked} told={told} response={answer?.response ?? null} result={me.result} />
      <Spread lang={lang} words={words} asked={asked} told={told} mine={answer?.response} />
      {told.gain && <p class="callout">{words.gain(percent(told.gain.beforeRight), percent(told.gain.afterRight))}</p>}
      <p>
        <a href={told.key.lesson}>{words.readIt(told.key.lessonTitle)}</a>
      </p>
      <p class="small faint">{words.nextSoon}</p>
    </>
  );
}

/** Right, not right or no answer, by shape, colour and word. */
export function ResultHead({ words, result }: { words: SceneOf['words']; result: Result }) {
  if (result === undefined) {
    return (
      <div class="res none">
        <div>
          <h1 tabIndex={-1}>{words.noAnswer}</h1>
          <p>{words.noAnswerText}</p>
        </div>
      </div>
    );
  }
  const { correct, items, credit } = result.verdict;
  const right = items.filter((item) => item.right).length;
  const isPart = !correct && credit > 0 && items.length > 0 && items.every((item) => item.chosen);
  return (
    <div class={`res ${correct ? 'ok' : 'bad'}`}>
      {/* The heading says it. */}
      <span class="res-mark" aria-hidden="true">
        <Mark met={correct} label={correct ? words.right : words.wrong} />
      </span>
      <div>
        <h1 tabIndex={-1}>{correct ? words.right : words.wrong}</h1>
        {isPart && <p>{words.partly(right, items.length)}</p>}
      </div>
    </div>
  );
}

function Points({ lang, words, me }: Pick<SceneOf, 'lang' | 'words'> & { me: SceneOf['frame']['me'] }) {
  const facts: [string, string | undefined][] = [
    [words.points, me.result && signed(lang, me.result.points)],
    [words.total, me.total === undefined ? undefined : showCount(lang, me.total)],
    [words.place, me.place === undefined ? undefined : String(me.place)],
  ];
  const known = facts.filter(([, value]) => value !== undefined);
  if (known.length === 0) return null;
  return (
    <dl class="mine">
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** With its sign: certainty may cost points. */
function signed(lang: SceneOf['lang'], points: number): string {
  return `${points > 0 ? '+' : ''}${showCount(lang, points)}`;
}

type ToldProps = {
  lang: SceneOf['lang'];
  asked: AskedQuestion;
  told: TellsAll;
  response: Response | null;
  result: Result;
};

/** The question with its key and every reason, in the view of its kind. */
export function ToldQuestion({ lang, asked, told, response, result }: ToldProps) {
  const stem = `live-${asked.id}-stem`;
  const all = toldOf(told, result);
  const items = result?.verdict.items ?? [];
  // Runs of a case's scenarios were judged on the server: each part came out as its item says.
  const runs = Object.fromEntries(
    items.map(({ id, right }) => [id, { correct: right, credit: right ? 1 : 0, items: [] }]),
  );
  return (
    <section class="q pl-told" aria-labelledby={stem}>
      <div class="stem" id={stem} dangerouslySetInnerHTML={{ __html: asked.stemHtml }} />
      <OneKind
        question={asked}
        lang={lang}
        response={response}
        respond={() => undefined}
        told={all}
        locked
        tells={false}
        stem={stem}
        runs={runs}
        onRun={() => undefined}
      />
      {told.key.todayHtml && (
        <div class="says today-only">
          <div class="today" dangerouslySetInnerHTML={{ __html: told.key.todayHtml }} />
        </div>
      )}
      <RunOfQuestion lang={lang} run={told.key.run} />
    </section>
  );
}
