import type { Timeline } from '../../kernel/timeline.ts';
import type { Service } from '../cluster.ts';

/**
 * Percent of production traffic by revision (3.7): what the newest deployment has shifted to itself, the rest to the
 * latest that completed. Undefined for services with rolling updates, where traffic follows the tasks.
 */
export function trafficOf(service: Service): Map<string, number> | undefined {
  if ((service.configuration.strategy ?? 'ROLLING') === 'ROLLING') return undefined;
  const weights = new Map<string, number>();
  const add = (name: string, tenths: number) => weights.set(name, (weights.get(name) ?? 0) + tenths);
  const [newest, ...older] = service.deployments;
  const blue = older.find(({ status }) => status === 'COMPLETED');
  const isShared = newest?.shift !== undefined && newest.status !== 'COMPLETED' && newest.status !== 'ROLLING_BACK';
  const tenths = isShared && blue ? Math.round((newest.shift?.percent ?? 0) * 10) : 1000;
  for (const deployment of service.deployments) {
    add(deployment.shape.name, deployment === newest ? tenths : deployment === blue ? 1000 - tenths : 0);
  }
  for (const [name, share] of weights) weights.set(name, share / 10);
  return weights;
}

/** Writes `services.<s>.traffic.<revision>` and `services.<s>.testTraffic.<revision>`. */
export function writeTraffic(timeline: Timeline, second: number, service: Service): void {
  const [newest] = service.deployments;
  const tested = newest?.status === 'IN_PROGRESS' ? newest.shift?.testPercent : 0;
  for (const [name, percent] of trafficOf(service) ?? []) {
    timeline.series(`services.${service.name}.traffic.${name}`).set(second, percent);
    const test = name === newest?.shape.name ? (tested ?? 0) : 0;
    if (service.testTraffic) timeline.series(`services.${service.name}.testTraffic.${name}`).set(second, test);
  }
}
