import type { Fault } from './fault.ts';
import { duplicates, unknownName } from './names.ts';
import type { Scenario } from './scenario-schema.ts';

/** CloudWatch alarms have their own names, and who names one names one that exists (3.5/9). */
export function checkAlarms({ world, events = [] }: Scenario): Fault[] {
  const known = (world.alarms ?? []).map(({ name }) => name);
  const faults = duplicates(known, (i) => ['world', 'alarms', i, 'name'], 'alarm');
  const look = (name: string, path: (string | number)[]) => {
    if (!known.includes(name)) faults.push({ path, message: unknownName('alarm', name, known) });
  };
  const lookAll = (names: readonly string[] | undefined, path: (string | number)[]) => {
    for (const [i, name] of (names ?? []).entries())
      look(name, [...path, 'deploymentConfiguration', 'alarms', 'alarmNames', i]);
  };
  for (const [i, service] of (world.services ?? []).entries()) {
    lookAll(service.deploymentConfiguration?.alarms?.alarmNames, ['world', 'services', i]);
  }
  for (const [i, { updateService, setAlarm }] of events.entries()) {
    lookAll(updateService?.deploymentConfiguration?.alarms?.alarmNames, ['events', i, 'updateService']);
    if (setAlarm) look(setAlarm.alarm, ['events', i, 'setAlarm', 'alarm']);
  }
  return faults;
}
