import { readEventPattern } from '../ecs/rules/event-pattern.ts';
import { readSchedule } from '../ecs/scaling/schedule.ts';
import { refuseConstraints, refuseInto, refuseRunTask, refuseStrategies } from './aws-refusals.ts';
import type { Fault } from './fault.ts';
import { duplicates, taskDefinitionNames, unknownName } from './names.ts';
import { refuseLaunch } from './network-refusals.ts';
import type { Rule, RuleTarget } from './rule-schema.ts';
import type { Scenario, World } from './scenario-schema.ts';

const MAX_TARGETS = 5;
/** Characters of an event pattern; AWS raises it on request. */
const MAX_PATTERN = 2048;

/** Rules and topics have their own names; patterns, schedules and targets are such as EventBridge takes (10/8, rules/1). */
export function checkRules({ world }: Scenario): Fault[] {
  const rules = world.rules ?? [];
  return [
    ...duplicates(
      rules.map(({ name }) => name),
      (i) => ['world', 'rules', i, 'name'],
      'rule',
    ),
    ...duplicates(
      (world.topics ?? []).map(({ name }) => name),
      (i) => ['world', 'topics', i, 'name'],
      'topic',
    ),
    ...rules.flatMap((rule, i) => ruleFaults(rule, ['world', 'rules', i], world)),
  ];
}

function ruleFaults({ eventPattern, scheduleExpression, targets }: Rule, path: Fault['path'], world: World): Fault[] {
  const faults: Fault[] = [];
  const refuse = refuseInto(faults, path);
  if (eventPattern !== undefined) {
    const length = JSON.stringify(eventPattern).length;
    if (length > MAX_PATTERN) {
      refuse(['eventPattern'], `an event pattern of ${length} characters`, `it has at most ${MAX_PATTERN}`);
    }
    const faulty = length > MAX_PATTERN ? [] : (readEventPattern(eventPattern).faults ?? []);
    for (const { path: at, why } of faulty) {
      refuse(['eventPattern', ...at], 'this event pattern', `Event pattern is not valid. Reason: ${why}`);
    }
  }
  if (scheduleExpression !== undefined) {
    const { wrong } = readSchedule(scheduleExpression);
    if (wrong !== undefined) refuse(['scheduleExpression'], `"${scheduleExpression}"`, wrong);
  }
  if (targets.length > MAX_TARGETS)
    refuse(['targets'], `${targets.length} targets`, `a rule has at most ${MAX_TARGETS}`);
  for (const [i, target] of targets.entries()) faults.push(...targetFaults(target, [...path, 'targets', i], world));
  return faults;
}

function targetFaults({ ecs, sns }: RuleTarget, path: Fault['path'], world: World): Fault[] {
  const faults: Fault[] = [];
  const topics = (world.topics ?? []).map(({ name }) => name);
  if (sns !== undefined && !topics.includes(sns)) {
    faults.push({ path: [...path, 'sns'], message: unknownName('topic', sns, topics) });
  }
  if (ecs === undefined) return faults;
  const at = [...path, 'ecs'];
  const known = taskDefinitionNames(world);
  if (!known.includes(ecs.taskDefinition)) {
    const message = unknownName('task definition', ecs.taskDefinition, known);
    return [...faults, { path: [...at, 'taskDefinition'], message }];
  }
  refuseRunTask(ecs.count, ecs.group, refuseInto(faults, at));
  refuseLaunch(ecs, ecs.taskDefinition, world, refuseInto(faults, at));
  refuseStrategies(ecs.placementStrategy ?? [], refuseInto(faults, [...at, 'placementStrategy']));
  refuseConstraints(ecs.placementConstraints ?? [], 'service', refuseInto(faults, [...at, 'placementConstraints']));
  return faults;
}
