import '../../quiz/quiz.css';
import { useEffect, useState } from 'preact/hooks';
import { kindMessages } from '../../../i18n/kind-messages.ts';
import { quizMessages } from '../../../i18n/quiz-messages.ts';
import type { Answer } from '../../../live/commands.ts';
import type { AskedQuestion } from '../../../quiz-engine/asked/asked-question.ts';
import { isComplete } from '../../../quiz-engine/asked/response-parts.ts';
import type { Certainty as Level } from '../../../quiz-engine/attempt.ts';
import type { Response } from '../../../quiz-engine/grade.ts';
import { Certainty } from '../../quiz/Certainty.tsx';
import type { BesideChoice } from '../../quiz/kind-props.ts';
import { OneKind } from '../../quiz/OneKind.tsx';
import { answerNow, UNANSWERED } from '../../quiz/quiz-model.ts';
import { sayKind, sayTask } from '../../quiz/say-kind.ts';
import { useLeft } from '../use-left.ts';
import { Clock } from './Clock.tsx';
import { isTapSent, type Standing, sameResponse } from './player-model.ts';
import type { SceneOf } from './SeatRoom.tsx';
import { sayStanding } from './say-standing.ts';
import type { Given } from './use-room.ts';

/** The question of a hosted room, open or after its bell. */
export function Asked({ lang, words, room, frame, arrivedAt }: SceneOf) {
  const left = useLeft(frame.phase === 'open' ? frame.leftMs : undefined, arrivedAt);
  const { asked, question = 0, round } = frame;
  if (asked === undefined) return null;
  const earlier = round > 0 ? room.standing(question, round - 1).answer : undefined;
  const isOpen = frame.phase === 'open' && left !== 0;
  return (
    <>
      <Clock words={words} frame={frame} left={left} />
      <AnswerForm
        lang={lang}
        words={words}
        asked={asked}
        settings={frame.settings}
        isOpen={isOpen}
        left={left}
        standing={room.standing(question, round)}
        earlier={earlier}
        send={(given) => room.send(question, round, given)}
      />
      {!isOpen && <p class="pl-soon">{words.soon}</p>}
    </>
  );
}

export type AnswerProps = Pick<SceneOf, 'lang' | 'words'> & {
  asked: AskedQuestion;
  settings: SceneOf['frame']['settings'];
  /** Answers are taken. */
  isOpen: boolean;
  /** Milliseconds until the bell; undefined without one. */
  left: number | undefined;
  standing: Standing;
  /** The own answer of the vote before. */
  earlier: Answer | undefined;
  send: (given: Given) => void;
};

/** What is set and not sent goes by itself this long before the bell. */
const LAST_MOMENT_MS = 900;

/** One question to answer, nothing told: what is set, whether it was sent, whether it was received. */
export function AnswerForm(props: AnswerProps) {
  const { lang, words, asked, settings, isOpen, left, standing, earlier, send } = props;
  const form = useAnswer(props);
  const { response, certainty, isLocked, isDirty, isTapped } = form;
  const [isNudged, setNudged] = useState(false);
  const stem = `live-${asked.id}-stem`;
  const change = (given: Given | null, next: () => void) => {
    next();
    setNudged(false);
    if (given && isTapped) send(given);
  };
  return (
    <form
      class="pl-ask q"
      aria-labelledby={stem}
      onSubmit={(event) => {
        event.preventDefault();
        const given = answerNow(asked, response);
        if (isLocked || given === null || !isComplete(asked, given)) return setNudged(true);
        setNudged(false);
        send({ response: given, certainty: certainty ?? undefined });
      }}
    >
      <p class="row">
        <span class="tag">{sayTask(lang, asked)}</span>
        {earlier && <span class="tag note">{words.secondVote}</span>}
      </p>
      <h1 class="stem" id={stem} tabIndex={-1} dangerouslySetInnerHTML={{ __html: asked.stemHtml }} />
      <OneKind
        question={asked}
        lang={lang}
        response={response}
        respond={(changed) =>
          change(changed === null ? null : { response: changed, certainty: certainty ?? undefined }, () =>
            form.setResponse(changed),
          )
        }
        told={undefined}
        locked={isLocked}
        tells={false}
        stem={stem}
        runs={{}}
        beside={earlier && besideFirst(words.yourFirst, earlier)}
        onRun={() => undefined}
      />
      {settings.scoring === 'certainty' && (
        <Certainty
          words={quizMessages[lang]}
          name={stem}
          chosen={certainty}
          locked={isLocked}
          choose={(level) =>
            change(response === null ? null : { response, certainty: level }, () => form.setCertainty(level))
          }
        />
      )}
      {!isLocked && !isTapped && (
        <button class="btn go big pl-send" type="submit">
          {standing.answer && standing.isReceived && isDirty ? words.sendChange : words.send}
        </button>
      )}
      <p class={`pl-said ${standing.isReceived && !isDirty ? 'ok' : ''}`} role="status">
        {isNudged
          ? asked.kind === 'scenario'
            ? kindMessages[lang].setSomething
            : sayKind(lang, asked, UNANSWERED).missing
          : sayStanding(words, standing, { isOpen, isDirty, mayChange: settings.changeable, isTapped, left })}
      </p>
    </form>
  );
}

/** What is set in the form, and what follows from it. */
function useAnswer({ asked, settings, isOpen, left, standing, earlier, send }: AnswerProps) {
  const { answer } = standing;
  // A first answer that is no choice is set again, to be changed or sent as it is; a choice is marked instead.
  const isMarked = asked.kind === 'single' || asked.kind === 'multiple';
  const [draft, setDraft] = useState<Response | null>(
    answer?.response ?? (isMarked ? null : (earlier?.response ?? null)),
  );
  const [level, setLevel] = useState<Level | null>(answer?.certainty ?? null);
  const isDirty = draft !== null && !(sameResponse(draft, answer?.response) && level === (answer?.certainty ?? null));
  const isFinal = answer !== undefined && !settings.changeable;
  // The answer of another tab, or the one that the room's log has, is taken over where nothing was begun here.
  useEffect(() => {
    if (answer === undefined) return;
    setDraft(answer.response);
    setLevel(answer.certainty ?? null);
  }, [answer?.seq]);
  const isLast = isOpen && left !== undefined && left <= LAST_MOMENT_MS;
  useEffect(() => {
    if (isLast && isDirty && !isFinal && isComplete(asked, draft))
      send({ response: draft, certainty: level ?? undefined });
  }, [isLast]);
  return {
    response: draft,
    certainty: level,
    setResponse: setDraft,
    setCertainty: setLevel,
    isDirty,
    isLocked: !isOpen || isFinal,
    isTapped: isTapSent(asked, settings.changeable),
  };
}

/** Says beside a choice that it was the first answer. */
function besideFirst(word: string, { response }: Answer): BesideChoice {
  const chosen = Array.isArray(response) ? response : [];
  return ({ choice }) => (chosen.includes(choice) ? <span class="pl-first">{word}</span> : null);
}
