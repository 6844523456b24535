import type { LiveHostWords } from '../../i18n/live-host-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { HostFrame } from '../../live/frames.ts';
import { sayTime } from '../exam/say-time.ts';
import { sayLeft, sayMoment } from '../live/say-deadline.ts';
import { useLeft } from '../live/use-left.ts';
import { AssignmentBoard } from './AssignmentBoard.tsx';
import { HostQuestion } from './HostQuestion.tsx';
import { JoinPanel } from './JoinPanel.tsx';
import type { KeptRoom } from './kept-rooms.ts';
import { Results } from './Results.tsx';
import { Standing } from './Standing.tsx';

type Props = {
  lang: Language;
  words: LiveHostWords;
  frame: HostFrame;
  arrivedAt: number;
  room: KeptRoom;
};

/** What the room is at. */
export function HostStage(props: Props) {
  const { lang, words, frame, arrivedAt } = props;
  const { phase, question, questions, round } = frame;
  const isSelf = frame.settings.pace === 'self';
  const names = {
    lobby: words.lobby,
    open: words.open_,
    closed: words.closed,
    revealed: words.revealed,
    ended: words.ended,
  };
  const left = useLeft(isSelf ? frame.deadlineInMs : phase === 'open' ? frame.leftMs : undefined, arrivedAt);
  return (
    <section class="host-stage" aria-labelledby="host-phase">
      <header class="row">
        <h2 id="host-phase" class={`host-phase ${phase}`}>
          {names[phase]}
        </h2>
        {question !== undefined && phase !== 'ended' && (
          <span class="num">
            {words.questionOf(question + 1, questions)}
            {round > 0 && ` · ${words.vote(round + 1)}`}
          </span>
        )}
        {left !== undefined && (
          <span class={isSelf ? 'host-left in-words' : 'host-left'}>
            {isSelf ? words.deadline : words.left} <b class="num">{isSelf ? sayLeft(lang, left) : sayTime(left)}</b>
          </span>
        )}
        {isSelf && phase !== 'ended' && frame.deadlineInMs !== undefined && (
          <span>{words.openUntil(sayMoment(lang, frame.now + frame.deadlineInMs))}</span>
        )}
        {phase === 'open' && !isSelf && frame.leftMs === undefined && <span class="faint">{words.noTime}</span>}
      </header>
      {isSelf && frame.answered > 0 && <AssignmentBoard {...{ lang, words, frame }} room={props.room} />}
      {(phase === 'lobby' || (isSelf && phase !== 'ended')) && <JoinPanel lang={lang} words={words} frame={frame} />}
      {!isSelf && frame.asked && phase !== 'lobby' && phase !== 'ended' && (
        <HostQuestion
          key={`${question}-${round}`}
          {...{ lang, words }}
          asked={frame.asked}
          told={frame.told}
          isPublic={frame.list[question ?? -1]?.isPublic === true}
          isTold={phase === 'revealed'}
        />
      )}
      {phase === 'ended' && <Results lang={lang} words={words} room={props.room} />}
      {(phase === 'ended' || phase === 'revealed') && <Standing words={words} frame={frame} />}
    </section>
  );
}
