import { useState } from 'preact/hooks';
import type { PlayerFrame } from '../../../live/frames.ts';
import { inlineHtml } from '../inline-html.ts';
import { sayLeft, sayMoment } from '../say-deadline.ts';
import { useLeft } from '../use-left.ts';
import { AnswerForm } from './Asked.tsx';
import type { SceneOf } from './SeatRoom.tsx';
import { ResultHead, ToldQuestion } from './ToldRoom.tsx';

/** An assignment: every question open until its end, at one's own pace; results once it is over. */
export function Assignment(props: SceneOf) {
  const { lang, words, room, frame, arrivedAt } = props;
  const [at, setAt] = useState<number>();
  const left = useLeft(frame.deadlineInMs, arrivedAt);
  const all = frame.assignment ?? [];
  const isOver = frame.phase === 'ended';
  const isOpen = !isOver && left !== 0;
  const answered = all.filter((_, index) => room.standing(index, 0).isReceived).length;
  return (
    <>
      <p class="left num in-words">
        <span role="timer" aria-live="off">
          {isOpen ? (left === undefined ? words.noBell : words.until(sayLeft(lang, left))) : words.over}
        </span>
        <span class="left-line" />
        <span>{words.answeredOf(answered, all.length)}</span>
      </p>
      {at === undefined ? (
        <QuestionList {...props} isOver={isOver} open={setAt} />
      ) : (
        <OneOf {...props} key={at} at={at} isOpen={isOpen} left={left} goTo={setAt} />
      )}
    </>
  );
}

type ListProps = SceneOf & { isOver: boolean; open: (at: number) => void };

function QuestionList({ lang, words, room, frame, isOver, open }: ListProps) {
  const { now, deadlineInMs } = frame;
  return (
    <div class="pl-list">
      <h1 tabIndex={-1}>{frame.title || words.assignment}</h1>
      <p>{isOver ? words.endedText : words.assignmentLead}</p>
      {!isOver && deadlineInMs !== undefined && <p>{words.openUntil(sayMoment(lang, now + deadlineInMs))}</p>}
      {isOver && frame.me.total !== undefined && (
        <p>
          <b>{words.endedTotal}:</b> <span class="num">{frame.me.total}</span>
        </p>
      )}
      <ol>
        {(frame.assignment ?? []).map((asked, index) => (
          <li key={asked.id}>
            <button class="btn" type="button" onClick={() => open(index)}>
              <span class="num">{index + 1}</span>
              <span class="pl-line" dangerouslySetInnerHTML={{ __html: inlineHtml(asked.stemHtml) }} />
              <span class="tag">{words[stateOf(frame, index, room.standing(index, 0).isReceived)]}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

function stateOf({ me }: PlayerFrame, index: number, isReceived: boolean) {
  const result = me.results?.[index];
  if (result !== undefined) return result.verdict.correct ? 'stateRight' : 'stateWrong';
  return isReceived ? 'stateAnswered' : 'stateOpen';
}

type OneProps = SceneOf & {
  at: number;
  isOpen: boolean;
  left: number | undefined;
  goTo: (at: number | undefined) => void;
};

function OneOf({ lang, words, room, frame, at, isOpen, left, goTo }: OneProps) {
  const asked = frame.assignment?.[at];
  const told = frame.toldOf?.[at];
  const count = frame.assignment?.length ?? 0;
  const standing = room.standing(at, 0);
  const result = frame.me.results?.[at];
  if (asked === undefined) return null;
  return (
    <>
      {told ? (
        <>
          <ResultHead words={words} result={result} />
          <ToldQuestion
            lang={lang}
            asked={asked}
            told={told}
            response={standing.answer?.response ?? null}
            result={result}
          />
        </>
      ) : (
        <AnswerForm
          lang={lang}
          words={words}
          asked={asked}
          settings={frame.settings}
          isOpen={isOpen}
          left={left}
          standing={standing}
          earlier={undefined}
          send={(given) => room.send(at, 0, given)}
        />
      )}
      <nav class="pl-turn" aria-label={words.list}>
        <button class="btn" type="button" disabled={at === 0} onClick={() => goTo(at - 1)}>
          {words.previous}
        </button>
        <button class="btn" type="button" onClick={() => goTo(undefined)}>
          {words.list}
        </button>
        <button class="btn" type="button" disabled={at >= count - 1} onClick={() => goTo(at + 1)}>
          {words.nextQuestion}
        </button>
      </nav>
    </>
  );
}
