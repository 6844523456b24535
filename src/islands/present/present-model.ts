import type { AskedPlain, QuestionKey } from '../../quiz-engine/asked/asked-question.ts';
import type { Asking } from '../../quiz-engine/asked/drawing.ts';

/** What is shown at once: a question, or one part of a case with its story. */
export type Slide = { id: string; storyHtml?: string; asked: AskedPlain; key: QuestionKey };

/** Hands by choice id; of other kinds by `right` and `wrong`. */
export type Hands = Readonly<Record<string, number>>;

/** One slide while it is presented: the votes on it, the last one being counted. */
export type SlideState = { votes: readonly Hands[]; revealed: boolean };

/** Where the presenter is, and everything that was counted. Kept for a reload and for the other language. */
export type PresentState = { at: number; slides: Readonly<Record<string, SlideState>> };

export type PresentAction =
  | { do: 'go'; to: number }
  | { do: 'hand'; slide: string; of: string; by: 1 | -1 }
  | { do: 'reveal' | 'vote-again'; slide: string };

export const AT_FIRST: PresentState = { at: 0, slides: {} };
const UNSEEN: SlideState = { votes: [{}], revealed: false };
/** More hands than any hall has: a key that is stuck stops here. */
const MOST_HANDS = 999;

export function slidesOf(askings: readonly Asking[]): Slide[] {
  return askings.flatMap(({ asked, key }): Slide[] => {
    if (asked.kind !== 'case') return [{ id: asked.id, asked, key }];
    return asked.parts.map((part) => ({
      id: `${asked.id}.${part.id}`,
      storyHtml: asked.stemHtml,
      asked: part,
      key: { ...key, ...key.parts?.[part.id] },
    }));
  });
}

export function stateOf(state: PresentState, slide: string): SlideState {
  return state.slides[slide] ?? UNSEEN;
}

export function stepPresent(state: PresentState, action: PresentAction): PresentState {
  if (action.do === 'go') return { ...state, at: Math.max(0, action.to) };
  const before = stateOf(state, action.slide);
  return { ...state, slides: { ...state.slides, [action.slide]: stepSlide(before, action) } };
}

function stepSlide(slide: SlideState, action: Exclude<PresentAction, { do: 'go' }>): SlideState {
  const last = slide.votes.at(-1) ?? {};
  switch (action.do) {
    case 'hand': {
      const count = Math.min(MOST_HANDS, Math.max(0, (last[action.of] ?? 0) + action.by));
      return { ...slide, votes: [...slide.votes.slice(0, -1), { ...last, [action.of]: count }] };
    }
    case 'reveal':
      return { ...slide, revealed: !slide.revealed };
    case 'vote-again':
      // Of an empty vote there is nothing to compare with; of several the first and the last are told.
      return handsOf(last) === 0
        ? { ...slide, revealed: false }
        : { votes: [slide.votes[0] ?? {}, {}], revealed: false };
  }
}

export function handsOf(hands: Hands): number {
  return Object.values(hands).reduce((sum, count) => sum + count, 0);
}

/** What hands are counted for. */
export function countedOf({ asked }: Slide): string[] {
  return asked.kind === 'single' || asked.kind === 'multiple' ? asked.choices.map(({ id }) => id) : ['right', 'wrong'];
}

/** Ids of the right choices. */
export function rightOf({ grading }: QuestionKey): string[] {
  if (grading?.kind !== 'single' && grading?.kind !== 'multiple') return ['right'];
  return grading.choices.filter(({ correct }) => correct).map(({ id }) => id);
}

/** The share of hands for right choices, in per cent; undefined without hands. Of several right ones hands say nothing together. */
export function rightShare(key: QuestionKey, hands: Hands): number | undefined {
  const all = handsOf(hands);
  const right = rightOf(key);
  if (all === 0 || right.length !== 1) return undefined;
  return Math.round((100 * (hands[right[0] ?? ''] ?? 0)) / all);
}

/** The wrong choice with the most hands, if any has one: what "watch it" compares with the right one. */
export function commonestWrong(key: QuestionKey, hands: Hands): string | undefined {
  const right = rightOf(key);
  return Object.entries(hands)
    .filter(([id, count]) => count > 0 && !right.includes(id))
    .toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

/** What anything may have written into a tab's storage: counts only. */
export function soundState(value: unknown): PresentState {
  const { at, slides } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const entries = typeof slides === 'object' && slides !== null ? Object.entries(slides) : [];
  return {
    at: Number.isInteger(at) && (at as number) >= 0 ? (at as number) : 0,
    slides: Object.fromEntries(
      entries.flatMap(([id, slide]) => {
        const { votes, revealed } = (slide ?? {}) as Record<string, unknown>;
        if (!Array.isArray(votes) || votes.length === 0) return [];
        return [[id, { votes: votes.map(soundHands), revealed: revealed === true }]];
      }),
    ),
  };
}

function soundHands(value: unknown): Hands {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.filter(([, count]) => Number.isInteger(count) && count >= 0 && count <= MOST_HANDS),
  ) as Hands;
}
