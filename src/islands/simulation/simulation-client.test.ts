import { describe, expect, it } from 'vitest';
import { halfTheFleetRun, halfTheFleetYard } from '../lab/run.fixture.ts';
import type { Graded, SimulationReply, SimulationRequest } from './protocol.ts';
import { openSimulation, type WorkerPort } from './simulation-client.ts';

const graded: Graded = { grade: { ...halfTheFleetRun, goals: [], predictions: [] }, yard: halfTheFleetYard };
const question = { scenario: {}, name: 'x', set: {} };

/** A worker that keeps what it was asked and answers when told to. */
function fakeWorker() {
  const asked: SimulationRequest[] = [];
  let onMessage = (_: { data: SimulationReply }) => {};
  let onError = (_: { message?: string }) => {};
  const port = {
    postMessage: (request: SimulationRequest) => void asked.push(request),
    addEventListener: (type: string, listener: never) => {
      if (type === 'message') onMessage = listener;
      else onError = listener;
    },
    terminate: () => {},
  } as WorkerPort;
  return {
    port,
    asked,
    answer: (data: SimulationReply) => onMessage({ data }),
    fail: () => onError({ message: 'boom' }),
  };
}

describe('the simulation client', () => {
  it('makes no worker before the first request', async () => {
    let made = 0;
    const worker = fakeWorker();
    const client = openSimulation(() => {
      made++;
      return worker.port;
    });
    expect(made).toBe(0);
    const outcome = client.grade(question);
    worker.answer({ id: 1, graded });
    expect(await outcome).toEqual({ kind: 'graded', graded, run: 1 });
    expect(made).toBe(1);
  });

  it('drops a run that a newer one overtook, in whatever order they arrive', async () => {
    const worker = fakeWorker();
    const client = openSimulation(() => worker.port);
    const first = client.grade(question);
    const second = client.grade(question);
    worker.answer({ id: 2, graded });
    worker.answer({ id: 1, graded });
    expect((await first).kind).toBe('stale');
    expect((await second).kind).toBe('graded');
  });

  it('hands on faults with path and message', async () => {
    const worker = fakeWorker();
    const client = openSimulation(() => worker.port);
    const outcome = client.grade(question);
    worker.answer({ id: 1, faults: [{ path: '/services/0', message: 'no' }] });
    expect(await outcome).toEqual({ kind: 'faults', faults: [{ path: '/services/0', message: 'no' }] });
  });

  it('says so when the worker breaks, and starts a new one for the next run', async () => {
    const workers = [fakeWorker(), fakeWorker()];
    let made = 0;
    const client = openSimulation(() => workers[made++]?.port as WorkerPort);
    const broken = client.grade(question);
    workers[0]?.fail();
    expect(await broken).toEqual({ kind: 'faults', faults: [{ path: '', message: 'boom' }] });
    const next = client.grade(question);
    workers[1]?.answer({ id: 2, graded });
    expect((await next).kind).toBe('graded');
  });

  it('asks for the decision behind an entry of a run', async () => {
    const worker = fakeWorker();
    const client = openSimulation(() => worker.port);
    const decision = client.explain(1, 12);
    expect(worker.asked[0]).toEqual({ id: 1, ask: 'explain', run: 1, entry: 12 });
    worker.answer({ id: 1, decision: { candidates: [], chosen: null } });
    expect(await decision).toEqual({ candidates: [], chosen: null });
  });
});
