import type { Image, TaskDefinition, World } from '../../scenario/world-schema.ts';
import type { ContainerPlan } from '../lifecycle/container-plan.ts';
import { cpuSharesOf } from './cpu-shares.ts';

/** What an image does with a request: what AWS cannot know. Whole seconds, CPU units, MiB. */
export type Behaviour = {
  requestSeconds: number;
  /** Infinity: no limit. */
  requestsPerSecond: number;
  warmUp: { seconds: number; requestsPerSecond: number } | undefined;
  cpuPerRequest: number;
  memoryPerRequest: number;
};

/** What a task of one definition uses and may use. */
export type Profile = {
  /** Task-level CPU is a ceiling; without it a task gets its share of the instance (2.1.7). */
  cpuCeiling: number | undefined;
  /** CPU shares of all its containers. */
  shares: number;
  /** Used at rest, all containers together. */
  restCpu: number;
  restMemory: number;
  /** What utilisation is a percentage of: what the definition reserves. */
  reservedCpu: number;
  reservedMemory: number;
  /** It works on messages, and the queue writes down what CPU that takes. */
  ofMessages: boolean;
};

export class Behaviours {
  readonly #images: Readonly<Record<string, Image>>;
  readonly #known = new Map<string, Behaviour>();
  readonly #profiles = new Map<string, Profile>();
  /** Whether some image says what it uses, so that utilisation means something. */
  readonly says: { cpu: boolean; memory: boolean };

  constructor(world: World) {
    this.#images = world.images ?? {};
    for (const definition of world.taskDefinitions) {
      const name = `${definition.family}:${definition.revision ?? 1}`;
      this.#profiles.set(name, this.#profileOf(definition));
    }
    const all = Object.values(this.#images);
    this.says = {
      cpu: all.some(({ cpu, cpuPerRequest }) => cpu !== undefined || cpuPerRequest !== undefined),
      memory: all.some(({ memory, memoryPerRequest }) => memory !== undefined || memoryPerRequest !== undefined),
    };
  }

  #imageOf(name: string): Image {
    return (Object.hasOwn(this.#images, name) ? this.#images[name] : undefined) ?? {};
  }

  /** What the container's image does with a request; without a container it answers everything at once. */
  of(plan: Pick<ContainerPlan, 'image'> | undefined): Behaviour {
    const name = plan?.image ?? '';
    const found = this.#known.get(name);
    if (found) return found;
    const image = this.#imageOf(name);
    const behaviour: Behaviour = {
      requestSeconds: image.requestSeconds ?? 0,
      requestsPerSecond: image.requestsPerSecond ?? Number.POSITIVE_INFINITY,
      warmUp: image.warmUp && { seconds: image.warmUp.for, requestsPerSecond: image.warmUp.requestsPerSecond },
      cpuPerRequest: image.cpuPerRequest ?? 0,
      memoryPerRequest: image.memoryPerRequest ?? 0,
    };
    this.#known.set(name, behaviour);
    return behaviour;
  }

  /** Of a task definition by `family:revision`. */
  profile(name: string): Profile {
    return this.#profiles.get(name) as Profile;
  }

  #profileOf(definition: TaskDefinition): Profile {
    const { containerDefinitions: containers } = definition;
    const sum = (amount: (container: (typeof containers)[number]) => number) =>
      containers.reduce((total, container) => total + amount(container), 0);
    return {
      cpuCeiling: definition.cpu,
      shares: sum(({ cpu }) => cpuSharesOf(cpu)),
      restCpu: sum(({ image }) => this.#imageOf(image).cpu ?? 0),
      restMemory: sum(({ image }) => this.#imageOf(image).memory ?? 0),
      reservedCpu: definition.cpu ?? sum(({ cpu }) => cpu ?? 0),
      ofMessages: containers.some(({ image }) => this.#imageOf(image).cpuPerMessage !== undefined),
      reservedMemory: definition.memory ?? sum(({ memory, memoryReservation }) => memoryReservation ?? memory ?? 0),
    };
  }
}

/** Requests a second that a task answers at this age in seconds; fewer while it warms up. */
export function answersPerSecond({ requestsPerSecond: full, warmUp }: Behaviour, age: number): number {
  if (warmUp === undefined || age >= warmUp.seconds || full === Number.POSITIVE_INFINITY) return full;
  const cold = Math.min(full, warmUp.requestsPerSecond);
  return cold + Math.floor(((full - cold) * Math.max(0, age)) / warmUp.seconds);
}
