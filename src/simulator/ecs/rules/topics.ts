import type { Entry } from '../../run.ts';
import type { Simulation } from '../simulation.ts';

/**
 * Publishes to an SNS topic: one notification more, whoever its subscribers are. `of` says what for: a rule that matched,
 * or an alarm that went off.
 */
export function publish(sim: Simulation, topic: string, of: Pick<Entry, 'rule' | 'alarm'>): void {
  const notifications = sim.timeline.series(`topics.${topic}.notifications`);
  notifications.set(sim.nowSeconds, (notifications.steps.at(-1)?.[1] ?? 0) + 1);
  const cause = of.rule === undefined ? `(alarm ${of.alarm})` : `(rule ${of.rule})`;
  const message = `${cause} publishes to (topic ${topic}).`;
  sim.timeline.record({ at: sim.nowSeconds, type: 'topic-notified', topic, ...of, message });
  sim.lastSeconds = sim.nowSeconds;
}
