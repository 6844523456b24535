import type { Service, Task } from '../cluster.ts';
import { nextChange } from '../lifecycle/checks.ts';
import { SPOT_INTERRUPTION } from '../lifecycle/stopped.ts';
import type { Simulation } from '../simulation.ts';
import type { Behaviours } from './behaviour.ts';
import type { GroupTraffic } from './group-traffic.ts';
import type { RequestFlow } from './requests.ts';
import { directGroup } from './routes.ts';
import { startsSlowly } from './slow-start.ts';
import { cut, newTraffic, type TargetTraffic } from './target-traffic.ts';

/** Requests that were under way when their target went. */
export type Cut = {
  group: GroupTraffic;
  target: TargetTraffic;
  requests: number;
  why: 'deregistered' | 'stopped' | 'lost' | 'exited';
};

/** What changed with the targets of all groups since the last look. */
export type Changes = { cuts: Cut[]; noticed: { group: GroupTraffic; target: TargetTraffic }[] };

/** Brings the targets of every group up to date with the tasks of the cluster. */
export class TargetFollower {
  readonly #flow: RequestFlow;
  readonly #behaviours: Behaviours;
  readonly #known = new Map<object, TargetTraffic>();
  /** Where the run began steady its tasks have been warm for long. */
  readonly #steady: boolean;

  constructor(flow: RequestFlow, behaviours: Behaviours, steady: boolean) {
    this.#flow = flow;
    this.#behaviours = behaviours;
    this.#steady = steady;
  }

  follow(sim: Simulation): Changes {
    const changes: Changes = { cuts: [], noticed: [] };
    for (const group of this.#flow.groups.values()) {
      group.targets = group.targets.filter((target) => {
        const stays = this.#stays(sim, group, target, changes);
        // A connection may still name it.
        if (!stays) Object.assign(target, { health: 'left', inRotation: false });
        return stays;
      });
    }
    for (const service of sim.cluster.services) this.#addFrom(sim, service);
    for (const group of this.#flow.groups.values()) beginSlowStarts(sim, group);
    return changes;
  }

  /** Health, restarts and losses of a target that is known; false when it is registered no more. */
  #stays(sim: Simulation, group: GroupTraffic, target: TargetTraffic, changes: Changes): boolean {
    const now = sim.nowSeconds;
    const lose = (why: Cut['why']) => {
      const requests = cut(target);
      if (requests > 0) changes.cuts.push({ group, target, requests, why });
    };
    if (target.lostUntil !== undefined) {
      if (now < target.lostUntil) return true;
      changes.noticed.push({ group, target });
      return false;
    }
    const { task } = target;
    const gone = target.target ? target.target.health === 'left' : task.state === 'STOPPED';
    if (gone) {
      const lost = task.instance.status === 'GONE';
      const drained = target.health === 'draining';
      lose(
        lost
          ? 'lost'
          : task.stopCode === 'EssentialContainerExited'
            ? 'exited'
            : target.target && !isTakenBack(task)
              ? 'deregistered'
              : 'stopped',
      );
      this.#known.delete(target.target ?? task);
      if (!lost || drained || target.target === undefined) return false;
      target.lostUntil = noticedAt(target, now);
      sim.assumptions.add('A55');
      return true;
    }
    const container = target.target?.container;
    if (container && (container.status !== 'RUNNING' || container.startedAt !== target.containerStartedAt)) {
      lose('exited');
      if (container.status === 'RUNNING') {
        target.startedAt = container.startedAt;
        target.containerStartedAt = container.startedAt;
      }
    }
    if (target.target === undefined) target.health = task.state === 'RUNNING' ? 'healthy' : 'draining';
    return true;
  }

  #addFrom(sim: Simulation, service: Service): void {
    const direct = this.#flow.groups.get(directGroup(service.name));
    for (const deployment of service.deployments) {
      for (const task of deployment.tasks) {
        if (task.state !== 'RUNNING') continue;
        if (direct && !this.#known.has(task)) this.#add(sim, direct, { task, service });
        for (const target of task.detail?.targets ?? []) {
          const group = this.#flow.groupNamed(target.group.name);
          if (group && !this.#known.has(target)) this.#add(sim, group, { task, service, target });
        }
      }
    }
  }

  #add(
    sim: Simulation,
    group: GroupTraffic,
    of: Pick<TargetTraffic, 'task' | 'service'> & { target?: TargetTraffic['target'] },
  ): void {
    const { task, service, target } = of;
    const container = target?.container ?? task.detail?.containers.find(({ plan }) => plan.essential);
    const plan = container?.plan ?? task.shape.containers.find(({ essential }) => essential);
    const isOld = sim.nowSeconds === 0 && this.#steady;
    const traffic = newTraffic({
      task,
      service,
      target,
      behaviour: this.#behaviours.of(plan),
      profile: this.#behaviours.profile(task.shape.name),
      health: target === undefined ? 'healthy' : 'initial',
      startedAt: isOld ? Number.NEGATIVE_INFINITY : (container?.startedAt ?? sim.nowSeconds),
      containerStartedAt: container?.startedAt ?? sim.nowSeconds,
    });
    if (isOld) traffic.health = 'healthy';
    this.#known.set(target ?? task, traffic);
    group.targets.push(traffic);
  }
}

/** A55: the load balancer learns of a lost host from its own health checks, which run into their timeouts. */
function noticedAt({ target }: TargetTraffic, now: number): number {
  if (target === undefined) return now;
  const { checks, beganAt } = target.probe;
  const at = now - beganAt;
  const failSeconds = checks.timeoutSeconds;
  const change = nextChange(checks, 'healthy', {
    after: at - 1,
    from: Number.NEGATIVE_INFINITY,
    until: at,
    failSeconds,
  });
  return beganAt + (change?.at ?? at);
}

/** 6/5: a target that has just turned healthy may have to start slowly; one that is healthy no more leaves slow start. */
function beginSlowStarts(sim: Simulation, { rule, targets }: GroupTraffic): void {
  for (const traffic of targets) {
    const { slowSince = sim.nowSeconds } = traffic;
    if (sim.nowSeconds - slowSince >= rule.slowStartSeconds) traffic.slowSince = undefined;
  }
  const others = targets.filter(({ health }) => health === 'healthy');
  const slow = startsSlowly(rule.slowStartSeconds, others);
  for (const traffic of targets) {
    const { target, lostUntil } = traffic;
    if (target === undefined || lostUntil !== undefined || target.health === traffic.health) continue;
    traffic.health = target.health;
    traffic.slowSince = target.health === 'healthy' && slow ? sim.nowSeconds : undefined;
  }
}

/** Fargate Spot ends a task while its targets still drain (5.3). */
function isTakenBack({ state, stopCode }: Task): boolean {
  return state === 'STOPPED' && stopCode === SPOT_INTERRUPTION;
}

/** Seconds that ECS goes on waiting for a target that drains. */
export function drainsUntil({ detail }: Task): number | undefined {
  return detail?.timers.find(({ key }) => key === 'drained')?.at;
}
