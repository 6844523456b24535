import type { StepSeries, Timeline } from '../../kernel/timeline.ts';
import { DEFAULT_VISIBILITY_TIMEOUT } from '../../scenario/defaults.ts';
import type { Queue } from '../../scenario/queue-schema.ts';
import { Consumers, cpuPercent, type Work } from './consumers.ts';
import { MessageQueue, type Returned } from './message-queue.ts';
import type { QueueLoad } from './queue-load.ts';

const COUNTS = ['visible', 'inFlight', 'done', 'sent', 'returned'] as const;

/** Nobody else reads the metrics between two such seconds: alarms look at minute ends, and at full tens of seconds. */
const PULSE_SECONDS = 10;

/** One queue in a run: brought up to date whenever something happens, exact to the second. */
export class QueueRun {
  readonly name: string;
  readonly service: string;
  readonly visibilityTimeoutSeconds: number;
  readonly messages: MessageQueue;
  readonly consumers: Consumers;
  readonly load: QueueLoad;
  readonly #series: Record<(typeof COUNTS)[number] | 'oldestAge' | 'backlog' | 'cpu', StepSeries>;
  /** The last second that is accounted for. */
  #now = -1;
  /** Whether the deletion of its messages is done for the second after it. */
  #finished = false;
  /** The second in which a message last moved. */
  lastMove = 0;
  /** Messages that came back and were not told yet. */
  untold: Returned = { lost: 0, slow: 0 };
  toldSlow = false;

  constructor(spec: Queue, timeline: Timeline, { load, works }: { load: QueueLoad; works: ReadonlyMap<string, Work> }) {
    this.name = spec.name;
    this.service = spec.service;
    this.visibilityTimeoutSeconds = spec.visibilityTimeoutSeconds ?? DEFAULT_VISIBILITY_TIMEOUT;
    this.messages = new MessageQueue(this.visibilityTimeoutSeconds);
    this.messages.arrive(0, spec.visible ?? 0);
    this.consumers = new Consumers(spec.service, works);
    this.load = load;
    const series = (metric: string) => timeline.series(`queues.${spec.name}.${metric}`);
    this.#series = {
      visible: series('visible'),
      inFlight: series('inFlight'),
      done: series('done'),
      sent: series('sent'),
      returned: series('returned'),
      oldestAge: series('oldestAge'),
      cpu: timeline.series(`services.${spec.service}.cpu`),
      backlog: timeline.series(`services.${spec.service}.backlogPerTask`),
    };
  }

  /** Accounts for every second up to this one with the tasks and the load as they are. */
  advance(second: number): void {
    while (this.#now < second) this.#step();
  }

  /** Everything before this second, and the deletions of this second: what comes now sees who is through. */
  begin(second: number): void {
    this.advance(second - 1);
    if (this.#now < second) this.#finish();
  }

  #finish(): void {
    if (!this.#finished) this.messages.finish(this.#now + 1);
    this.#finished = true;
  }

  #step(): void {
    const { messages } = this;
    const { done, returned, inFlight } = messages;
    this.#finish();
    this.#finished = false;
    const second = ++this.#now;
    const { lost, slow } = messages.expire(second);
    this.untold.lost += lost;
    this.untold.slow += slow;
    const arrivals = this.load.at(second);
    messages.arrive(second, arrivals);
    messages.receive(second);
    const moved = done !== messages.done || returned !== messages.returned || inFlight !== messages.inFlight;
    if (arrivals > 0 || moved) this.lastMove = second;
    this.write(second);
  }

  /** Writes what is in force at the end of this second. */
  write(second: number): void {
    const { messages, consumers } = this;
    for (const count of COUNTS) this.#series[count].set(second, messages[count]);
    this.#series.oldestAge.set(second, messages.oldestAge(second));
    if (consumers.running > 0) {
      // Not rounded, so that target tracking reads the fraction that it is.
      this.#series.backlog.set(second, messages.visible / consumers.running);
    }
    const cpu = cpuPercent(messages.workers);
    if (cpu !== undefined) this.#series.cpu.set(second, cpu);
  }

  /** Whether a task works longer on a message than it is hidden from the others. */
  get isTooSlow(): boolean {
    return this.consumers.slowestSeconds > this.visibilityTimeoutSeconds;
  }

  /** The run ended at this second: what was written for later seconds is forgotten. */
  close(second: number): void {
    this.advance(second);
    for (const series of Object.values(this.#series)) series.steps = series.steps.filter(([at]) => at <= second);
  }

  /** When to look again if nothing else happens; undefined when nothing moves any more. */
  nextLook(second: number): number | undefined {
    const { messages, load } = this;
    const mayComeBack = messages.orphans > 0 || (this.isTooSlow && !this.toldSlow);
    if (messages.inFlight > 0 && mayComeBack) return second + 1;
    if (messages.isMoving || load.at(second) > 0) {
      return Math.ceil((second + 2) / PULSE_SECONDS) * PULSE_SECONDS - 1;
    }
    return load.nextChange(second);
  }
}
