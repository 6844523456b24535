/** A standard queue has about this many messages in flight at most; ReceiveMessage gives no more then. */
export const MAX_IN_FLIGHT = 120_000;

/** Messages that were sent in one second and became visible together. */
type Cohort = { sentAt: number; count: number };

/** Messages that one worker received in one second, from ReceiveMessage to DeleteMessage. */
type Receipt = {
  worker: Worker;
  parts: { sentAt: number; count: number }[];
  count: number;
  /** In flight; visible again, but not yet received by another; or over. */
  state: 'in-flight' | 'returned' | 'over';
  /** What became visible again. */
  returned: Cohort[];
};

/** A task that consumes the queue. */
export type Worker = {
  /** Messages it works on at once, and how many more it could take. */
  slots: number;
  free: number;
  /** How long it works on each. */
  messageSeconds: number;
  /** RUNNING: it receives. A task on its way down only finishes what it has. */
  receives: boolean;
  /** STOPPED: nobody deletes its messages any more. */
  gone: boolean;
  /** Its messages that are in flight. */
  holds: number;
  /** CPU units: what its task reserves, uses at rest and for each message, and gets at most. */
  cpu?: { reserved: number; rest: number; perMessage: number; most: number };
};

/** Messages that became visible again in a second: because their worker is gone, or because it needs too long. */
export type Returned = { lost: number; slow: number };

/**
 * A standard queue of Amazon SQS and its consumers, folded by the second: messages that were sent together, and messages
 * that were received together, are one record with a count. Every message is visible, in flight or done (deleted), so
 * `sent = visible + inFlight + done` always holds.
 *
 * One second, in order: workers that are through delete their messages, visibility timeouts end, messages arrive, free
 * workers receive. The oldest message is received first, by the task that was first RUNNING and has a free slot (A91).
 * A deletion counts only while its receive is the message's last one: a message that another task has received since
 * stays. Source: SQS developer guide, sqs-visibility-timeout.html; API DeleteMessage.
 */
export class MessageQueue {
  readonly #visibilityTimeoutSeconds: number;
  readonly #workers = new Set<Worker>();
  /** By age, oldest first; records that are used up are skipped. */
  #cohorts: Cohort[] = [];
  #first = 0;
  readonly #through = new Map<number, Receipt[]>();
  readonly #expiring = new Map<number, Receipt[]>();
  /** Messages that are not done, by the second in which they were sent. */
  readonly #alive = new Map<number, number>();
  #oldest = 0;

  sent = 0;
  visible = 0;
  inFlight = 0;
  done = 0;
  /** Times that a message became visible again. */
  returned = 0;
  /** Messages that tasks work on now, duplicates too. */
  working = 0;
  /** In flight, though the task that received them is gone. */
  orphans = 0;

  constructor(visibilityTimeoutSeconds: number) {
    this.#visibilityTimeoutSeconds = visibilityTimeoutSeconds;
  }

  /** Workers receive in the order in which they came. */
  add(worker: Worker): void {
    this.#workers.add(worker);
  }

  /** The task is STOPPED: what it has in work comes back when its visibility timeout ends. */
  remove(worker: Worker): void {
    worker.gone = true;
    this.orphans += worker.holds;
    this.working -= worker.slots - worker.free;
    this.#workers.delete(worker);
  }

  /** Tasks that receive, in the order in which they came. */
  get workers(): Iterable<Worker> {
    return this.#workers;
  }

  /** Whether something changes later without a message or a worker coming. */
  get isMoving(): boolean {
    return this.inFlight > 0 || this.working > 0;
  }

