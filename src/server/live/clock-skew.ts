/**
 * How far this machine's clock is ahead of the log's, in milliseconds. A log on this machine has the same clock; the clock of a Redis
 * may be another's. Each append gives two bounds: it was written after it was sent and before it came back.
 */
export class ClockSkew {
  #least = Number.NEGATIVE_INFINITY;
  #most = Number.POSITIVE_INFINITY;

  /** An append sent at `before` and back at `after` here was written at `at` of the log's clock. */
  learn(before: number, at: number, after: number): void {
    const [least, most] = [before - at, after - at];
    this.#least = Math.max(this.#least, least);
    this.#most = Math.min(this.#most, most);
    // A clock was set: what was known is worth nothing.
    if (this.#least > this.#most) [this.#least, this.#most] = [least, most];
  }

  /** The smallest skew that agrees with every append. */
  get ms(): number {
    return Math.max(this.#least, Math.min(0, this.#most));
  }
}
