import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { Language } from '../../../i18n/text.ts';
import type { Answer } from '../../../live/commands.ts';
import type { PlayerFrame } from '../../../live/frames.ts';
import type { Certainty } from '../../../quiz-engine/attempt.ts';
import type { Response } from '../../../quiz-engine/grade.ts';
import { browserWorld } from '../browser-world.ts';
import { bellOf, openConnection, wakeWith } from '../connection.ts';
import type { LivePlace, Seat } from '../live-place.ts';
import { type Outbox, openOutbox, placeOf } from '../outbox.ts';
import {
  nextSeq,
  type RoomState,
  type Standing,
  type StandingSources,
  standingOf,
  stepRoom,
  UNKNOWN_ROOM,
} from './player-model.ts';

export type Given = { response: Response; certainty?: Certainty | undefined };

export type Room = {
  state: RoomState;
  /** Where the answer to a question stands, in the present round or an earlier one. */
  standing: (question: number, round: number) => Standing;
  send: (question: number, round: number, given: Given) => void;
};

/** A seat's connection, its answers on their way, and what it remembers of them. */
export function useRoom(lang: Language, seat: Seat, place: LivePlace): Room {
  const [state, act] = useReducer(stepRoom, seat, beginRoom);
  const outbox = useRef<Outbox>();
  const memory = useRef(seat);
  const keep = (changed: Partial<Seat>) => {
    // Another tab may have kept more.
    const kept = place.read(seat.code);
    memory.current = { ...memory.current, ...(kept?.token === seat.token ? kept : {}), ...changed };
    place.keep(memory.current);
  };
  useEffect(() => {
    const { room, token, unsent } = seat;
    const box = openOutbox(
      browserWorld,
      {
        room,
        token,
        lang,
        keep: (waiting) => keep({ unsent: waiting }),
        onSending: (sending) => {
          act({ do: 'sending', sending });
          // What does not count is not shown as an own answer later.
          if (sending.state === 'refused') keep({ given: without(memory.current.given, placeOf(sending.answer)) });
        },
      },
      unsent,
    );
    outbox.current = box;
    const connection = openConnection<PlayerFrame>(browserWorld, {
      to: 'player',
      room,
      token,
      lang,
      nextWithin: bellOf,
      onFrame: (frame, arrivedAt) => act({ do: 'frame', frame, arrivedAt }),
      onLink: (link) => {
        act({ do: 'link', link });
        if (link === 'connected') box.wake();
      },
      onLost: (lost) => act({ do: 'lose', lost }),
    });
    const sleep = wakeWith(window, connection);
    return () => {
      sleep();
      connection.close();
      box.close();
    };
  }, [seat.token, lang]);

  const sourcesOf = (question: number, round: number): StandingSources => {
    const { frame, sendings } = state;
    const isPresent = frame?.question === question && frame.round === round;
    const key = placeOf({ question, round });
    return {
      inLog: isPresent ? frame.me.answer : frame?.me.answers?.[question],
      sending: sendings[key],
      remembered: memory.current.given[key],
    };
  };
  return {
    state,
    standing: (question, round) => standingOf({ question, round }, sourcesOf(question, round)),
    send: (question, round, { response, certainty }) => {
      const seq = nextSeq(sourcesOf(question, round));
      const answer: Answer = { question, round, response, seq, ...(certainty ? { certainty } : {}) };
      keep({ given: { ...memory.current.given, [placeOf(answer)]: answer } });
      outbox.current?.send(answer);
    },
  };
}

/** What was not acknowledged before a reload waits again from the first moment on. */
function beginRoom({ unsent }: Seat): RoomState {
  return unsent.reduce(
    (state, answer) => stepRoom(state, { do: 'sending', sending: { state: 'waiting', answer } }),
    UNKNOWN_ROOM,
  );
}

function without(given: Seat['given'], place: string): Seat['given'] {
  const { [place]: _, ...others } = given;
  return others;
}
