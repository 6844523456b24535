import { makeAnswerRequest } from './answer-request.ts';
import type { SimulationReply, SimulationRequest } from './protocol.ts';

/** The part of a worker's global scope that is used here; the DOM types describe a window instead. */
type WorkerScope = {
  addEventListener(type: 'message', listener: (event: { data: SimulationRequest }) => void): void;
  postMessage(reply: SimulationReply): void;
};

const scope = globalThis as unknown as WorkerScope;
const answer = makeAnswerRequest();

scope.addEventListener('message', ({ data }) => scope.postMessage(answer(data)));
