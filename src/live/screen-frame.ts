import type { Language } from '../i18n/text.ts';
import { askedNow, commonOf, currentRound, type FrameWorld, toldOf } from './common-frame.ts';
import type { HostFrame, HostSeat, ScreenFrame } from './frames.ts';
import { type Progress, progressOf } from './progress.ts';
import { lastRound, type Room } from './room-state.ts';
import { answeredCount } from './spread.ts';
import { teamsOf, topOf } from './standing.ts';

/** What the projector needs beside the room: addresses a player may open, best first. */
export type ScreenWorld = FrameWorld & { join: readonly string[] };

/** What hangs on the wall: points only after a reveal, names only of the ten best at the end when the host wished for them. */
export function screenFrame(room: Room, lang: Language, { now, join }: ScreenWorld): ScreenFrame {
  const common = commonOf(room, { now });
  const asked = askedNow(room, lang);
  const isRevealed = common.phase === 'revealed';
  const told = isRevealed && room.current !== undefined ? toldOf(room, room.current, lang) : undefined;
  const teams = isRevealed || room.ended ? teamsOf(room) : undefined;
  return {
    ...common,
    to: 'screen',
    ...(asked === undefined ? {} : { asked }),
    answered: room.settings.pace === 'self' ? seatsThatAnswered(room) : answeredCount(room, currentRound(room)),
    join: [...join],
    ...(told === undefined ? {} : { told }),
    ...(room.ended && room.settings.topTen ? { top: topOf(room) } : {}),
    ...(teams === undefined ? {} : { teams }),
  };
}

/** Of an assignment: how many have begun. */
function seatsThatAnswered(room: Room): number {
  let count = 0;
  for (const { id, status } of room.seats.values()) {
    if (status === 'in' && room.asked.some((state) => lastRound(state)?.answers.has(id))) count++;
  }
  return count;
}

/** What the host needs beside the room: seats with an open stream. */
export type HostWorld = ScreenWorld & { connected: { has(seat: string): boolean; size: number } };

/** Everything, with the key at any time. */
export function hostFrame(room: Room, lang: Language, { now, join, connected }: HostWorld): HostFrame {
  const { top: _, teams: __, told: ___, ...screen } = screenFrame(room, lang, { now, join });
  const round = currentRound(room);
  const told = room.current === undefined ? undefined : toldOf(room, room.current, lang);
  const teams = teamsOf(room);
  const progress = room.settings.pace === 'self' ? progressOf(room) : undefined;
  return {
    ...screen,
    to: 'host',
    locked: room.locked,
    settings: room.settings,
    connected: connected.size,
    seats: [...room.seats.values()].map(
      (seat): HostSeat => ({
        seat: seat.id,
        name: seat.name,
        status: seat.status,
        ...(seat.team === undefined ? {} : { team: seat.team }),
        connected: connected.has(seat.id),
        answered: round?.answers.has(seat.id) ?? false,
        points: seat.points,
        right: seat.right,
        ...marksOf(progress, seat.id),
      }),
    ),
    list: listOf(room, lang, progress),
    ...(told === undefined ? {} : { told }),
    top: topOf(room),
    ...(teams === undefined ? {} : { teams }),
  };
}

function marksOf(progress: Progress | undefined, seat: string): Pick<HostSeat, 'marks'> {
  const marks = progress?.marks.get(seat);
  return marks === undefined ? {} : { marks };
}

function listOf(room: Room, lang: Language, progress: Progress | undefined): HostFrame['list'] {
  return room.questions.map(({ id, isPublic, text }, i) => {
    const { kind, stemHtml } = text[lang].asked;
    const state = room.asked[i];
    const round = lastRound(state);
    const open = round !== undefined && round.closedAt === undefined;
    const now = open ? 'open' : state?.revealed ? 'revealed' : round === undefined ? 'to-come' : 'closed';
    const counts = progress?.questions[i];
    const answers = counts && { ...counts, change: round?.revision ?? 0 };
    const line = { id, kind, stemHtml, isPublic, rounds: state?.rounds.length ?? 0, state: now } as const;
    return answers === undefined ? line : { ...line, answers };
  });
}
