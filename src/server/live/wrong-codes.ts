import { TokenBucket, TokenBuckets } from './token-bucket.ts';

/**
 * Limits guesses of codes: 10 wrong ones a minute for an address, 600 a minute in all. Only failures count. Two things keep
 * a guesser from shutting out others: an address from which somebody joined a room is let into that room whatever its failures
 * (a school shares one address), and when the budget of all is used up only addresses that failed lately are refused.
 */
export class WrongCodes {
  readonly #addresses = new TokenBuckets((now) => new TokenBucket(10, 10 / 60, now));
  readonly #all: TokenBucket;

  constructor(now: number) {
    this.#all = new TokenBucket(600, 10, now);
  }

  /** Milliseconds this address has to wait before it may try a code; 0 when it may. */
  waitMs(address: string, now: number): number {
    const bucket = this.#addresses.of(address, now);
    if (bucket.left(now) < 1) return bucket.waitMs(now);
    return this.#all.left(now) < 1 && !bucket.isIdle(now) ? this.#all.waitMs(now) : 0;
  }

  failed(address: string, now: number): void {
    this.#addresses.of(address, now).take(now);
    this.#all.take(now);
  }
}
