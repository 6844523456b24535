import { canonicalText } from './field.ts';
import type { Room } from './room-state.ts';

/**
 * 16 hexadecimal digits that two rooms share when they are the same: made, seats, votes, points. Places in a log are no part of
 * it, nor the order in which different seats answered, nor the hashes of tokens and addresses, which an exported log leaves out: any
 * store of the same events has the same. Against mistakes, not against forgery (two sums of 32 bits in the manner of FNV-1a).
 */
export function roomHash(room: Room): string {
  const { made, settings, questions, asked, current, locked, ended, seats } = room;
  const { hostHash: _, screenHash: __, ...open } = made ?? { hostHash: '', screenHash: '' };
  const text = canonicalText({
    made: open,
    settings,
    questions: questions.map(({ id, text }) => [id, text.en.key.version]),
    asked: asked.map(({ rounds, ...state }) => ({
      ...state,
      rounds: rounds.map(({ answers, revision: _, ...round }) => ({
        ...round,
        answers: Object.fromEntries(
          [...answers].map(([seat, { response, seq, at, certainty, outcome, outcomes }]) => [
            `seat ${seat}`,
            { response, seq, at, certainty, outcome, outcomes },
          ]),
        ),
      })),
    })),
    current,
    locked,
    ended,
    // What later versions added is left out while it says nothing, so that the hash of an old log stays.
    seats: [...seats.values()].map(({ from: ___, came, ...seat }) => ({ ...seat, ...(came ? { came } : {}) })),
  });
  let [one, two] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ (code + i), 0x85ebca6b);
    two ^= two >>> 15;
  }
  return [one, two].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
