import { explain } from '../../simulator/explain.ts';
import type { Run } from '../../simulator/run.ts';
import { gradeAnswer } from '../../simulator/scenario/grade.ts';
import { type Fault, readScenario } from '../../simulator/scenario/scenario-schema.ts';
import { yardWorldOf } from '../lab/yard-world.ts';
import type { SimulationFault, SimulationReply, SimulationRequest } from './protocol.ts';

/** Runs kept to explain their entries later: the one on show and, while a new one is on its way, the one before. */
const KEPT_RUNS = 2;

/** Numbers that a scenario in a browser cannot pass, so that a worker always answers within seconds. */
const LIMITS = { events: 50_000, instances: 1_000 };

export type AnswerRequest = (request: SimulationRequest) => SimulationReply;

/** Everything the worker does, without the worker: reads, sets, simulates, judges, and explains on demand. */
export function makeAnswerRequest(): AnswerRequest {
  const runs = new Map<number, Run>();
  return (request) => {
    if (request.ask === 'explain') {
      const run = runs.get(request.run);
      return { id: request.id, decision: (run && explain(run, request.entry)) ?? null };
    }
    const { id, name, set } = request;
    const read = readScenario(request.scenario, { limits: LIMITS });
    if (read.faults) return { id, faults: read.faults.map(sayFault) };
    const result = gradeAnswer(read.scenario, set, { id: name, limits: LIMITS });
    if (result.faults) return { id, faults: result.faults.map(sayFault) };
    runs.set(id, result.grade);
    for (const old of [...runs.keys()].slice(0, -KEPT_RUNS)) runs.delete(old);
    return { id, graded: { grade: result.grade, yard: yardWorldOf(read.scenario) } };
  };
}

/** A fault of an answer begins with the path the learner set; what lies deeper goes into the sentence. */
function sayFault({ path, message }: Fault): SimulationFault {
  const [first, ...rest] = path.map(String);
  if (first?.startsWith('/'))
    return { path: first, message: rest.length > 0 ? `${rest.join('.')} ${message}` : message };
  return { path: path.join('.'), message };
}
