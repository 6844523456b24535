import type { ComponentChildren } from 'preact';
import type { Language } from '../../i18n/text.ts';
import type { AskedQuestion } from '../../quiz-engine/asked/asked-question.ts';
import type { Response, Verdict } from '../../quiz-engine/grade.ts';
import type { Told } from './quiz-model.ts';

/** What a room puts beside a choice; the place is its letter. */
export type BesideChoice = (choice: { question: string; choice: string; place: string }) => ComponentChildren;

/** What the view of every kind is given. It shows, and says what was answered; when to tell is not its business. */
export type KindProps<Q extends AskedQuestion> = {
  question: Q;
  lang: Language;
  /** Null until something was answered. */
  response: Response | null;
  respond: (response: Response | null) => void;
  /** What may be told of the answer now. */
  told: Told | undefined;
  /** Nothing can be answered now. */
  locked: boolean;
  /** The behaviour tells at once, so that a scenario may be run here; else what is set is run when the rest is graded. */
  tells: boolean;
  /** What the question was asked with; 0 by default. */
  seed?: number | undefined;
  /** The id of the element that asks; it names groups and fields. */
  stem: string;
  beside?: BesideChoice | undefined;
  /** A run of a scenario was judged. */
  onRun: (id: string, verdict: Verdict, set: Response) => void;
};
