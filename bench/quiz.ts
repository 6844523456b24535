/**
 * The quiz engine at the size of a school: item statistics of 10,000 attempts at an exam of 65 questions, folding a log of
 * 100,000 attempts, and the bytes of the engine with ts-fsrs. Beside each time stands what one writes first, on the same data
 * with the same result. Times are CPU time, the best of seven. Exit 1 when a budget is passed.
 * Run: node tools/run.mjs bench/quiz.ts
 */
import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createEmptyCard, fsrs, type Grade } from 'ts-fsrs';
import { build } from 'vite';
import type { QuestionAttempt, StoredAttempt } from '../src/quiz-engine/attempt.ts';
import { itemStatistics } from '../src/quiz-engine/item-statistics/item-statistics.ts';
import { foldProgress, type Progress } from '../src/quiz-engine/progress.ts';
import { cardsOf, reviewsOf } from '../src/quiz-engine/review/cards.ts';
import { randomFrom } from '../src/random/random.ts';

const BUDGETS = { statisticsMs: 300, foldMs: 200, engineBytes: 40_000 };
const TIMES = 7;
const DAY_MS = 86_400_000;
const over: string[] = [];

benchStatistics(10_000, 65);
benchFold(100_000, 600);
await weighEngine();
for (const line of over) console.error(line);
process.exitCode = over.length > 0 ? 1 : 0;

function benchStatistics(learners: number, questions: number): void {
  const logs = classOf(learners, questions);
  const ours = cpuMs(() => itemStatistics(logs), TIMES);
  const naive = cpuMs(() => naiveDiscriminations(logs), 1);
  const found = new Map(itemStatistics(logs).questions.map(({ id, discrimination }) => [id, discrimination ?? 0]));
  const same = naiveDiscriminations(logs).every(([id, value]) => Math.abs((found.get(id) ?? 9) - value) < 1e-6);
  say(`statistics of ${learners} × ${questions}`, ours, { budget: BUDGETS.statisticsMs, unit: 'ms' });
  console.log(
    `  naive, of all figures only the discrimination: ${naive.toFixed(0)} ms = ${(naive / ours).toFixed(1)} ×, same: ${same}`,
  );
}

function benchFold(attempts: number, questions: number): void {
  const log = logOf(attempts, questions);
  const ours = cpuMs(() => foldProgress(log), TIMES);
  const naive = cpuMs(() => naiveProgress(log), 1);
  const same = JSON.stringify(sorted(foldProgress(log))) === JSON.stringify(sorted(naiveProgress(log)));
  say(`progress from a log of ${attempts}`, ours, { budget: BUDGETS.foldMs, unit: 'ms' });
  console.log(`  naive: ${naive.toFixed(0)} ms = ${(naive / ours).toFixed(1)} ×, same: ${same}`);
  const dayOf = (atMs: number) => Math.floor(atMs / DAY_MS);
  say(
    `reviews from a log of ${attempts}`,
    cpuMs(() => reviewsOf(log, dayOf), TIMES),
    {
      budget: BUDGETS.foldMs,
      unit: 'ms',
    },
  );
  const fold = () => cardsOf(reviewsOf(log, dayOf), { today: 400 });
  say(`reviews and cards from a log of ${attempts}`, cpuMs(fold, TIMES), { budget: BUDGETS.foldMs, unit: 'ms' });
  const reviews = reviewsOf(log, dayOf);
  const direct = cpuMs(() => cardsDirect(reviews), 3);
  const cards = cpuMs(() => cardsOf(reviews, { today: 400 }), TIMES);
  const due = new Map(fold().map(({ id, stability, dueDay }) => [id, `${stability} ${dueDay}`]));
  const equal = cardsDirect(reviews).every(([id, value]) => due.get(id) === value);
  console.log(
    `  cards of ${reviews.size} items: ${cards.toFixed(1)} ms; by ts-fsrs's own cards: ${direct.toFixed(1)} ms = ${(direct / cards).toFixed(1)} ×, same: ${equal}`,
  );
}

/** Every card as ts-fsrs keeps it, with the four cards that it might have become at each review. */
function cardsDirect(reviews: ReturnType<typeof reviewsOf>): [string, string][] {
  const direct = fsrs({ enable_short_term: false, enable_fuzz: false, request_retention: 0.9 });
  return [...reviews].map(([id, given]) => {
    let card = createEmptyCard((given[0]?.day ?? 0) * DAY_MS);
    for (const { day, grade } of given) card = direct.next(card, day * DAY_MS, grade as Grade).card;
    return [id, `${card.stability} ${Math.round(card.due.getTime() / DAY_MS)}`];
  });
}

/** What the pages with practice, exams, reviews and standing may load of the engine: all of it that is not for authors. */
async function weighEngine(): Promise<void> {
  const root = fileURLToPath(new URL('../src/quiz-engine', import.meta.url));
  const parts = [
    'attempt',
    'grade',
    'progress',
    'log-file',
    'variants',
    'expression',
    '{exam,review,standing,readiness}/*',
  ];
  const files = parts
    .flatMap((part) => globSync(`${root}/${part.replaceAll(' ', '')}.ts`))
    .filter((file) => !/\.(test|fixture)\.ts$|-schema\.ts$/.test(file));
  const engine = await bundle(files);
  const statistics = await bundle(
    globSync(`${root}/item-statistics/*.ts`).filter((file) => !/\.(test|fixture)\./.test(file)),
  );
  say(`engine with ts-fsrs, ${files.length} files, gzip -9`, engine, { budget: BUDGETS.engineBytes, unit: 'bytes' });
  console.log(`  item statistics, loaded on their own page only: ${statistics} bytes`);
}

