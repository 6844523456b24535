/** At most `burst` at once and `perSecond` in the long run. Time is an argument, in milliseconds. */
export class TokenBucket {
  readonly burst: number;
  readonly #perSecond: number;
  #tokens: number;
  #at: number;

  constructor(burst: number, perSecond: number, now: number) {
    this.burst = burst;
    this.#perSecond = perSecond;
    this.#tokens = burst;
    this.#at = now;
  }

  /** How many can be taken now. */
  left(now: number): number {
    if (now > this.#at) {
      this.#tokens = Math.min(this.burst, this.#tokens + ((now - this.#at) / 1000) * this.#perSecond);
      this.#at = now;
    }
    return this.#tokens;
  }

  take(now: number): boolean {
    if (this.left(now) < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  /** Milliseconds until one can be taken. */
  waitMs(now: number): number {
    return Math.max(0, Math.ceil(((1 - this.left(now)) / this.#perSecond) * 1000));
  }

  /** Full again: as good as a new one. */
  isIdle(now: number): boolean {
    return this.left(now) >= this.burst;
  }
}

/** A bucket for each of many, forgotten when it is full again; never more than `most` of them. */
export class TokenBuckets {
  readonly #make: (now: number) => TokenBucket;
  readonly #most: number;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(make: (now: number) => TokenBucket, most = 100_000) {
    this.#make = make;
    this.#most = most;
  }

  of(name: string, now: number): TokenBucket {
    const known = this.#buckets.get(name);
    if (known !== undefined) return known;
    if (this.#buckets.size >= this.#most) this.#forget(now);
    const bucket = this.#make(now);
    this.#buckets.set(name, bucket);
    return bucket;
  }

  #forget(now: number): void {
    for (const [name, bucket] of this.#buckets) if (bucket.isIdle(now)) this.#buckets.delete(name);
    for (const name of this.#buckets.keys()) {
      if (this.#buckets.size < this.#most) return;
      this.#buckets.delete(name);
    }
  }
}
