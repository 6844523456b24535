import type { PaperLine } from '../attempt.ts';
import type { QuestionKind } from '../question-schema.ts';
import { assembleExam, type ExamPlan, proportionsOf } from './assemble.ts';

/** What a page knows of a question without its words and its key: one line of `/data/bank.json`. */
export type BankLine = {
  id: string;
  /** Name of its file. */
  set: string;
  kind: QuestionKind;
  objective: string;
  /** The domain that it counts for, by exam: a family, or `containers`. */
  domains: Readonly<Record<string, string>>;
  exams: readonly string[];
  cognitive: string;
  /** Ways to answer that a guess chooses among, where they are few. */
  ways?: number;
  /** On the scale of the Elo rule, where it was fitted from pooled answers. */
  difficulty?: number;
  /** Questions that give it away, or are given away by it. */
  apart: readonly string[];
  /** Hash of its content. */
  version: string;
};

/** `/data/bank.json`. */
export type Bank = { format: 1; questions: BankLine[] };

/** An exam that can be sat, as a blueprint has it. */
export type Blueprint = {
  code: string;
  /** By which questions and objectives name it. */
  exam: string;
  domains: readonly { id: string; weight: number }[];
};

/** The kinds that AWS asks in its associate exams. */
const AWS_KINDS: readonly QuestionKind[] = ['single', 'multiple'];

/** Questions that an exam may ask. Our own asks every kind; the exams of AWS choose one or several. */
export function questionsFor(bank: readonly BankLine[], exam: string): BankLine[] {
  return bank.filter(({ kind, exams, domains }) => {
    if (domains[exam] === undefined) return false;
    return exam === 'containers' || (exams.includes(exam) && AWS_KINDS.includes(kind));
  });
}

export type Paper = {
  questions: string[];
  paper: PaperLine[];
  minutes: number;
  plan: ExamPlan;
};

/**
 * The paper of an exam of a length, by seed. A bank that has fewer questions, or only ones that give each other away, gives
 * a shorter exam with as many minutes as it is long.
 */
export function writePaper(bank: readonly BankLine[], blueprint: Blueprint, length: number, seed: number): Paper {
  const { exam, domains } = blueprint;
  const lines = questionsFor(bank, exam);
  const entries = lines.map(({ id, apart, domains: own }) => ({ id, apart, domain: own[exam] ?? '' }));
  let questions = length;
  let plan = assembleExam(entries, { domains, questions, unscored: proportionsOf(questions).unscored, seed });
  // A shorter exam has fewer unscored ones, so it is drawn again; each time it is shorter, so this ends.
  while (plan.missing > 0) {
    questions = plan.questions.length;
    plan = assembleExam(entries, { domains, questions, unscored: proportionsOf(questions).unscored, seed });
  }
  const versions = new Map(lines.map(({ id, version }) => [id, version]));
  return {
    questions: plan.questions.map(({ id }) => id),
    paper: plan.questions.map(({ id, domain, scored }) => ({ version: versions.get(id) ?? '', domain, scored })),
    minutes: proportionsOf(questions).minutes,
    plan,
  };
}
