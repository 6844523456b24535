import type { Entry } from '../../run.ts';
import type { Simulation } from '../simulation.ts';
import type { QueueRun } from './queue-run.ts';

/** Says of messages that came back why they did: each time for tasks that are gone, once for work that takes too long. */
export function tellReturned(sim: Simulation, run: QueueRun): void {
  const { lost, slow } = run.untold;
  run.untold = { lost: 0, slow: 0 };
  const timeout = run.visibilityTimeoutSeconds;
  if (lost > 0) {
    const said = `${sayMessages(lost)} of (queue ${run.name}) ${lost === 1 ? 'was' : 'were'} received by tasks that stopped since; after the visibility timeout of ${timeout} s ${lost === 1 ? 'it is' : 'they are'} visible again.`;
    record(sim, run, { count: lost, reason: 'task-stopped', message: said });
  }
  if (slow === 0 || run.toldSlow) return;
  run.toldSlow = true;
  const takes = run.consumers.slowestSeconds;
  const said = `${sayMessages(slow)} of (queue ${run.name}) ${slow === 1 ? 'is' : 'are'} visible again although a task still works on ${slow === 1 ? 'it' : 'them'}: a message takes ${takes} s, the visibility timeout is ${timeout} s. Others receive ${slow === 1 ? 'it' : 'them'} a second time, and from then on the first task's deletion does not count.`;
  record(sim, run, { count: slow, reason: 'visibility-timeout', messageSeconds: takes, message: said });
}

function sayMessages(count: number): string {
  return count === 1 ? '1 message' : `${count} messages`;
}

type Said = Pick<Entry, 'count' | 'reason' | 'messageSeconds'> & { message: string };

function record(sim: Simulation, { name, service, visibilityTimeoutSeconds }: QueueRun, said: Said): void {
  const { message, ...more } = said;
  const of = { service, queue: name, visibilityTimeoutSeconds, ...more };
  sim.timeline.record({ at: sim.nowSeconds, type: 'messages-returned', message, ...of });
  sim.lastSeconds = sim.nowSeconds;
}
