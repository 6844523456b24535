import { explainWith } from '../../simulator/explain-with.ts';
import type { Run } from '../../simulator/run.ts';
import { gradeRun } from '../../simulator/scenario/grade-run.ts';
import type { Scenario } from '../../simulator/scenario/read-scenario.ts';
import type { Storey } from '../../simulator/storey.ts';
import { yardWorldOf } from '../lab/yard-world.ts';
import type { SimulationReply, SimulationRequest } from './protocol.ts';
import { loadStoreys } from './upper-storeys.ts';

/** Runs kept to explain their entries later: the one on show and, while a new one is on its way, the one before. */
const KEPT_RUNS = 2;

/** Numbers that a scenario in a browser cannot pass, so that a worker always answers within seconds. */
const LIMITS = { events: 50_000, instances: 1_000 };

export type AnswerRequest = (request: SimulationRequest) => Promise<SimulationReply>;

/**
 * Everything the worker does, without the worker: reads, sets, simulates, judges, and explains on demand. The checks and
 * the storeys are files of their own: a scenario of the site that nobody changed was checked when the site was built,
 * and one without traffic, scaling or capacity needs no storey.
 */
export function makeAnswerRequest(): AnswerRequest {
  const runs = new Map<number, { run: Run; storeys: readonly Storey[] }>();
  return async (request) => {
    if (request.ask === 'explain') {
      const kept = runs.get(request.run);
      return { id: request.id, decision: (kept && explainWith(kept.storeys, kept.run, request.entry)) ?? null };
    }
    if (request.ask === 'events') {
      const { eventsAt } = await import('./events-request.ts');
      const kept = runs.get(request.run);
      return { id: request.id, sent: (kept && eventsAt(kept.run, request.entry)) ?? null };
    }
    if (request.ask === 'draw') {
      const { drawLab } = await import('./draw-request.ts');
      return { id: request.id, ...(await drawLab(request.scenario, request)) };
    }
    if (request.ask === 'fields') {
      const { fieldsAtPointer } = await import('./fields-request.ts');
      return { id: request.id, fieldsAt: fieldsAtPointer(request.pointer) };
    }
    if (request.ask === 'read') {
      const { readOutside } = await import('./build-request.ts');
      return { id: request.id, ...readOutside(request.scenario, LIMITS) };
    }
    if (request.ask === 'prove') {
      const { proveDraft } = await import('./build-request.ts');
      return { id: request.id, proof: await proveDraft(request, LIMITS) };
    }
    const { id, name, set } = request;
    let scenario = request.scenario as Scenario;
    if (!request.checked || Object.keys(set).length > 0) {
      const { readRequest, sayFault } = await import('./read-request.ts');
      const read = readRequest(request.scenario, set, {
        allowed: request.allowed ?? 'change',
        limits: LIMITS,
      });
      if (read.faults) return { id, faults: read.faults.map(sayFault) };
      scenario = read.scenario;
    }
    const storeys = await loadStoreys(scenario);
    const grade = gradeRun(storeys, scenario, { id: name, limits: LIMITS });
    runs.set(id, { run: grade, storeys });
    for (const old of [...runs.keys()].slice(0, -KEPT_RUNS)) runs.delete(old);
    return { id, graded: { grade, yard: yardWorldOf(scenario, grade) } };
  };
}
