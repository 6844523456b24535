import type { Language } from '../i18n/text.ts';
import type { AskedQuestion, QuestionKey } from '../quiz-engine/asked/asked-question.ts';
import type { FoldVerdict } from './answers.ts';
import type { LiveQuestion } from './live-question.ts';
import { fold } from './room.ts';
import type { RoomEvent, RoomSettings, Stored } from './room-events.ts';
import { emptyRoom, type Room, USUAL_SETTINGS } from './room-state.ts';

/** Words that stand in keys and reasons alone, so that a test can look for them in what was sent. */
export const SECRET = 'SECRET';

function question(
  id: string,
  asked: (lang: Language) => Partial<AskedQuestion>,
  key: Partial<QuestionKey>,
): LiveQuestion {
  const text = (lang: Language) => ({
    asked: { id, set: 'tests', stemHtml: `stem of ${id} (${lang})`, ...asked(lang) } as AskedQuestion,
    key: {
      version: 'v1',
      whyHtml: { a: `${SECRET} why a`, value: `${SECRET} why` },
      lesson: `/${SECRET}-lesson/`,
      lessonTitle: `${SECRET} lesson`,
      objective: `${SECRET} objective`,
      ...key,
    } as QuestionKey,
  });
  return { id, set: 'tests', isPublic: true, text: { en: text('en'), ko: text('ko') } };
}

const CHOICES = ['a', 'b', 'c', 'd'].map((id) => ({ id, html: `choice ${id}` }));

/** Key a. */
export const SINGLE = question('single', () => ({ kind: 'single', choices: CHOICES, pick: 1 }), {
  grading: { kind: 'single', choices: CHOICES.map(({ id }) => (id === 'a' ? { id, correct: true } : { id })) },
});
/** Keys a and b. */
export const MULTIPLE = question('multiple', () => ({ kind: 'multiple', choices: CHOICES, pick: 2 }), {
  grading: { kind: 'multiple', choices: CHOICES.map(({ id }) => ({ id, correct: id < 'c' })) },
});
/** b, a, c, d. */
export const ORDER = question('order', () => ({ kind: 'order', steps: CHOICES }), {
  grading: { kind: 'order', steps: ['b', 'a', 'c', 'd'] },
});
/** l is r, m is s. */
export const MATCH = question(
  'match',
  () => ({
    kind: 'match',
    left: [
      { id: 'l', html: 'left l' },
      { id: 'm', html: 'left m' },
    ],
    right: [
      { id: 'r', text: 'right r' },
      { id: 's', text: 'right s' },
    ],
  }),
  { grading: { kind: 'match', pairs: { l: 'r', m: 's' } } },
);
/** 77031, with a tenth to either side. */
export const NUMBER = question('number', () => ({ kind: 'number' }), {
  grading: { kind: 'number', value: 77031, tolerance: 0.1 },
});
export const SCENARIO = question('task', () => ({ kind: 'scenario', scenario: 'rolling-update/half-the-fleet' }), {});
/** Parts one (choice a) and two (the number 3). */
export const CASE = question(
  'case',
  () => ({
    kind: 'case',
    parts: [
      { id: 'one', set: 'tests', stemHtml: 'part one', kind: 'single', choices: CHOICES, pick: 1 },
      { id: 'two', set: 'tests', stemHtml: 'part two', kind: 'number' },
    ],
  }),
  {
    parts: {
      one: SINGLE.text.en.key,
      two: { ...NUMBER.text.en.key, grading: { kind: 'number', value: 3 } },
    },
  },
);

export const ALL_KINDS = [SINGLE, MULTIPLE, ORDER, MATCH, NUMBER, SCENARIO, CASE];

/** Log time of the first event; each later one is a second after, unless it says when. */
export const START_MS = 1_000_000;

export function created(settings: Partial<RoomSettings> = {}, questions: readonly LiveQuestion[] = [SINGLE, MULTIPLE]) {
  return {
    t: 'created',
    v: 1,
    code: 'KRTWBX',
    title: 'Harbour class',
    lang: 'en',
    seed: 7,
    settings: { ...USUAL_SETTINGS, ...settings },
    questions,
    hostHash: 'hash-of-host',
    screenHash: 'hash-of-screen',
  } as const satisfies RoomEvent;
}

export function joined(seat: string, more: Partial<Extract<RoomEvent, { t: 'joined' }>> = {}): RoomEvent {
  return { t: 'joined', seat, name: `Person ${seat}`, lang: 'en', from: `address-${seat}`, ...more };
}

export function opened(question = 0, round = 0, ms: number | null = 30_000): RoomEvent {
  return { t: 'opened', question, round, ms };
}

export function closed(question = 0, round = 0): RoomEvent {
  return { t: 'closed', question, round };
}

export function revealed(question = 0): RoomEvent {
  return { t: 'revealed', question };
}

type Answered = Extract<RoomEvent, { t: 'answered' }>;

/** Right, first, to question 0, five seconds after it was opened by a log in which it came fourth. */
export function answered(seat: string, more: Partial<Answered> = {}): Answered {
  return { t: 'answered', seat, question: 0, round: 0, response: ['a'], seq: 1, at: START_MS + 5_000, ...more };
}

/** An event, or one with its time in seconds after the start. */
export type Given = RoomEvent | readonly [number, RoomEvent];

export function logOf(events: readonly Given[]): Stored[] {
  return events.map((given, i) => {
    const [second, event] = 't' in given ? [i, given] : given;
    return { off: String(i + 1), at: START_MS + second * 1_000, event };
  });
}

/** Given these events: the room, and the verdict of the last. */
export function given(...events: readonly Given[]): { room: Room; verdict: FoldVerdict } {
  const room = emptyRoom();
  let verdict: FoldVerdict = { ok: false, why: 'no-room' };
  for (const stored of logOf(events)) verdict = fold(room, stored);
  return { room, verdict };
}

/** The verdict of the last event, as one word. */
export function verdictAfter(...events: readonly Given[]): string {
  const { verdict } = given(...events);
  if (!verdict.ok) return verdict.why;
  return verdict.dup ? `again ${verdict.off}` : 'taken';
}
