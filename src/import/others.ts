import type { Amounts, InstanceFacts } from './instance-facts.ts';

/** Tasks of one service of the files that take room on container instances. */
export type Standing = {
  service: string;
  need: Amounts;
  /** Static host ports, as `80/tcp`. */
  ports: readonly string[];
  /** RUNNING and PENDING together. */
  count: number;
  isDaemon: boolean;
  /** How many of them stand on which instance, as far as describe-tasks says. */
  known: ReadonlyMap<string, number>;
};

/** What tasks that are not in the files take of one instance. */
export type Others = Amounts & { ports: string[] };

export type OthersFound = {
  /** By container instance ARN; an instance without any is left out. */
  byInstance: Map<string, Others>;
  /** Whether somebody has to guess which tasks stand where. */
  estimated: boolean;
  /** Services with more tasks than the occupied room holds: the files are not of one moment. */
  tooMany: string[];
};

/** Docker gives dynamic ports from here on (2.2): above it nobody can tell a static port from a dynamic one. */
const FIRST_DYNAMIC_PORT = 32_768;

/**
 * What is occupied and not explained by the tasks of the files. Where describe-tasks does not say which task stands
 * where, the tasks are dealt out: daemons one an instance, then the largest first, each to the instance that has fewest
 * of its service, among those whose occupied room still holds it.
 */
export function findOthers(instances: readonly InstanceFacts[], standing: readonly Standing[]): OthersFound {
  const rest = new Map(instances.map(({ arn, occupied, tasks }) => [arn, { ...occupied, tasks }]));
  const ports = new Map(instances.map(({ arn, ports }) => [arn, new Set(ports)]));
  const take = ({ need, ports: own }: Standing, arn: string) => {
    const left = rest.get(arn);
    if (left === undefined) return;
    left.cpu -= need.cpu;
    left.memory -= need.memory;
    left.gpus -= need.gpus;
    left.tasks -= 1;
    for (const port of own) ports.get(arn)?.delete(port);
  };
  for (const each of standing) {
    for (const [arn, count] of each.known) for (let n = 0; n < count; n++) take(each, arn);
  }
  const unknown = standing.filter((each) => knownCount(each) < each.count).sort(byHardness);
  const tooMany = unknown.flatMap((each) => (dealOut(each, rest, take) ? [] : [each.service]));
  const byInstance = new Map<string, Others>();
  for (const { arn } of instances) {
    const left = rest.get(arn) as Amounts;
    const others = { ...positive(left), ports: staticPorts(ports.get(arn) ?? []) };
    if (others.cpu + others.memory + others.gpus + others.ports.length > 0) byInstance.set(arn, others);
  }
  return { byInstance, estimated: unknown.length > 0 && byInstance.size > 0, tooMany };
}

/** Daemons first, then those that need most. */
function byHardness(a: Standing, b: Standing): number {
  return Number(b.isDaemon) - Number(a.isDaemon) || b.need.memory - a.need.memory || b.need.cpu - a.need.cpu;
}

function knownCount({ known }: Standing): number {
  return [...known.values()].reduce((sum, count) => sum + count, 0);
}

type Rest = Map<string, Amounts & { tasks: number }>;

/** Deals the tasks of a service out that nobody located; false when some find no occupied room. */
function dealOut(each: Standing, rest: Rest, take: (each: Standing, arn: string) => void): boolean {
  const here = new Map(each.known);
  for (let left = each.count - knownCount(each); left > 0; left--) {
    const fits = [...rest].filter(
      ([arn, room]) =>
        room.tasks > 0 &&
        room.cpu >= each.need.cpu &&
        room.memory >= each.need.memory &&
        room.gpus >= each.need.gpus &&
        (!each.isDaemon || !here.has(arn)),
    );
    const [best] = fits.sort(
      ([a, roomA], [b, roomB]) =>
        (here.get(a) ?? 0) - (here.get(b) ?? 0) || roomB.tasks - roomA.tasks || roomB.memory - roomA.memory,
    );
    if (best === undefined) return false;
    here.set(best[0], (here.get(best[0]) ?? 0) + 1);
    take(each, best[0]);
  }
  return true;
}

function positive({ cpu, memory, gpus }: Amounts): Amounts {
  return { cpu: Math.max(0, cpu), memory: Math.max(0, memory), gpus: Math.max(0, gpus) };
}

function staticPorts(ports: Iterable<string>): string[] {
  return [...ports].filter((port) => Number.parseInt(port, 10) < FIRST_DYNAMIC_PORT).sort(byNumber);
}

function byNumber(a: string, b: string): number {
  return Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1);
}
