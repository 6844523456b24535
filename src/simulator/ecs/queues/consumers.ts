import type { Entry } from '../../run.ts';
import type { World } from '../../scenario/world-schema.ts';
import type { MessageQueue, Worker } from './message-queue.ts';

/** How the tasks of a task definition work on messages. */
export type Work = { messageSeconds: number; messagesAtOnce: number };

/**
 * How each task definition works on messages: as its first container whose image says `messageSeconds`. Those without
 * one consume nothing.
 */
export function worksOf(world: World): ReadonlyMap<string, Work> {
  const works = new Map<string, Work>();
  for (const { family, revision = 1, containerDefinitions } of world.taskDefinitions) {
    for (const { image } of containerDefinitions) {
      const { messageSeconds, messagesAtOnce = 1 } = world.images?.[image] ?? {};
      const name = `${family}:${revision}`;
      if (messageSeconds !== undefined && !works.has(name)) works.set(name, { messageSeconds, messagesAtOnce });
    }
  }
  return works;
}

/** The tasks that consume a queue, as the entries of a run tell of them. */
export class Consumers {
  readonly #service: string;
  readonly #works: ReadonlyMap<string, Work>;
  readonly #workers = new Map<string, Worker>();
  readonly #running = new Set<string>();
  /** The longest that one of its tasks has worked on a message. */
  slowestSeconds = 0;
  /** A task on its way down had messages to finish. */
  finishedOnTheWayDown = false;

  constructor(service: string, works: ReadonlyMap<string, Work>) {
    this.#service = service;
    this.#works = works;
  }

  /** RUNNING tasks of the service. */
  get running(): number {
    return this.#running.size;
  }

  /** A task receives while it is RUNNING, finishes what it has on its way down, and is gone when it is STOPPED (A93). */
  follow(entry: Entry, queue: MessageQueue): void {
    const { service, task, state, taskDefinition = '' } = entry;
    if (service !== this.#service || task === undefined || state === undefined) return;
    if (state === 'RUNNING') this.#begin(task, taskDefinition, queue);
    else this.#end(task, state === 'STOPPED', queue);
  }

  #begin(task: string, taskDefinition: string, queue: MessageQueue): void {
    if (this.#running.has(task)) return;
    this.#running.add(task);
    const work = this.#works.get(taskDefinition);
    if (work === undefined) return;
    const { messageSeconds, messagesAtOnce: slots } = work;
    const worker: Worker = { slots, free: slots, messageSeconds, receives: true, gone: false, holds: 0 };
    this.slowestSeconds = Math.max(this.slowestSeconds, messageSeconds);
    this.#workers.set(task, worker);
    queue.add(worker);
  }

  #end(task: string, stopped: boolean, queue: MessageQueue): void {
    this.#running.delete(task);
    const worker = this.#workers.get(task);
    if (worker === undefined) return;
    worker.receives = false;
    if (!stopped) {
      if (worker.free < worker.slots) this.finishedOnTheWayDown = true;
      return;
    }
    this.#workers.delete(task);
    queue.remove(worker);
  }
}
