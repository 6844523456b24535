import { type Curve, nextChange, valueAt } from '../traffic/load-curve.ts';
import type { CurveSpec } from '../traffic/read-curve.ts';
import { readCurve } from '../traffic/read-curve.ts';

type Source = { name: string | undefined; curve: Curve; since: number };

/** Everything that sends messages to a queue: curves of `world.load`, and what setLoad made of them. */
export class QueueLoad {
  readonly #queue: string;
  #sources: Source[];

  constructor(
    queue: string,
    load: readonly { name?: string | undefined; queue?: string | undefined; perSecond: CurveSpec }[],
  ) {
    this.#queue = queue;
    this.#sources = load.flatMap((source) => {
      const curve = source.queue === queue ? readCurve(source.perSecond).curve : undefined;
      return curve ? [{ name: source.name, curve, since: 0 }] : [];
    });
  }

  /** Whether a setLoad speaks of this queue: by its name, or by the name of one of its loads. */
  concerns({ load, queue }: { load?: string | undefined; queue?: string | undefined }): boolean {
    return queue === this.#queue || (load !== undefined && this.#sources.some(({ name }) => name === load));
  }

  /** setLoad: another curve from this second on, in place of the load that it names, or of all of the queue's. */
  set(load: string | undefined, perSecond: CurveSpec, second: number): void {
    const { curve } = readCurve(perSecond);
    if (curve === undefined) return;
    const next: Source = { name: load, curve, since: second };
    const kept = load === undefined ? [] : this.#sources.filter(({ name }) => name !== load);
    this.#sources = [...kept, next];
  }

  /** Messages that are sent in this second. */
  at(second: number): number {
    return this.#sources.reduce((sum, { curve, since }) => sum + valueAt(curve, second - since), 0);
  }

  /** The first second after this one in which another number of messages is sent; undefined when there is none. */
  nextChange(second: number): number | undefined {
    const changes = this.#sources.flatMap(({ curve, since }) => {
      const next = nextChange(curve, second - since);
      return next === undefined ? [] : [next + since];
    });
    return changes.length === 0 ? undefined : Math.min(...changes);
  }
}
