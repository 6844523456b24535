import type { Returned, Worker } from './message-queue.ts';

type Message = {
  sentAt: number;
  shown: number;
  receive: number;
  expiresAt: number;
  state: 'visible' | 'in-flight' | 'done';
};
type Slot = { message: Message; receive: number; throughAt: number; worker: Worker };

/** The same queue, message by message: every second looks at every message and every slot. */
export class NaiveQueue {
  readonly messages: Message[] = [];
  slots: Slot[] = [];
  readonly workers: Worker[] = [];
  readonly timeout: number;
  shown = 0;
  receives = 0;
  returned = 0;

  constructor(timeout: number) {
    this.timeout = timeout;
  }

  count(state: Message['state']): number {
    return this.messages.filter((message) => message.state === state).length;
  }

  oldestAge(second: number): number {
    const alive = this.messages.filter(({ state }) => state !== 'done').map(({ sentAt }) => sentAt);
    return alive.length === 0 ? 0 : second - Math.min(...alive);
  }

  /** In flight, and nobody works on them. */
  get orphans(): number {
    const received = new Set(this.slots.map(({ receive }) => receive));
    return this.messages.filter(({ state, receive }) => state === 'in-flight' && !received.has(receive)).length;
  }

  remove(worker: Worker): void {
    this.workers.splice(this.workers.indexOf(worker), 1);
    this.slots = this.slots.filter((slot) => slot.worker !== worker);
    worker.gone = true;
  }

  finish(second: number): void {
    for (const slot of this.slots.filter(({ throughAt }) => throughAt === second)) {
      if (slot.message.receive === slot.receive) slot.message.state = 'done';
    }
    this.slots = this.slots.filter(({ throughAt }) => throughAt !== second);
  }

  expire(second: number): Returned {
    const returned = { lost: 0, slow: 0 };
    const due = this.messages.filter(({ state, expiresAt }) => state === 'in-flight' && expiresAt === second);
    for (const message of due.sort((a, b) => a.receive - b.receive)) {
      message.state = 'visible';
      message.shown = this.shown++;
      returned[this.slots.some(({ receive }) => receive === message.receive) ? 'slow' : 'lost']++;
      this.returned++;
    }
    return returned;
  }

  arrive(second: number, count: number): void {
    for (let i = 0; i < count; i++) {
      this.messages.push({ sentAt: second, shown: this.shown++, receive: -1, expiresAt: -1, state: 'visible' });
    }
  }

  receive(second: number): void {
    for (const worker of this.workers.filter(({ receives }) => receives)) {
      while (this.slots.filter((slot) => slot.worker === worker).length < worker.slots) {
        const visible = this.messages.filter(({ state }) => state === 'visible');
        const message = visible.sort((a, b) => a.sentAt - b.sentAt || a.shown - b.shown)[0];
        if (message === undefined) return;
        message.state = 'in-flight';
        message.receive = this.receives++;
        message.expiresAt = second + this.timeout;
        const { receive } = message;
        this.slots.push({ message, receive, throughAt: second + worker.messageSeconds, worker });
      }
    }
  }
}
