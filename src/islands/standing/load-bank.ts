import type { Bank, BankLine } from '../../quiz-engine/exam/bank.ts';

let request: Promise<BankLine[] | undefined> | undefined;

/** Every public question without words and key, from `/data/bank.json`. Undefined when it cannot be had now: the next call asks again. */
export async function loadBank(): Promise<BankLine[] | undefined> {
  request ??= load();
  const bank = await request;
  if (bank === undefined) request = undefined;
  return bank;
}

async function load(): Promise<BankLine[] | undefined> {
  try {
    const response = await fetch('/data/bank.json');
    if (!response.ok) return undefined;
    const bank = (await response.json()) as Bank;
    return bank.format === 1 ? bank.questions : undefined;
  } catch {
    return undefined;
  }
}
