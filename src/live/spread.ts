import type { AskedQuestion } from '../quiz-engine/asked/asked-question.ts';
import { fieldOf } from './field.ts';
import type { Gain, Spread } from './frames.ts';
import type { LiveQuestion } from './live-question.ts';
import { normalisedChange } from './points.ts';
import { countedRounds, type HeldAnswer, type Room, type Round } from './room-state.ts';
import { verdictOf } from './verdict.ts';

/** Different numbers that are told; the rest is in `answered`. */
const MOST_VALUES = 12;

const kept = new WeakMap<Round, { revision: number; spread: Spread }>();

/** How a round of a question was answered by those who are in; computed once until another answer comes. */
export function spreadOf(room: Room, question: LiveQuestion, round: Round): Spread {
  const known = kept.get(round);
  if (known?.revision === round.revision) return known.spread;
  const answers = [...answersOf(room, round)].map(([, answer]) => answer);
  const right = answers.filter((answer) => verdictOf(question, answer).correct).length;
  const spread = { answered: answers.length, right, ...details(question.text.en.asked, answers) };
  kept.set(round, { revision: round.revision, spread });
  return spread;
}

/** How many who are in have answered. */
export function answeredCount(room: Room, round: Round | undefined): number {
  if (round === undefined) return 0;
  let count = 0;
  for (const _ of answersOf(room, round)) count++;
  return count;
}

/** Answers of seats that are in: who was barred counts no more. */
function* answersOf(room: Room, round: Round): Generator<[string, HeldAnswer]> {
  for (const entry of round.answers) if (room.seats.get(entry[0])?.status === 'in') yield entry;
}

function details(asked: AskedQuestion, answers: readonly HeldAnswer[]): Partial<Spread> {
  if (asked.kind === 'single' || asked.kind === 'multiple') {
    const choices = Object.fromEntries(asked.choices.map(({ id }) => [id, 0]));
    for (const { response } of answers) {
      for (const id of Array.isArray(response) ? response : []) {
        if (typeof id === 'string') choices[id] = (choices[id] ?? 0) + 1;
      }
    }
    return { choices };
  }
  if (asked.kind === 'number') return { values: valuesOf(answers) };
  if (asked.kind !== 'scenario') return {};
  return { goals: goalsOf(answers), field: fieldOf(answers) };
}

/** The commonest numbers, the smaller first of equally common ones. */
function valuesOf(answers: readonly HeldAnswer[]): { value: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const { response } of answers) {
    if (typeof response === 'number') counts.set(response, (counts.get(response) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || a.value - b.value)
    .slice(0, MOST_VALUES);
}

function goalsOf(answers: readonly HeldAnswer[]): { id: string; passed: number }[] {
  const passed = new Map<string, number>();
  for (const { outcome } of answers) {
    for (const goal of outcome?.goals ?? []) passed.set(goal.id, (passed.get(goal.id) ?? 0) + (goal.passed ? 1 : 0));
  }
  return [...passed].map(([id, count]) => ({ id, passed: count }));
}

/** Vote, discuss, vote again: from the first to the last vote before the reveal, among those who voted in both. */
export function gainOf(room: Room, index: number): Gain | undefined {
  const question = room.questions[index];
  const state = room.asked[index];
  if (question === undefined || state === undefined) return undefined;
  const rounds = countedRounds(state);
  const [first, last] = [rounds[0], rounds.at(-1)];
  if (first === undefined || last === undefined || first === last) return undefined;
  let [both, before, after] = [0, 0, 0];
  for (const [seat, answer] of answersOf(room, first)) {
    const again = last.answers.get(seat);
    if (again === undefined) continue;
    both++;
    if (verdictOf(question, answer).correct) before++;
    if (verdictOf(question, again).correct) after++;
  }
  if (both === 0) return undefined;
  return {
    before: spreadOf(room, question, first),
    after: spreadOf(room, question, last),
    beforeRight: before / both,
    afterRight: after / both,
    gain: normalisedChange(before / both, after / both),
  };
}
