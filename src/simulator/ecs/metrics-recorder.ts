import type { StepSeries, Timeline } from '../kernel/timeline.ts';
import { type Cluster, type Instance, isRealInstance, type Service } from './cluster.ts';
import { writeTraffic } from './deployment/traffic.ts';
import type { TargetGroup } from './load-balancing/target-group.ts';
import type { Simulation } from './simulation.ts';

type ServiceSeries = Record<'desired' | 'pending' | 'running' | 'healthy' | 'tasks' | 'unplaced', StepSeries>;
type Counts = { running: number; healthy: number; tasks: number };

/** Writes the metrics of what was touched, once a second. Names are looked up once and kept. */
export class MetricsRecorder {
  readonly #timeline: Timeline;
  readonly #cluster: Cluster;
  readonly #services = new Map<Service, ServiceSeries>();
  readonly #instances: Record<'tasks' | 'cpu' | 'memory', StepSeries>[] = [];
  #used = 0;
  readonly #isUsed: boolean[] = [];

  constructor(timeline: Timeline, cluster: Cluster) {
    this.#timeline = timeline;
    this.#cluster = cluster;
  }

  /** Writes the values in force at the end of this second. */
  write(sim: Simulation): void {
    const second = sim.nowSeconds;
    for (const service of sim.touchedServices) this.#service(second, service);
    if (sim.touchedInstances.size > 0) {
      for (const instance of sim.touchedInstances) if (isRealInstance(instance)) this.#instance(second, instance);
      this.#clusterWide(second);
    }
    for (const group of this.#cluster.targetGroups.values()) this.#targetGroup(second, group);
    sim.touchedServices.clear();
    sim.touchedInstances.clear();
  }

  #targetGroup(second: number, { name, counts }: TargetGroup): void {
    for (const health of ['initial', 'healthy', 'unhealthy', 'draining'] as const) {
      this.#timeline.series(`targetGroups.${name}.${health}`).set(second, counts[health]);
    }
  }

  #service(second: number, service: Service): void {
    const series = this.#seriesOf(service);
    const revisions = new Map<string, Counts>();
    const zones = new Map<string, number>(this.#cluster.availabilityZones.map((zone) => [zone, 0]));
    for (const deployment of service.deployments) {
      const counts = revisions.get(deployment.shape.name) ?? { running: 0, healthy: 0, tasks: 0 };
      for (const task of deployment.tasks) {
        counts.tasks++;
        if (task.state !== 'RUNNING') continue;
        counts.running++;
        if (task.healthy) counts.healthy++;
        zones.set(task.instance.availabilityZone, (zones.get(task.instance.availabilityZone) ?? 0) + 1);
      }
      revisions.set(deployment.shape.name, counts);
    }
    const total = { running: 0, healthy: 0, tasks: 0 };
    for (const [revision, counts] of revisions) {
      for (const key of ['running', 'healthy', 'tasks'] as const) {
        total[key] += counts[key];
        this.#timeline.series(`services.${service.name}.revision.${revision}.${key}`).set(second, counts[key]);
      }
    }
    series.desired.set(second, service.desired);
    series.pending.set(second, total.tasks - total.running);
    series.running.set(second, total.running);
    series.healthy.set(second, total.healthy);
    series.tasks.set(second, total.tasks);
    series.unplaced.set(second, service.unplaced);
    writeTraffic(this.#timeline, second, service);
    if (service.restarts > 0 || hasRestartPolicy(service)) {
      this.#timeline.series(`services.${service.name}.restarts`).set(second, service.restarts);
    }
    for (const [zone, running] of zones) {
      this.#timeline.series(`services.${service.name}.zone.${zone}.running`).set(second, running);
    }
  }

  #seriesOf(service: Service): ServiceSeries {
    const found = this.#services.get(service);
    if (found) return found;
    const series = (metric: string) => this.#timeline.series(`services.${service.name}.${metric}`);
    const made: ServiceSeries = {
      desired: series('desired'),
      pending: series('pending'),
      running: series('running'),
      healthy: series('healthy'),
      tasks: series('tasks'),
      unplaced: series('unplaced'),
    };
    this.#services.set(service, made);
    return made;
  }

  #instance(second: number, instance: Instance): void {
    let series = this.#instances[instance.index];
    if (series === undefined) {
      const named = (metric: string) => this.#timeline.series(`instances.${instance.name}.${metric}`);
      series = { tasks: named('tasks'), cpu: named('cpu'), memory: named('memory') };
      this.#instances[instance.index] = series;
    }
    series.tasks.set(second, instance.tasks.size);
    series.cpu.set(second, instance.registered.cpuUnits - instance.free.cpuUnits);
    series.memory.set(second, instance.registered.memoryMib - instance.free.memoryMib);
    const isUsed = instance.tasks.size > 0;
    if (isUsed !== (this.#isUsed[instance.index] ?? false)) this.#used += isUsed ? 1 : -1;
    this.#isUsed[instance.index] = isUsed;
  }

  #clusterWide(second: number): void {
    const registered = { cpu: 0, memory: 0 };
    const reserved = { cpu: 0, memory: 0 };
    let active = 0;
    let draining = 0;
    for (const { status, registered: all, free } of this.#cluster.instances) {
      if (status === 'GONE') continue;
      if (status === 'ACTIVE') active++;
      else draining++;
      registered.cpu += all.cpuUnits;
      registered.memory += all.memoryMib;
      reserved.cpu += all.cpuUnits - free.cpuUnits;
      reserved.memory += all.memoryMib - free.memoryMib;
    }
    const set = (metric: string, value: number) => this.#timeline.series(`cluster.${metric}`).set(second, value);
    set('instances.active', active);
    set('instances.used', this.#used);
    set('instances.draining', draining);
    set('reservation.cpu', percent(reserved.cpu, registered.cpu));
    set('reservation.memory', percent(reserved.memory, registered.memory));
  }
}

function hasRestartPolicy({ deployments }: Service): boolean {
  return deployments.some(({ shape }) => shape.followsContainers && shape.containers.some(({ restart }) => restart));
}

/** Percent to two places, rounded down, so that it compares as written. */
function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 10_000) / whole) / 100;
}
