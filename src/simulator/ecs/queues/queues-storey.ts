import type { RunInput } from '../../run.ts';
import type { SetLoad } from '../../scenario/load-schema.ts';
import type { Controller, Storey } from '../../storey.ts';
import type { Simulation } from '../simulation.ts';
import { worksOf } from './consumers.ts';
import { tellReturned } from './queue-entries.ts';
import { QueueLoad } from './queue-load.ts';
import { QueueRun } from './queue-run.ts';

/** A queue looks again at seconds of its own; the payload is its place in the world. */
const LOOK = 140;

/** Queues of Amazon SQS, whose consumers are services (4.5, queue/1). */
export const queuesStorey: Storey = {
  name: 'queues',
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