async function bundle(files: readonly string[]): Promise<number> {
  const entry = '\u0000engine.js';
  const result = await build({
    root: dirname(files[0] ?? '.'),
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'engine',
        resolveId: (id) => (id === entry ? entry : undefined),
        // Side by side as namespaces, so that nothing of them is shaken out.
        load: (id) =>
          id === entry
            ? files.map((file, i) => `export * as part${i} from ${JSON.stringify(file)};`).join('\n')
            : undefined,
      },
    ],
    build: {
      write: false,
      target: 'es2023',
      minify: true,
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict', output: { format: 'es' } },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !('output' in output)) throw new Error('The bundler gave no output.');
  return output.output.reduce(
    (sum, chunk) => sum + (chunk.type === 'chunk' ? gzipSync(chunk.code, { level: 9 }).length : 0),
    0,
  );
}

/** Learners of rising strength at one exam, half of them in Korean. */
function classOf(learners: number, questions: number): StoredAttempt[][] {
  const chance = randomFrom('bench', 'class');
  return Array.from({ length: learners }, (_, learner) =>
    Array.from({ length: questions }, (_, question): StoredAttempt => {
      const isRight = chance.below(1000) < 200 + (600 * learner) / learners;
      const wrong = ['b', 'c', 'd'][chance.below(3)] as string;
      return {
        kind: 'question',
        format: 2,
        key: `${learner}-${question}`,
        id: `question-${question}`,
        version: '0123456789ab',
        response: [isRight ? 'a' : wrong],
        correct: isRight,
        atMs: question * 60_000,
        behaviour: 'exam',
        lang: learner % 2 === 0 ? 'en' : 'ko',
      };
    }),
  );
}

/** One learner for a year. */
function logOf(attempts: number, questions: number): QuestionAttempt[] {
  const chance = randomFrom('bench', 'log');
  return Array.from({ length: attempts }, (_, index) => ({
    kind: 'question',
    id: `question-${chance.below(questions)}`,
    version: '0123456789ab',
    response: ['a'],
    correct: chance.below(10) < 7,
    atMs: Math.floor((index * 365 * DAY_MS) / attempts),
    certainty: (['unsure', 'fairly', 'sure'] as const)[chance.below(3)] as 'sure',
    tookMs: 2000 + chance.below(60_000),
  }));
}

/** Every learner's answers in a map, every list made anew for every question. */
function naiveDiscriminations(logs: readonly StoredAttempt[][]): [string, number][] {
  const rows = logs.map((log) => {
    const row = new Map<string, number>();
    for (const attempt of [...log].sort((a, b) => a.atMs - b.atMs)) {
      if (attempt.kind === 'question' && !row.has(attempt.id)) row.set(attempt.id, attempt.correct ? 1 : 0);
    }
    return row;
  });
  const ids = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return ids.map((id) => {
    const answered = rows.filter((row) => row.has(id));
    const own = answered.map((row) => row.get(id) ?? 0);
    const rest = answered.map((row) => [...row].reduce((sum, [other, score]) => sum + (other === id ? 0 : score), 0));
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const apart = (xs: number[], ys: number[]) => {
      const [x, y] = [mean(xs), mean(ys)];
      return xs.reduce((sum, value, i) => sum + (value - x) * ((ys[i] ?? 0) - y), 0);
    };
    return [id, (100 * apart(own, rest)) / Math.sqrt(apart(own, own) * apart(rest, rest))];
  });
}

/** The log filtered for every question and sorted by time. */
function naiveProgress(log: readonly QuestionAttempt[]): Progress {
  const questions: Progress['questions'] = {};
  for (const id of new Set(log.map((attempt) => attempt.id))) {
    const mine = log.filter((attempt) => attempt.id === id).sort((a, b) => a.atMs - b.atMs);
    const lastAtMs = mine.at(-1)?.atMs ?? 0;
    questions[id] = {
      tries: mine.length,
      everCorrect: mine.some(({ correct }) => correct),
      lastCorrect: mine.some(({ correct, atMs }) => correct && atMs === lastAtMs),
      lastAtMs,
    };
  }
  return { questions, scenarios: {} };
}

function sorted({ questions }: Progress): unknown {
  return Object.entries(questions)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { tries, everCorrect, lastCorrect, lastAtMs }]) => [id, tries, everCorrect, lastCorrect, lastAtMs]);
}

function cpuMs(work: () => unknown, times: number): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    shortest = Math.min(shortest, (user + system) / 1000);
  }
  return shortest;
}

function say(what: string, value: number, { budget, unit }: { budget: number; unit: string }): void {
  console.log(`${what}: ${value.toFixed(unit === 'ms' ? 1 : 0)} ${unit} (budget ${budget})`);
  if (value > budget) over.push(`Over its budget: ${what}, ${value.toFixed(0)} ${unit} of ${budget}`);
}
