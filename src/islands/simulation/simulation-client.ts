import type { EntryEvents } from '../../simulator/ecs/events/events-of.ts';
import type { AnswerSet, Decision } from '../../simulator/run.ts';
import type { FieldsAt } from '../../simulator/scenario/fields-of.ts';
import type { Scenario } from '../../simulator/scenario/scenario-schema.ts';
import type { DrawnLab, Graded, Proof, SimulationFault, SimulationReply, SimulationRequest } from './protocol.ts';

/** What became of a request for a run. `stale`: a newer request overtook it; drop it. */
export type GradeOutcome =
  | { kind: 'graded'; graded: Graded; run: number }
  | { kind: 'faults'; faults: SimulationFault[] }
  | { kind: 'stale' };

export type ReadOutcome = { kind: 'read'; scenario: Scenario } | { kind: 'faults'; faults: SimulationFault[] };

export type DrawOutcome = { kind: 'drawn'; lab: DrawnLab } | { kind: 'faults'; faults: SimulationFault[] };

/** The part of a Worker that the client needs, so that tests can answer in its place. */
export type WorkerPort = {
  postMessage(request: SimulationRequest): void;
  addEventListener(type: 'message', listener: (event: { data: SimulationReply }) => void): void;
  addEventListener(type: 'error', listener: (event: { message?: string }) => void): void;
  terminate(): void;
};

export type SimulationClient = {
  /** Runs a scenario with an answer and judges it. Never rejects. */
  grade(request: {
    scenario: unknown;
    checked?: boolean;
    allowed?: 'change' | 'world';
    name: string;
    set: AnswerSet;
  }): Promise<GradeOutcome>;
  /** Another drawing of a scenario's file. Never rejects. */
  draw(request: { scenario: unknown; draw: number; name: string }): Promise<DrawOutcome>;
  /** The decision behind an entry of an earlier run; null when that run is gone or the entry decided nothing. */
  explain(run: number, entry: number): Promise<Decision | null>;
  /** What AWS would say and send for an entry of an earlier run; null when that run is gone. */
  events(run: number, entry: number): Promise<EntryEvents | null>;
  /** The fields or values that the schema lets stand at a JSON Pointer into `world`; nothing when they cannot be loaded. */
  fieldsAt(pointer: string): Promise<FieldsAt>;
  /** A scenario from outside as it is read. Never rejects. */
  read(scenario: unknown): Promise<ReadOutcome>;
  /** What a scenario that is being written still lacks, and how its answers end; undefined when nothing can be said. */
  prove(asked: { draft: unknown; trial: unknown; present: AnswerSet }): Promise<Proof | undefined>;
  close(): void;
};

/** Talks to one worker, which is made at the first request. */
export function openSimulation(makeWorker: () => WorkerPort): SimulationClient {
  const waiting = new Map<number, (reply: SimulationReply) => void>();
  let worker: WorkerPort | undefined;
  let lastId = 0;
  let lastGrade = 0;

  const settle = (reply: SimulationReply) => {
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  };

  const start = (): WorkerPort => {
    const made = makeWorker();
    made.addEventListener('message', (event) => settle(event.data));
    // A worker that cannot load or that broke answers nobody: every waiting request is told, and the next makes a new one.
    made.addEventListener('error', (event) => {
      made.terminate();
      worker = undefined;
      const message = event.message || 'the simulator could not be loaded';
      for (const id of [...waiting.keys()]) settle({ id, faults: [{ path: '', message }] });
    });
    return made;
  };

  const ask = (request: SimulationRequest): Promise<SimulationReply> =>
    new Promise((resolve) => {
      waiting.set(request.id, resolve);
      worker ??= start();
      worker.postMessage(request);
    });

  return {
    async grade(request) {
      const id = ++lastId;
      lastGrade = id;
      const reply = await ask({ id, ask: 'grade', ...request });
      if (id !== lastGrade) return { kind: 'stale' };
      if ('graded' in reply) return { kind: 'graded', graded: reply.graded, run: id };
      return { kind: 'faults', faults: 'faults' in reply ? reply.faults : [] };
    },
    async draw(request) {
      const reply = await ask({ id: ++lastId, ask: 'draw', ...request });
      if ('drawn' in reply) return { kind: 'drawn', lab: reply.drawn };
      return { kind: 'faults', faults: 'faults' in reply ? reply.faults : [] };
    },
    async explain(run, entry) {
      const reply = await ask({ id: ++lastId, ask: 'explain', run, entry });
      return 'decision' in reply ? reply.decision : null;
    },
    async events(run, entry) {
      const reply = await ask({ id: ++lastId, ask: 'events', run, entry });
      return 'sent' in reply ? reply.sent : null;
    },
    async fieldsAt(pointer) {
      const reply = await ask({ id: ++lastId, ask: 'fields', pointer });
      return 'fieldsAt' in reply ? reply.fieldsAt : { fields: [], values: [] };
    },
    async read(scenario) {
      const reply = await ask({ id: ++lastId, ask: 'read', scenario });
      if ('scenario' in reply) return { kind: 'read', scenario: reply.scenario };
      return { kind: 'faults', faults: 'faults' in reply ? reply.faults : [] };
    },
    async prove(asked) {
      const reply = await ask({ id: ++lastId, ask: 'prove', ...asked });
      return 'proof' in reply ? reply.proof : undefined;
    },
    close() {
      worker?.terminate();
      worker = undefined;
    },
  };
}

/** The real worker, as its own file beside the page's script. */
export function makeSimulationWorker(): WorkerPort {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }) as WorkerPort;
}
