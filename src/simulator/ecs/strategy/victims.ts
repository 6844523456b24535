import type { Random } from '../../../random/random.ts';
import { type Cluster, isActive, type Service, type Task } from '../cluster.ts';
import { type Victim, VictimPicker } from '../placement/scale-in.ts';

/** The tasks of a provider; `left` counts those on an instance or on Fargate that were not given yet. */
type Part = { tasks: Task[]; left: number; waiting: Task[]; picker: VictimPicker | undefined };

/**
 * Which task of one capacity provider stops next: one that waits in PROVISIONING first, the youngest of them (A80), then
 * as the placement strategies say, which on Fargate and Fargate Spot look at their own tasks only (1.1.4).
 */
export class ProviderPickers {
  readonly #cluster: Cluster;
  readonly #service: Service;
  readonly #random: Random | undefined;
  readonly #parts = new Map<string | undefined, Part>();
  #last: string | undefined;

  constructor(cluster: Cluster, service: Service, candidates: readonly Task[], random: Random | undefined) {
    this.#cluster = cluster;
    this.#service = service;
    this.#random = random;
    for (const task of candidates) {
      const part = this.#parts.get(task.capacityProvider) ?? { tasks: [], left: 0, waiting: [], picker: undefined };
      this.#parts.set(task.capacityProvider, part);
      if (task.instance.waiting) part.waiting.push(task);
      else part.left = part.tasks.push(task);
    }
  }

  /** Whether a task of this provider is left. */
  has(capacityProvider: string | undefined): boolean {
    const part = this.#parts.get(capacityProvider);
    return part !== undefined && part.left + part.waiting.length > 0;
  }

  /** The task to stop now; undefined when the provider has none left. */
  next(capacityProvider: string | undefined): Victim | undefined {
    const part = this.#parts.get(capacityProvider);
    if (part === undefined || part.left + part.waiting.length === 0) return undefined;
    const waiting = part.waiting.pop();
    if (waiting) return { task: waiting, drawn: false, tied: part.waiting.length > 0 };
    // Instances are shared, so stops on another provider change what this one ranks by.
    const isFargate = part.tasks[0]?.instance.fargate === true;
    if (!isFargate && this.#last !== capacityProvider) part.picker = undefined;
    this.#last = capacityProvider;
    part.left--;
    part.picker ??= new VictimPicker(
      this.#view(part),
      this.#ranked(capacityProvider),
      part.tasks.filter(isActive),
      this.#random,
    );
    return part.picker.next();
  }

  /** Managed Instances are emptied as they are filled: by spreading or by packing (A87). */
  #ranked(capacityProvider: string | undefined): Service {
    const strategies = this.#cluster.managedStrategies?.get(capacityProvider ?? '')?.();
    return strategies ? { ...this.#service, strategies } : this.#service;
  }

  #view({ tasks }: Part): Cluster {
    const provider = tasks[0]?.instance.fargate ? tasks[0].instance.capacityProvider : undefined;
    if (provider === undefined) return this.#cluster;
    const { fargate, fargateSpot = [] } = this.#cluster;
    return { ...this.#cluster, fargate: [...fargate, ...fargateSpot].filter((p) => p.capacityProvider === provider) };
  }
}
