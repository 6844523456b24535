import { TokenBucket } from './token-bucket.ts';

const WINDOW_MS = 10_000;

/**
 * How fast a room lets people in, so that a flood neither fills it nor keeps others out: a tenth of its seats at once and a
 * fiftieth of them a second, which leaves free seats through the half minute in which a seat without a stream counts.
 * While somebody else wants in, the address that took most of the last ten seconds leaves half of what there is to the others.
 * A class behind one address is alone and has all of it.
 */
export class JoinGate {
  readonly #bucket: TokenBucket;
  #now = { since: 0, ...NOBODY() };
  #before = NOBODY();

  constructor(seats: number, now: number) {
    this.#bucket = new TokenBucket(Math.max(50, Math.ceil(seats / 10)), Math.max(10, seats / 50), now);
  }

  /** 0 lets one in; else the milliseconds after which to try again. */
  ask(address: string, now: number): number {
    this.#count(address, now);
    const isHeldBack = this.#askedMost(address) && this.#bucket.left(now) < this.#bucket.burst / 2;
    if (!isHeldBack && this.#bucket.take(now)) return 0;
    return Math.max(1000, this.#bucket.waitMs(now));
  }

  #count(address: string, now: number): void {
    const age = now - this.#now.since;
    if (age >= WINDOW_MS) {
      this.#before = age < 2 * WINDOW_MS ? this.#now : NOBODY();
      this.#now = { since: now, ...NOBODY() };
    }
    const { asked } = this.#now;
    this.#now.all += 1;
    if (asked.has(address) || asked.size < 10_000) asked.set(address, (asked.get(address) ?? 0) + 1);
  }

  /** More than half of all that was asked lately, and not alone. */
  #askedMost(address: string): boolean {
    const own = (this.#now.asked.get(address) ?? 0) + (this.#before.asked.get(address) ?? 0);
    const all = this.#now.all + this.#before.all;
    return own < all && own > all / 2 && own > this.#bucket.burst / 4;
  }
}

const NOBODY = () => ({ all: 0, asked: new Map<string, number>() });
