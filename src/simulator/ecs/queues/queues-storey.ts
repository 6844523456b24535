import type { RunInput } from '../../run.ts';
import type { SetLoad } from '../../scenario/load-schema.ts';
import type { MetricDefinition } from '../../scenario/metrics.ts';
import { checkQueues } from '../../scenario/queue-refusals.ts';
import { queueWorldFields } from '../../scenario/queue-schema.ts';
import type { Controller, Storey } from '../../storey.ts';
import type { Simulation } from '../simulation.ts';
import { worksOf } from './consumers.ts';
import { tellReturned } from './queue-entries.ts';
import { QueueLoad } from './queue-load.ts';
import { QueueRun } from './queue-run.ts';

const QUEUE = 'queues.<queue>';

const METRICS: readonly MetricDefinition[] = [
  {
    pattern: `${QUEUE}.visible`,
    unit: 'messages',
    meaning: 'Messages that wait to be received (ApproximateNumberOfMessagesVisible).',
  },
  {
    pattern: `${QUEUE}.inFlight`,
    unit: 'messages',
    meaning:
      'Messages that were received, are not deleted, and whose visibility timeout still runs (ApproximateNumberOfMessagesNotVisible).',
  },
  { pattern: `${QUEUE}.done`, unit: 'messages', meaning: 'Messages that were worked on and deleted so far.' },
  {
    pattern: `${QUEUE}.sent`,
    unit: 'messages',
    meaning: 'Messages that were sent so far, those of the beginning too: visible + inFlight + done.',
  },
  {
    pattern: `${QUEUE}.returned`,
    unit: 'messages',
    meaning:
      'Times so far that a message became visible again because it was not deleted within the visibility timeout: each of them is received once more.',
  },
  {
    pattern: `${QUEUE}.oldestAge`,
    unit: 'seconds',
    meaning: 'Age of the oldest message that is not deleted (ApproximateAgeOfOldestMessage); 0 without one.',
  },
  {
    pattern: 'services.<service>.backlogPerTask',
    unit: 'messages per task',
    meaning:
      'Visible messages of its queue ÷ RUNNING tasks of the service. Only for the consumer of a queue, and not written while no task is RUNNING.',
  },
];

/** A queue looks again at seconds of its own; the payload is its place in the world. */
const LOOK = 140;

/** Queues of Amazon SQS, whose consumers are services (4.5, queue/1). */
export const queuesStorey: Storey = {
  name: 'queues',
  world: queueWorldFields,
  verbs: {},
  metrics: METRICS,
  names: ({ queues = [] }) => ({ '<queue>': queues.map(({ name }) => name) }),
  check: checkQueues,
  begin: (sim, { world }) => ((world.queues ?? []).length === 0 ? undefined : queueController(sim, world)),
};

function queueController(sim: Simulation, world: RunInput['world']): Controller {
  const works = worksOf(world);
  const runs = (world.queues ?? []).map(
    (spec) => new QueueRun(spec, sim.timeline, { load: new QueueLoad(spec.name, world.load ?? []), works }),
  );
  const looks = runs.map(() => -1);
  let seen = 0;
  return {
    kinds: [LOOK],
    isLive: (_, { payload, atSeconds }) => looks[payload] === atSeconds,
    verbs: {
      setLoad(_: Simulation, input: SetLoad) {
        for (const run of runs) {
          if (!run.load.concerns(input)) continue;
          run.advance(sim.nowSeconds - 1);
          run.load.set(input.load, input.perSecond, sim.nowSeconds);
        }
      },
    },
    write() {
      const now = sim.nowSeconds;
      const entries = sim.timeline.entries.slice(seen);
      seen += entries.length;
      for (const run of runs) update(sim, run, entries);
      for (const [i, run] of runs.entries()) {
        const next = run.nextLook(now);
        if (next === undefined || next === looks[i]) continue;
        looks[i] = next;
        sim.queue.push(next, LOOK, i);
      }
    },
    close(_, seconds) {
      for (const run of runs) run.close(seconds);
    },
  };
}

/** Brings a queue to the end of this second: first what its tasks have done, then what became of them. */
function update(sim: Simulation, run: QueueRun, entries: Simulation['timeline']['entries']): void {
  const now = sim.nowSeconds;
  run.begin(now);
  const { running } = run.consumers;
  for (const entry of entries) run.consumers.follow(entry, run.messages);
  run.advance(now);
  if (running !== run.consumers.running) run.write(now);
  sim.lastSeconds = Math.max(sim.lastSeconds, run.lastMove);
  tellReturned(sim, run);
  noteAssumptions(sim, run);
}

function noteAssumptions(sim: Simulation, { messages, consumers }: QueueRun): void {
  if (messages.working === 0) return;
  sim.assumptions.add('A91');
  if (consumers.finishedOnTheWayDown) sim.assumptions.add('A93');
}
