import type { Entry } from '../../run.ts';
import type { TaskDefinition, World } from '../../scenario/world-schema.ts';
import type { MessageQueue, Worker } from './message-queue.ts';

/** How the tasks of a task definition work on messages. */
export type Work = { messageSeconds: number; messagesAtOnce: number; cpu: Worker['cpu'] };

/**
 * How each task definition works on messages: as its first container whose image says `messageSeconds`. Those without
 * one consume nothing.
 */
export function worksOf(world: World): ReadonlyMap<string, Work> {
  const works = new Map<string, Work>();
  for (const definition of world.taskDefinitions) {
    for (const { image } of definition.containerDefinitions) {
      const { messageSeconds, messagesAtOnce = 1, cpuPerMessage } = world.images?.[image] ?? {};
      const name = `${definition.family}:${definition.revision ?? 1}`;
      if (messageSeconds === undefined || works.has(name)) continue;
      const cpu = cpuPerMessage === undefined ? undefined : cpuOf(definition, cpuPerMessage, world.images);
      works.set(name, { messageSeconds, messagesAtOnce, cpu });
    }
  }
  return works;
}

/** Task-level CPU is a ceiling; without it a task may use what its instance has left (2.1.7). */
function cpuOf(definition: TaskDefinition, perMessage: number, images: World['images']): Worker['cpu'] {
  const sum = (amount: (image: string, cpu: number) => number) =>
    definition.containerDefinitions.reduce((total, { image, cpu = 0 }) => total + amount(image, cpu), 0);
  const reserved = definition.cpu ?? sum((_, cpu) => cpu);
  const rest = sum((image) => images?.[image]?.cpu ?? 0);
  return { reserved, rest, perMessage, most: definition.cpu ?? Number.POSITIVE_INFINITY };
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
    const { messageSeconds, messagesAtOnce: slots, cpu } = work;
    const worker: Worker = { slots, free: slots, messageSeconds, receives: true, gone: false, holds: 0 };
    if (cpu) worker.cpu = cpu;
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

/**
 * CPU utilisation of the RUNNING consumers in percent (2.1 CloudWatch): CPU units used ÷ those their definitions
 * reserve, to two places, rounded down. Undefined where no image says what a message takes, or nothing is reserved.
 */
export function cpuPercent(workers: Iterable<Worker>): number | undefined {
  let [used, reserved] = [0, 0];
  for (const { cpu, receives, slots, free } of workers) {
    if (cpu === undefined || !receives) continue;
    reserved += cpu.reserved;
    used += Math.min(cpu.most, cpu.rest + (slots - free) * cpu.perMessage);
  }
  return reserved === 0 ? undefined : Math.floor((used * 10_000) / reserved) / 100;
}
