import type { Entry } from '../../run.ts';
import type { Instance, PlacementRequest } from '../cluster.ts';
import { isExhausted, type Simulation } from '../simulation.ts';
import { createTask, startTask } from '../task.ts';
import { FILTER_RULES } from './rules.ts';

const CONSTRAINTS: readonly string[] = ['memberOf', 'distinctInstance'];

/**
 * StartTask (1.2.9): no scheduler chooses, each named instance gets one task or the call has a failure. The instance
 * still needs room, a connected agent and what the task asks of it; placement constraints are not looked at (A32).
 */
export function startTasksOn(sim: Simulation, request: PlacementRequest, instances: readonly Instance[]): void {
  if (request.shape.queries.length > 0) sim.assumptions.add('A32');
  for (const instance of instances) {
    if (isExhausted(sim)) return;
    sim.spent++;
    const failure = failureOn(instance, request);
    if (failure === undefined) startTask(sim, createTask(sim, request, undefined, instance));
    else recordStartFailure(sim, request, instance, failure);
  }
}

type Failure = { reason: string; say: string };

function failureOn(instance: Instance, request: PlacementRequest): Failure | undefined {
  if (instance.status === 'GONE') return { reason: 'MISSING', say: 'the container instance was not found' };
  const rule = FILTER_RULES.find((each) => !CONSTRAINTS.includes(each.rule) && !each.admits(instance, request));
  if (rule === undefined) return undefined;
  const { need, have } = rule.say(instance, request);
  return { reason: rule.rule, say: `needs ${need}, has ${have}` };
}

function recordStartFailure(sim: Simulation, request: PlacementRequest, instance: Instance, failure: Failure): void {
  const entry: Entry = {
    at: sim.nowSeconds,
    type: 'task-not-placed',
    message: `(task group ${request.group.name}) StartTask failed on ${instance.name}: ${failure.reason}: ${failure.say}.`,
    taskDefinition: request.shape.name,
    reason: failure.reason,
  };
  sim.timeline.record(entry);
  sim.lastSeconds = sim.nowSeconds;
}
