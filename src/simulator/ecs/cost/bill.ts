/** What one thing costs: whole numbers of 1/1,024 nano-dollar an hour, so that every price times every size is exact. */
export type Rate = bigint;

const PARTS = 1024n;
const HOUR = 3600n;
/** One millionth of a dollar, in parts and seconds of an hour. */
const MICRO = 1000n * PARTS * HOUR;

/** AWS bills EC2 and Fargate by the second, and at least this many. */
const MINIMUM_SECONDS = 60;

type Item = { rate: Rate; since: number; minimum: number };

/**
 * The bill of a run: things that cost something each second from when they come until they go, and load balancers,
 * which cost a whole hour as soon as it begins (A94). Sums are whole numbers; nothing is rounded before it is shown.
 */
export class Bill {
  readonly #items = new Map<string, Item>();
  #hourly = 0n;
  #rate = 0n;
  #sum = 0n;
  #at = 0;

  /** Something comes. What stands when the run begins was there before: no minimum is due for it (A95). */
  begin(id: string, rate: Rate, second: number, stands = false): void {
    this.#advance(second);
    this.#items.set(id, { rate, since: second, minimum: stands ? 0 : MINIMUM_SECONDS });
    this.#rate += rate;
  }

  /** It goes: what is left of its first minute is due. */
  end(id: string, second: number): void {
    const item = this.#items.get(id);
    if (item === undefined) return;
    this.#advance(second);
    this.#items.delete(id);
    this.#rate -= item.rate;
    const missing = item.minimum - (second - item.since);
    if (missing > 0) this.#sum += item.rate * BigInt(missing);
  }

  /** A load balancer, from second 0 on. */
  addHourly(rate: Rate): void {
    this.#hourly += rate;
  }

  has(id: string): boolean {
    return this.#items.has(id);
  }

  /** Dollars up to a second at or after the last change, to a millionth, rounded down. */
  dollarsAt(second: number): number {
    const hours = BigInt(Math.max(1, Math.ceil(second / 3600)));
    const seconds = this.#sum + this.#rate * BigInt(second - this.#at) + this.#hourly * hours * HOUR;
    return Number(seconds / MICRO) / 1_000_000;
  }

  /** Dollars an hour as things stand now, to a millionth, rounded down. */
  dollarsPerHour(): number {
    return Number(((this.#rate + this.#hourly) * HOUR) / MICRO) / 1_000_000;
  }

  #advance(second: number): void {
    this.#sum += this.#rate * BigInt(second - this.#at);
    this.#at = second;
  }
}

/** A price of the table as a rate; `percent` of it where a world says so. */
export function rateOf(nanoDollarsPerHour: number, percent = 100): Rate {
  return (BigInt(nanoDollarsPerHour) * PARTS * BigInt(percent)) / 100n;
}

/** A task on Fargate: what it asks for, not what it uses. */
export function fargateRate(
  { cpuUnits, memoryMib, extraStorageGib }: { cpuUnits: number; memoryMib: number; extraStorageGib: number },
  { vcpu, gigabyte, storage }: { vcpu: number; gigabyte: number; storage: number },
): Rate {
  const memory = BigInt(memoryMib) * BigInt(gigabyte);
  return BigInt(cpuUnits) * BigInt(vcpu) + memory + BigInt(extraStorageGib) * PARTS * BigInt(storage);
}
