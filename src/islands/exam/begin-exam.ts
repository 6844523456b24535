import type { Language } from '../../i18n/text.ts';
import { writePaper } from '../../quiz-engine/exam/bank.ts';
import { loadBank } from '../standing/load-bank.ts';
import type { ExamCard } from './exam-card.ts';
import { forgetPlace } from './exam-clock.ts';
import { forgetStrikes } from './strikes.ts';
import type { ExamLog } from './use-exam-log.ts';

/** Numbers of exams are short enough to be read out. */
const SEEDS = 1_000_000;

type Wanted = { card: ExamCard; length: number /** As typed; empty for a new exam. */; seed: string; lang: Language };

/** Draws the questions and writes the beginning into the log. False when the bank cannot be had now. */
export async function beginExam(log: ExamLog, { card, length, seed, lang }: Wanted): Promise<boolean> {
  const bank = await loadBank();
  if (bank === undefined) return false;
  const number = seed === '' ? (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % SEEDS : Number(seed);
  const { questions, paper, minutes } = writePaper(bank, card, length, number);
  const nowMs = Date.now();
  // On plain HTTP beyond localhost there is no randomUUID.
  const id = crypto.randomUUID?.() ?? `${nowMs}-${number}`;
  forgetPlace();
  forgetStrikes();
  await log.record(id, nowMs, { what: 'began', blueprint: card.code, seed: number, questions, paper, minutes, lang });
  return true;
}
