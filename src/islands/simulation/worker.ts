import { makeAnswerRequest } from './answer-request.ts';
import type { SimulationReply, SimulationRequest } from './protocol.ts';

/** The part of a worker's global scope that is used here; the DOM types describe a window instead. */
type WorkerScope = {
  addEventListener(type: 'message', listener: (event: { data: SimulationRequest }) => void): void;
  postMessage(reply: SimulationReply): void;
};

const scope = globalThis as unknown as WorkerScope;
const answer = makeAnswerRequest();

/** A part that cannot be loaded, or a run that breaks, is told in the answer: the worker lives on for the next one. */
async function reply(request: SimulationRequest): Promise<void> {
  try {
    scope.postMessage(await answer(request));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    scope.postMessage({ id: request.id, faults: [{ path: '', message }] });
  }
}

scope.addEventListener('message', ({ data }) => void reply(data));
