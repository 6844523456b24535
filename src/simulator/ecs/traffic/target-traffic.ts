import type { Service, Task } from '../cluster.ts';
import { answersOf } from '../lifecycle/detail.ts';
import type { TargetHealth, TargetState } from '../load-balancing/target-group.ts';
import type { Behaviour, Profile } from './behaviour.ts';

/** Why requests fail, with the status that a client sees. */
export type Cause =
  /** 503: the target group has nobody to send them to. */
  | 'no-target'
  /** No answer: a Gateway Load Balancer keeps their flows with a target that is gone. */
  | 'dropped'
  /** 502: the container does not run or does not listen, and health checks have not noticed. */
  | 'refused'
  /** 504: the application hangs. */
  | 'hangs'
  /** 504: no security group lets the load balancer in. */
  | 'blocked'
  /** 504: the host is gone, and health checks have not noticed. */
  | 'lost'
  /** 503 from the task: it has more than it can answer. */
  | 'overloaded'
  /** 502: they were under way when their target went. */
  | 'cut';

/** One target of a group, or one task where there is no load balancer, and the requests it has. */
export type TargetTraffic = {
  task: Task;
  service: Service;
  /** Undefined where requests come without a load balancer. */
  target: TargetState | undefined;
  behaviour: Behaviour;
  profile: Profile;
  zone: string;
  /** As the group last saw it. */
  health: TargetHealth;
  /** Since when it has been in slow start. */
  slowSince: number | undefined;
  /** When the application was started, for its warm-up; it stood already where the run began steady. */
  startedAt: number;
  /** When the container behind it was last started. */
  containerStartedAt: number;
  /** Its host is gone; the load balancer finds out at this second. */
  lostUntil: number | undefined;
  /** Requests taken in each of the last `requestSeconds` seconds, by second modulo their number. */
  underWay: number[];
  inFlight: number;
  /** Of the present second. */
  inRotation: boolean;
  arrivals: number;
  taken: number;
  served: number;
  failed: number;
  /** Why what came in this second failed; undefined where it was answered or was too much. */
  fault: Cause | undefined;
  /** What it could take in this second. */
  room: number;
  /** The end of its deregistration was told. */
  saidDrained: boolean;
};

export function newTraffic(
  of: Pick<
    TargetTraffic,
    'task' | 'service' | 'target' | 'behaviour' | 'profile' | 'health' | 'startedAt' | 'containerStartedAt'
  >,
): TargetTraffic {
  return {
    ...of,
    zone: of.task.instance.availabilityZone,
    slowSince: undefined,
    lostUntil: undefined,
    underWay: Array.from({ length: of.behaviour.requestSeconds }, () => 0),
    inFlight: 0,
    inRotation: false,
    arrivals: 0,
    taken: 0,
    served: 0,
    failed: 0,
    fault: undefined,
    room: 0,
    saidDrained: false,
  };
}

/** The seconds in which the application answers. */
function answers({ target, task }: TargetTraffic): { from: number; until: number } {
  if (target) return answersOf(target.container, target.blocked);
  const container = task.detail?.containers.find(({ plan }) => plan.essential);
  if (container) return answersOf(container);
  return { from: 0, until: task.state === 'RUNNING' ? Number.POSITIVE_INFINITY : 0 };
}

/** Why a request that comes now would fail; undefined when it is answered. */
export function faultOf(traffic: TargetTraffic, second: number): Cause | undefined {
  if (traffic.lostUntil !== undefined) return 'lost';
  if (traffic.target?.blocked) return 'blocked';
  const { from, until } = answers(traffic);
  if (second >= from && second < until) return undefined;
  const { container } = traffic.target ?? {};
  return container?.status === 'RUNNING' && container.plan.hangs ? 'hangs' : 'refused';
}

/** The next second in which that answer may change by itself, without anything being recorded. */
export function nextFaultChange(traffic: TargetTraffic, second: number): number {
  const { from, until } = answers(traffic);
  const ahead = [from, until, traffic.lostUntil ?? Number.POSITIVE_INFINITY].filter((at) => at > second);
  return Math.min(Number.POSITIVE_INFINITY, ...ahead);
}

/** Takes what there is room for of the arrivals of this second; what was taken `requestSeconds` ago is answered. */
export function take(traffic: TargetTraffic, second: number): void {
  const taken = traffic.fault === undefined ? Math.min(traffic.arrivals, traffic.room) : 0;
  traffic.taken = taken;
  traffic.failed = traffic.arrivals - taken;
  const { underWay } = traffic;
  if (underWay.length === 0) {
    traffic.served = taken;
    return;
  }
  const place = second % underWay.length;
  traffic.served = underWay[place] ?? 0;
  underWay[place] = taken;
  traffic.inFlight += taken - traffic.served;
}

/** Everything under way is lost; returns how many requests that were. */
export function cut(traffic: TargetTraffic): number {
  const lost = traffic.inFlight;
  traffic.underWay.fill(0);
  traffic.inFlight = 0;
  return lost;
}