  /** Seconds since the oldest message that is not done was sent; 0 without one. */
  oldestAge(second: number): number {
    if (this.visible + this.inFlight === 0) return 0;
    while (!this.#alive.has(this.#oldest)) this.#oldest++;
    return second - this.#oldest;
  }

  /** Workers that are through delete what they received. */
  finish(second: number): void {
    for (const receipt of this.#through.get(second) ?? []) {
      const { worker } = receipt;
      if (worker.gone) continue;
      worker.free += receipt.count;
      this.working -= receipt.count;
      if (receipt.state === 'in-flight') {
        this.inFlight -= receipt.count;
        worker.holds -= receipt.count;
        for (const part of receipt.parts) this.#delete(part);
      }
      for (const cohort of receipt.returned) {
        this.visible -= cohort.count;
        this.#delete(cohort);
        cohort.count = 0;
      }
      receipt.state = 'over';
    }
    this.#through.delete(second);
  }

  /** Visibility timeouts end. */
  expire(second: number): Returned {
    const returned: Returned = { lost: 0, slow: 0 };
    for (const receipt of this.#expiring.get(second) ?? []) {
      if (receipt.state !== 'in-flight') continue;
      const { worker, parts, count } = receipt;
      receipt.state = 'returned';
      this.inFlight -= count;
      worker.holds -= count;
      if (worker.gone) this.orphans -= count;
      returned[worker.gone ? 'lost' : 'slow'] += count;
      for (const part of parts) receipt.returned.push(this.#show({ ...part }));
    }
    this.#expiring.delete(second);
    this.returned += returned.lost + returned.slow;
    return returned;
  }

  arrive(second: number, count: number): void {
    if (count === 0) return;
    this.sent += count;
    this.#alive.set(second, (this.#alive.get(second) ?? 0) + count);
    this.#show({ sentAt: second, count });
  }

  /** Free workers take what is visible. */
  receive(second: number): void {
    if (this.visible === 0) return;
    for (const worker of this.#workers) {
      if (!worker.receives || worker.free === 0) continue;
      this.#give(worker, second);
      if (this.visible === 0) return;
    }
  }

  #give(worker: Worker, second: number): void {
    const parts: Receipt['parts'] = [];
    const count = Math.min(worker.free, this.visible, MAX_IN_FLIGHT - this.inFlight);
    if (count <= 0) return;
    for (let left = count; left > 0; ) {
      const cohort = this.#cohorts[this.#first] as Cohort;
      const taken = Math.min(left, cohort.count);
      if (taken > 0) parts.push({ sentAt: cohort.sentAt, count: taken });
      cohort.count -= taken;
      left -= taken;
      if (cohort.count === 0) this.#first++;
    }
    this.#forget();
    this.visible -= count;
    this.inFlight += count;
    this.working += count;
    worker.free -= count;
    worker.holds += count;
    const receipt: Receipt = { worker, parts, count, state: 'in-flight', returned: [] };
    push(this.#through, second + worker.messageSeconds, receipt);
    push(this.#expiring, second + this.#visibilityTimeoutSeconds, receipt);
  }

  /** Puts messages where their age belongs; what became visible earlier stays before what is as old. */
  #show(cohort: Cohort): Cohort {
    this.visible += cohort.count;
    let at = this.#cohorts.length;
    while (at > this.#first && (this.#cohorts[at - 1] as Cohort).sentAt > cohort.sentAt) at--;
    if (at === this.#cohorts.length) this.#cohorts.push(cohort);
    else this.#cohorts.splice(at, 0, cohort);
    return cohort;
  }

  #delete({ sentAt, count }: { sentAt: number; count: number }): void {
    this.done += count;
    const left = (this.#alive.get(sentAt) ?? 0) - count;
    if (left === 0) this.#alive.delete(sentAt);
    else this.#alive.set(sentAt, left);
  }

  /** Drops used records now and then, so that the list is as long as the backlog is old. */
  #forget(): void {
    if (this.#first < 64 || this.#first * 2 < this.#cohorts.length) return;
    this.#cohorts = this.#cohorts.slice(this.#first);
    this.#first = 0;
  }
}

function push(at: Map<number, Receipt[]>, second: number, receipt: Receipt): void {
  const list = at.get(second);
  if (list) list.push(receipt);
  else at.set(second, [receipt]);
}
