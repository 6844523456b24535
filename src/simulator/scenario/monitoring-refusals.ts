import { HIGH_RESOLUTION } from '../ecs/scaling/tracking-names.ts';
import { type Refuse, refuseInto } from './aws-refusals.ts';
import type { Fault } from './fault.ts';
import type { Service, World } from './world-schema.ts';

const HIGH = 20;

/** 4.1.8: resolutions that ECS takes, each metric with one of them. Source: ECS API, MetricConfiguration. */
export function checkMonitoring({ services = [] }: World, faults: Fault[]): void {
  for (const [s, { monitoring }] of services.entries()) {
    const configurations = monitoring?.metricConfigurations ?? [];
    const root = ['world', 'services', s, 'monitoring', 'metricConfigurations'];
    if (configurations.length > 5) {
      refuseInto(faults, root)([], `${configurations.length} metricConfigurations`, 'a service takes 5');
    }
    const seen = new Set<string>();
    for (const [c, { metricNames, resolutionSeconds }] of configurations.entries()) {
      const refuse = refuseInto(faults, [...root, c]);
      if (resolutionSeconds !== HIGH && resolutionSeconds !== 60) {
        refuse(['resolutionSeconds'], `resolutionSeconds ${resolutionSeconds}`, 'it is 20 or 60');
      }
      if (metricNames.length === 0) refuse(['metricNames'], 'a configuration without metricNames', 'it needs one');
      for (const [m, name] of metricNames.entries()) {
        const path = [...root, c, 'metricNames', m];
        if (seen.has(name)) faults.push({ path, message: `${name} has its resolution already; name it once` });
        seen.add(name);
      }
    }
  }
}

/** 4.1.8: a policy follows a metric every 20 s only where the service sends it so. Source: API PredefinedMetricSpecification. */
export function refuseUnmonitored(type: string, service: Service | undefined, refuse: Refuse): void {
  const metric = HIGH_RESOLUTION[type];
  if (metric === undefined || service === undefined) return;
  const isSent = service.monitoring?.metricConfigurations?.some(
    ({ metricNames, resolutionSeconds }) => resolutionSeconds === HIGH && metricNames.includes(metric),
  );
  if (isSent) return;
  const how = `{ metricNames: [${metric}], resolutionSeconds: 20 }`;
  const why = `high-resolution metrics must be enabled before; write ${how} into monitoring.metricConfigurations of ${service.serviceName}`;
  refuse(['predefinedMetricType'], type, why);
}
