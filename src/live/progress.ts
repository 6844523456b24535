import { lastRound, type Room } from './room-state.ts';
import { verdictOf } from './verdict.ts';

/** How far an assignment is: of each question, and of each seat. */
export type Progress = {
  /** One for each question, of the seats that are in. */
  questions: readonly { answered: number; right: number }[];
  /** By seat: a character for each question, `r` right, `w` not right, `.` no answer yet. Absent: no answer at all. */
  marks: ReadonlyMap<string, string>;
};

const kept = new WeakMap<Room, { revision: number; progress: Progress }>();

/** Computed once until another answer comes, or somebody goes. */
export function progressOf(room: Room): Progress {
  const revision = room.asked.reduce((sum, state) => sum + (lastRound(state)?.revision ?? 0), room.revision);
  const known = kept.get(room);
  if (known?.revision === revision) return known.progress;
  const bySeat = new Map<string, string[]>();
  const questions = room.asked.map((state, index) => {
    const [question, round] = [room.questions[index], lastRound(state)];
    const counts = { answered: 0, right: 0 };
    if (question === undefined || round === undefined) return counts;
    for (const [seat, answer] of round.answers) {
      const { correct } = verdictOf(question, answer);
      const marks = bySeat.get(seat) ?? Array.from(room.asked, () => '.');
      marks[index] = correct ? 'r' : 'w';
      bySeat.set(seat, marks);
      if (room.seats.get(seat)?.status !== 'in') continue;
      counts.answered++;
      if (correct) counts.right++;
    }
    return counts;
  });
  const progress = { questions, marks: new Map([...bySeat].map(([seat, marks]) => [seat, marks.join('')])) };
  kept.set(room, { revision, progress });
  return progress;
}
