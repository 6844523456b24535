/** An exam as the page shows it before it begins: from its blueprint, with what the bank has for it. */
export type ExamCard = {
  code: string;
  /** By which questions name it. */
  exam: string;
  /** What of it can be sat here. */
  label: string;
  title: string;
  covers: string;
  /** First and last day on which it can be taken, ISO 8601. */
  from?: string;
  until?: string;
  /** The same as people say them. */
  days: string[];
  /** On the scale of 100 to 1,000. */
  pass: number;
  /** Of the whole exam. */
  minutes: number;
  questions: number;
  domains: { id: string; title: string; weight: number; has: number }[];
  /** Questions that it may draw. */
  has: number;
};

/** Exams that are not over on a day; one that has begun stands before the one that replaces it. */
export function cardsOn(cards: readonly ExamCard[], today: string): ExamCard[] {
  return cards.filter(({ until }) => until === undefined || until >= today);
}

/** The longest exam: as long as the real one, or as the bank. */
export function mostOf({ questions, has }: ExamCard): number {
  return Math.min(questions, has);
}
