import type { QuizWords } from '../../i18n/quiz-messages.ts';
import type { AskedQuestion } from './question-data.ts';
import type { QuizState } from './quiz-model.ts';

/** What there is to do, in a word or two: the tag of a question's card. */
export function sayTask(words: QuizWords, asked: AskedQuestion): string {
  switch (asked.kind) {
    case 'single':
      return words.chooseOne;
    case 'multiple':
      return words.chooseMany(asked.pick);
    case 'order':
      return words.orderThem;
    case 'match':
      return words.matchThem;
    case 'number':
      return words.workItOut;
    case 'scenario':
      return words.solveIt;
    case 'case':
      return words.caseOf(asked.parts.length);
  }
}

/** Where the answer stands, as one sentence; empty while nothing is to be said. */
export function sayState(words: QuizWords, asked: AskedQuestion, state: QuizState): string {
  switch (state.phase) {
    case 'loading':
      return words.loading;
    case 'failed':
      return words.failed;
    case 'sent':
      return words.sent;
    case 'right': {
      const said = state.tries > 1 ? words.rightAfter(state.tries) : words.right;
      return state.certainty === 'unsure' && state.tries === 1 ? `${said} ${words.unsureAndRight}` : said;
    }
    case 'shown': {
      const said = state.verdict && state.tries > 0 && !state.verdict.correct ? words.wrongShown : words.shown;
      return withSureness(words, state, said);
    }
    case 'wrong':
      return withSureness(words, state, sayWrong(words, asked, state));
    default:
      return state.isNudged ? sayMissing(words, asked) : '';
  }
}

function withSureness(words: QuizWords, state: QuizState, said: string): string {
  return state.certainty === 'sure' && state.verdict?.correct === false ? `${said} ${words.sureAndWrong}` : said;
}

function sayWrong(words: QuizWords, asked: AskedQuestion, { verdict }: QuizState): string {
  const items = verdict?.items ?? [];
  const right = items.filter((item) => item.right).length;
  if (asked.kind === 'order') return words.wrongOrder(right, items.length);
  if (asked.kind === 'match') return words.wrongPairs(right, items.length);
  if (asked.kind === 'case') return words.wrongParts(right, items.length);
  if (asked.kind === 'number') return words.wrongNumber;
  return asked.kind === 'scenario' ? words.wrongRun : words.wrong;
}

function sayMissing(words: QuizWords, asked: AskedQuestion): string {
  if (asked.kind === 'number') return words.noNumber;
  if (asked.kind === 'scenario') return words.nothingRun;
  return asked.kind === 'case' || asked.kind === 'match' ? words.partsLeft : words.nothingChosen;
}
