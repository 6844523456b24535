import { Worker } from 'node:worker_threads';
import type { Outcome } from '../../live/room-events.ts';
import type { AskedQuestion } from '../../quiz-engine/asked/asked-question.ts';
import { partOf } from '../../quiz-engine/asked/response-parts.ts';
import type { Response } from '../../quiz-engine/grade.ts';
import type { AnswerSet, Json } from '../../simulator/run.ts';
import type { GradeReply, GradeRequest } from './grade-worker.ts';
import type { ReadData } from './question-source.ts';

/** Answers whose run is known; a class of hundreds sends a few dozen different ones. */
const KEPT = 5_000;
/** A task of the bank runs in a fraction of a second. What does not end is stopped, and counts as not solved. */
const LONGEST_MS = 10_000;
/** Runs that wait; more are refused until there is room. */
const MOST_WAITING = 500;

export class GraderBusy extends Error {}

/** Grades simulator tasks with the lab's own functions, each different answer once, in a thread of their own. */
export class Grader {
  readonly #read: ReadData;
  readonly #longestMs: number;
  readonly #known = new Map<string, Promise<Outcome>>();
  readonly #waiting = new Map<number, { resolve: (reply: GradeReply) => void }>();
  #worker: Worker | undefined;
  #last = 0;
  #queue: Promise<unknown> = Promise.resolve();
  #queued = 0;

  constructor(read: ReadData, longestMs = LONGEST_MS) {
    this.#read = read;
    this.#longestMs = longestMs;
  }

  /** What an answer comes to. Rejects with `GraderBusy` when too many wait. */
  outcome(name: string, response: Response): Promise<Outcome> {
    const set = setOf(response);
    const key = `${name}\n${JSON.stringify(sorted(set))}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#queued >= MOST_WAITING) return Promise.reject(new GraderBusy());
    this.#queued += 1;
    const outcome = this.#queue.then(() => this.#run(name, set)).finally(() => (this.#queued -= 1));
    this.#queue = outcome.catch(() => undefined);
    this.#known.set(key, outcome);
    outcome.catch(() => this.#known.delete(key));
    for (const old of this.#known.keys()) {
      if (this.#known.size <= KEPT) break;
      this.#known.delete(old);
    }
    return outcome;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  async #run(name: string, set: AnswerSet): Promise<Outcome> {
    const scenario = await this.#read(`scenarios/${name}.json`);
    if (scenario === undefined) throw new Error(`There is no scenario ${name} in the built site.`);
    const reply = await this.#ask({ id: ++this.#last, name, scenario, set });
    if ('outcome' in reply) return reply.outcome;
    throw new Error(reply.fault);
  }

  #ask(request: GradeRequest): Promise<GradeReply> {
    const worker = this.#worker ?? this.#start();
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        void this.close();
        const refused = [`The run did not end within ${this.#longestMs / 1000} s.`];
        settle({ id: request.id, outcome: { correct: false, goals: [], refused } });
      }, this.#longestMs);
      const settle = (reply: GradeReply) => {
        clearTimeout(timer);
        this.#waiting.delete(request.id);
        resolve(reply);
      };
      this.#waiting.set(request.id, { resolve: settle });
      worker.postMessage(request);
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL('./grade-worker.ts', import.meta.url));
    worker.unref();
    worker.on('message', (reply: GradeReply) => this.#waiting.get(reply.id)?.resolve(reply));
    worker.on('error', (error) => {
      if (this.#worker === worker) this.#worker = undefined;
      for (const [id, { resolve }] of this.#waiting) resolve({ id, fault: error.message });
    });
    this.#worker = worker;
    return worker;
  }
}

/** What the simulator says of an answer: of a task one outcome, of a case one for each task that was answered, else nothing. */
export async function outcomesOf(
  grader: Pick<Grader, 'outcome'>,
  asked: AskedQuestion,
  response: Response,
): Promise<{ outcome?: Outcome; outcomes?: Record<string, Outcome> }> {
  if (asked.kind === 'scenario') return { outcome: await grader.outcome(asked.scenario, response) };
  if (asked.kind !== 'case') return {};
  const runs = asked.parts.flatMap((part) => {
    const own = part.kind === 'scenario' ? partOf(response, part.id) : null;
    return part.kind === 'scenario' && own !== null
      ? [{ id: part.id, outcome: grader.outcome(part.scenario, own) }]
      : [];
  });
  if (runs.length === 0) return {};
  return {
    outcomes: Object.fromEntries(await Promise.all(runs.map(async ({ id, outcome }) => [id, await outcome]))),
  };
}

/** The scenarios that answers to a question are run in. */
export function scenariosOf(asked: AskedQuestion): string[] {
  const parts = asked.kind === 'case' ? asked.parts : [asked];
  return parts.flatMap((part) => (part.kind === 'scenario' ? part.scenario : []));
}

/** A response of any other shape sets nothing. */
function setOf(response: Response): AnswerSet {
  return typeof response === 'object' && response !== null && !Array.isArray(response) ? (response as AnswerSet) : {};
}

/** The same set has the same text in whatever order it was written. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one as Json)]),
  );
}
