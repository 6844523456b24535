import type { Language } from '../i18n/text.ts';
import type { AskedQuestion, QuestionKey } from '../quiz-engine/asked/asked-question.ts';
import type { Common, Phase, Told } from './frames.ts';
import { deadlineOf, lastRound, openRound, type Room, type Round } from './room-state.ts';
import { gainOf, spreadOf } from './spread.ts';

/** What a frame needs that the room does not know. */
export type FrameWorld = {
  /** The server's clock, ms since 1970. */
  now: number;
};

export function phaseOf(room: Room): Phase {
  if (room.ended) return 'ended';
  if (room.made === undefined) return 'lobby';
  if (room.settings.pace === 'self') return 'open';
  if (room.current === undefined) return 'lobby';
  if (openRound(room) !== undefined) return 'open';
  return room.asked[room.current]?.revealed ? 'revealed' : 'closed';
}

/** What everybody may know; field by field, so that nothing else can slip in. */
export function commonOf(room: Room, { now }: FrameWorld): Common {
  const { scoring, pace, changeable, teams } = room.settings;
  const round = currentRound(room);
  const end = deadlineOf(room);
  return {
    phase: phaseOf(room),
    code: room.made?.code ?? '',
    title: room.made?.title ?? '',
    settings: { scoring, pace, changeable, teams },
    now,
    ...(room.current === undefined ? {} : { question: room.current }),
    questions: room.questions.length,
    round: room.current === undefined ? 0 : Math.max(0, (room.asked[room.current]?.rounds.length ?? 1) - 1),
    ...(round === undefined || round.bellAt === null ? {} : { leftMs: (round.closedAt ?? round.bellAt) - now }),
    ...(round === undefined || round.ms === null ? {} : { wholeMs: round.ms }),
    ...(end === undefined ? {} : { deadlineInMs: end - now }),
    players: playersIn(room),
  };
}

/** The round that is shown, open or not; none in an assignment. */
export function currentRound(room: Room): Round | undefined {
  return room.current === undefined ? undefined : lastRound(room.asked[room.current]);
}

const counted = new WeakMap<Room, { revision: number; players: number }>();

function playersIn(room: Room): number {
  const known = counted.get(room);
  if (known?.revision === room.revision) return known.players;
  let players = 0;
  for (const { status } of room.seats.values()) if (status === 'in') players++;
  counted.set(room, { revision: room.revision, players });
  return players;
}

/** The question that is shown, without its key; none in the lobby, after the end and in an assignment. */
export function askedNow(room: Room, lang: Language): AskedQuestion | undefined {
  if (room.current === undefined || room.ended) return undefined;
  return room.questions[room.current]?.text[lang].asked;
}

/** Key, reasons and spread. Whoever calls it decides that they may be told: only after the reveal, but to the host. */
export function toldOf(room: Room, index: number, lang: Language): Told | undefined {
  const question = room.questions[index];
  const state = room.asked[index];
  const round = lastRound(state);
  if (question === undefined || state === undefined || round === undefined) return undefined;
  const gain = gainOf(room, index);
  return {
    key: toldKey(question.text[lang].key),
    spread: spreadOf(room, question, round),
    ...(gain === undefined ? {} : { gain }),
  };
}

/** Other drawings than the one that was asked are no part of what is told. */
function toldKey({ drawn: _, ...key }: QuestionKey): QuestionKey {
  if (key.parts === undefined) return key;
  const parts = Object.entries(key.parts).map(([id, part]) => [id, toldKey(part)] as const);
  return { ...key, parts: Object.fromEntries(parts) };
}
