import type { Text } from '../../i18n/text.ts';
import type { ChoiceQuestion } from '../kinds/choice-schema.ts';
import { choicesOf, type PlainQuestion, type Question, type QuestionKind } from '../question-schema.ts';

/** A text of a question and where it stands in it. */
export type Placed = { path: (string | number)[]; text: Text };

/** A question as the rules of wording see it, whatever its kind: one without choices has none. */
export type Item = Omit<ChoiceQuestion, 'kind'> & {
  kind: QuestionKind;
  /** Texts that are neither stem, choice, hint nor today: steps, things to match, wrong values. */
  more: Placed[];
  /** The reasons that a learner reads after answering. */
  reasons: Placed[];
};

export function itemOf(question: Question): Item {
  const choices = choicesOf(question);
  const parts = question.kind === 'case' ? { more: [], reasons: [] } : partsOf(question);
  return { ...(question as ChoiceQuestion), kind: question.kind, choices, ...parts };
}

function partsOf(question: PlainQuestion): Pick<Item, 'more' | 'reasons'> {
  if (question.kind === 'order') return listed('steps', question.steps);
  if (question.kind === 'match') {
    const { more, reasons } = listed('left', question.left);
    return { more: [...more, ...question.right.map(({ text }, i) => ({ path: ['right', i, 'text'], text }))], reasons };
  }
  if ('choices' in question) {
    return { more: [], reasons: question.choices.map(({ why }, i) => ({ path: ['choices', i, 'why'], text: why })) };
  }
  if ('answer' in question) {
    const wrong = question.distractors.map(({ why }, i) => ({ path: ['distractors', i, 'why'], text: why }));
    return { more: [], reasons: [{ path: ['answer', 'why'], text: question.answer.why }, ...wrong] };
  }
  return { more: [], reasons: [] };
}

function listed(list: string, items: readonly { text: Text; why: Text }[]): Pick<Item, 'more' | 'reasons'> {
  return {
    more: items.map(({ text }, i) => ({ path: [list, i, 'text'], text })),
    reasons: items.map(({ why }, i) => ({ path: [list, i, 'why'], text: why })),
  };
}
