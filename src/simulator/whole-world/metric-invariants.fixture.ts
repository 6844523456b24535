import { trackingAlarmNames } from '../ecs/scaling/tracking-names.ts';
import type { Run, Series } from '../run.ts';
import type { Invariant } from './world-invariants.fixture.ts';

/** Every second's value of a metric, 0 before its first step. */
function perSecond(series: Series = [], until: number): number[] {
  let next = 0;
  let value = 0;
  return Array.from({ length: until + 1 }, (_, second) => {
    while (next < series.length && (series[next]?.[0] ?? 0) <= second) value = series[next++]?.[1] ?? 0;
    return value;
  });
}

export const CONSERVED_REQUESTS: Invariant = {
  id: 'world/8',
  says: 'requests are conserved at every second: sent = served + failed + under way (6)',
  broken(run) {
    const prefixes = Object.keys(run.series).flatMap((metric) => /^(.*\.requests)\.inFlight$/.exec(metric)?.[1] ?? []);
    return prefixes.flatMap((prefix) => {
      const [sent, served, failed, inFlight] = ['sent', 'served', 'failed', 'inFlight'].map((kind) =>
        perSecond(run.series[`${prefix}.${kind}`], run.seconds),
      ) as [number[], number[], number[], number[]];
      let open = 0;
      const second = sent.findIndex((rate, at) => {
        open += rate - (served[at] ?? 0) - (failed[at] ?? 0);
        return open !== inFlight[at] || !Number.isInteger(open);
      });
      return second < 0 ? [] : [`${prefix} at ${second} s: ${open} under way, the metric says ${inFlight[second]}`];
    });
  },
};

export const CONSERVED_MESSAGES: Invariant = {
  id: 'world/9',
  says: 'messages are conserved at every second: sent = visible + in flight + done (queue/1)',
  broken(run) {
    return (run.input.world.queues ?? []).flatMap(({ name }) => {
      const [sent, visible, inFlight, done] = ['sent', 'visible', 'inFlight', 'done'].map((kind) =>
        perSecond(run.series[`queues.${name}.${kind}`], run.seconds),
      ) as [number[], number[], number[], number[]];
      const second = sent.findIndex((all, at) => all !== (visible[at] ?? 0) + (inFlight[at] ?? 0) + (done[at] ?? 0));
      return second < 0
        ? []
        : [
            `${name} at ${second} s: ${sent[second]} sent, ${visible[second]} visible, ${inFlight[second]} in flight, ${done[second]} done`,
          ];
    });
  },
};

const MINUTE = 60;

/** Seconds between two evaluations of an alarm: 20 where AWS made it for a high-resolution metric (4.1.8). */
function evaluatedEvery({ input }: Run): (alarm: string | undefined) => number {
  const fine = (input.world.scalableTargets ?? []).flatMap(({ service, scalingPolicies = [] }) =>
    scalingPolicies.flatMap(({ policyName, targetTrackingScalingPolicyConfiguration: tracking }) =>
      tracking?.predefinedMetricSpecification?.predefinedMetricType.endsWith('HighResolution')
        ? Object.values(trackingAlarmNames(service, policyName))
        : [],
    ),
  );
  return (alarm = '') => (fine.includes(alarm) ? 20 : MINUTE);
}

export const ALARMS_AT_MINUTE_ENDS: Invariant = {
  id: 'world/10',
  says: 'an alarm on a metric changes at the end of a minute only, one on a high-resolution metric of 20 s (CW/1, 4.1.8)',
  broken(run) {
    const changes = run.entries.filter(({ type, evaluation }) => type === 'alarm' && evaluation !== undefined);
    const seconds = evaluatedEvery(run);
    const series = Object.entries(run.series).filter(([metric]) => metric.startsWith('alarms.'));
    return [
      ...changes.filter(({ alarm, at }) => at % seconds(alarm) !== 0).map(({ alarm, at }) => `${alarm} at ${at} s`),
      ...series.flatMap(([metric, steps]) =>
        steps
          .filter(([at]) => at % seconds(/^alarms\.(.*)\.inAlarm$/.exec(metric)?.[1]) !== 0)
          .map(([at]) => `${metric} at ${at} s`),
      ),
    ];
  },
};

export const COST_NEVER_FALLS: Invariant = {
  id: 'world/11',
  says: 'the bill never falls',
  broken({ series }: Run) {
    const bill = series['cost.usd'] ?? [];
    if (bill.length === 0) return ['there is no bill'];
    return bill.flatMap(([second, usd], i) => (usd < (bill[i - 1]?.[1] ?? 0) ? [`${usd} USD at ${second} s`] : []));
  },
};
