import { type Random, randomFrom, shuffle } from '../../random/random.ts';
import { largestRemainder } from './largest-remainder.ts';

/** What of a question decides whether it is asked in an exam. */
export type BankEntry = {
  id: string;
  /** The domain it belongs to in this exam. */
  domain: string;
  /** Questions that give it away or are given away by it. */
  apart: readonly string[];
};

export type ExamPlan = {
  /** In the order in which they are asked. */
  questions: { id: string; domain: string; scored: boolean }[];
  /** Scored questions that each domain was to have, and has. */
  quotas: { domain: string; wanted: number; given: number }[];
  /** Questions that were asked for and are not in the bank, or only together with one that gives them away. */
  missing: number;
};

export type ExamOrder = {
  domains: readonly { id: string; weight: number }[];
  /** Questions in all. */
  questions: number;
  /** Among them, unscored ones, which nobody can tell. */
  unscored: number;
  seed: number;
};

/** The length of the whole AWS exam: 65 questions, 15 of them unscored, in 130 minutes. */
const WHOLE = { questions: 65, unscored: 15, minutes: 130 };

/** Unscored questions and minutes of an exam of this length, in the proportion of the whole one. */
export function proportionsOf(questions: number): { unscored: number; minutes: number } {
  return {
    unscored: Math.round((questions * WHOLE.unscored) / WHOLE.questions),
    minutes: Math.ceil((questions * WHOLE.minutes) / WHOLE.questions),
  };
}

/**
 * Chooses the questions of an exam: scored ones by the weights of the domains, exactly, by largest remainder; no two that
 * give each other away; all by the seed. A domain with too few questions leaves its places to the others, and says so.
 */
export function assembleExam(bank: readonly BankEntry[], order: ExamOrder): ExamPlan {
  const random = randomFrom('exam', order.seed);
  const pool = new Pool(bank, random);
  const scored = order.questions - order.unscored;
  const wanted = largestRemainder(
    scored,
    order.domains.map(({ weight }) => weight),
  );
  const quotas = order.domains.map(({ id }, i) => {
    const chosen = pool.take(wanted[i] ?? 0, (entry) => entry.domain === id);
    return { domain: id, wanted: wanted[i] ?? 0, chosen };
  });
  const ofDomains = quotas.flatMap(({ chosen }) => chosen);
  const isOfExam = ({ domain }: BankEntry) => order.domains.some(({ id }) => id === domain);
  const filling = pool.take(scored - ofDomains.length, isOfExam);
  const unscored = pool.take(order.unscored, isOfExam);
  const all = [
    ...[...ofDomains, ...filling].map(({ id, domain }) => ({ id, domain, scored: true })),
    ...unscored.map(({ id, domain }) => ({ id, domain, scored: false })),
  ];
  return {
    questions: shuffle(all, random),
    quotas: quotas.map(({ domain, wanted: places }) => ({
      domain,
      wanted: places,
      given: all.filter((question) => question.scored && question.domain === domain).length,
    })),
    missing: order.questions - all.length,
  };
}

/** The questions that are still to be had, in an order that chance decided. */
class Pool {
  readonly #left: BankEntry[];
  readonly #apart = new Map<string, Set<string>>();
  readonly #taken = new Set<string>();

  constructor(bank: readonly BankEntry[], random: Random) {
    this.#left = shuffle(
      [...bank].sort((a, b) => (a.id < b.id ? -1 : 1)),
      random,
    );
    for (const { id, apart } of bank) {
      for (const other of apart) {
        this.#apartFrom(id).add(other);
        this.#apartFrom(other).add(id);
      }
    }
  }

  take(count: number, fits: (entry: BankEntry) => boolean): BankEntry[] {
    const chosen: BankEntry[] = [];
    for (const entry of this.#left) {
      if (chosen.length >= count) break;
      if (this.#taken.has(entry.id) || !fits(entry) || this.#isGivenAway(entry.id)) continue;
      this.#taken.add(entry.id);
      chosen.push(entry);
    }
    return chosen;
  }

  #isGivenAway(id: string): boolean {
    for (const other of this.#apartFrom(id)) if (this.#taken.has(other)) return true;
    return false;
  }

  #apartFrom(id: string): Set<string> {
    const found = this.#apart.get(id) ?? new Set<string>();
    this.#apart.set(id, found);
    return found;
  }
}
