import type { QuizWords } from '../../i18n/quiz-messages.ts';
import type { QuizState } from './quiz-model.ts';

/** What a kind says of an answer that is wrong, and of one that is not there yet. */
export type KindSays = { wrong: string; missing: string };

/** Where the answer stands, as one sentence; empty while nothing is to be said. */
export function sayState(words: QuizWords, state: QuizState, kind: KindSays): string {
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
    case 'shown':
      return withSureness(words, state, state.tries > 0 && !state.verdict?.correct ? words.wrongShown : words.shown);
    case 'wrong':
      return withSureness(words, state, kind.wrong);
    case 'asking':
      return state.isNudged ? kind.missing : '';
  }
}

function withSureness(words: QuizWords, { certainty, verdict }: QuizState, said: string): string {
  return certainty === 'sure' && verdict?.correct === false ? `${said} ${words.sureAndWrong}` : said;
}
