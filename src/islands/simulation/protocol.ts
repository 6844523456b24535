import type { EntryEvents } from '../../simulator/ecs/events/events-of.ts';
import type { AnswerSet, Decision, GoalResult, Grade } from '../../simulator/run.ts';
import type { FieldsAt } from '../../simulator/scenario/fields-of.ts';
import type { Scenario } from '../../simulator/scenario/scenario-schema.ts';
import type { LabScenario } from '../lab/lab-model.ts';
import type { YardWorld } from '../lab/moment.ts';

/** Something that kept a run from happening: where, and what to write instead. */
export type SimulationFault = {
  /** JSON Pointer into `world` for a refused value, a path of the scenario otherwise; empty for the whole. */
  path: string;
  message: string;
};

/** A run with its verdict, and what is needed to draw it. */
export type Graded = { grade: Grade; yard: YardWorld };

/** A scenario with drawn values, as a lab needs it before anything runs, with its own solutions and par. */
export type DrawnLab = Pick<LabScenario, 'source' | 'yard' | 'still' | 'par'> &
  Required<Pick<LabScenario, 'solutions'>>;

/** What can be said of a scenario that is being written. */
export type Proof = {
  /** What a file of the lab still lacks, at its place. */
  faults: SimulationFault[];
  /** Each answer with the goals it misses, or why it is refused. */
  answers: { key: 'solutions' | 'mistakes'; index: number; missed: string[]; faults: SimulationFault[] }[];
  /** The goals under the settings on show; null when they cannot be run. */
  present: GoalResult[] | null;
  /** Every metric of the world by its full name. */
  metrics: string[];
};

/** What a page asks of the worker. `id` counts up; a reply carries the id of its request. */
export type SimulationRequest =
  | {
      id: number;
      ask: 'grade';
      scenario: unknown;
      /** It is a scenario of this site, checked when the site was built. */
      checked?: boolean;
      /** Which paths may be set: those of the challenge, unless the proof of a question sets others. */
      allowed?: 'change' | 'world';
      name: string;
      set: AnswerSet;
    }
  /** The decision behind an entry of the run that request `run` made. */
  | { id: number; ask: 'explain'; run: number; entry: number }
  /** Another drawing of a scenario's file. */
  | { id: number; ask: 'draw'; scenario: unknown; draw: number; name: string }
  /** What AWS would say and send for that entry. */
  | { id: number; ask: 'events'; run: number; entry: number }
  /** What the schema lets stand at a JSON Pointer into `world`. */
  | { id: number; ask: 'fields'; pointer: string }
  /** A scenario from outside as it is read, in its first drawing. */
  | { id: number; ask: 'read'; scenario: unknown }
  /** What a file of the lab still lacks of a draft, and how its answers end. */
  | { id: number; ask: 'prove'; draft: unknown; trial: unknown; present: AnswerSet };

export type SimulationReply =
  | { id: number; graded: Graded }
  | { id: number; drawn: DrawnLab }
  | { id: number; decision: Decision | null }
  | { id: number; sent: EntryEvents | null }
  | { id: number; fieldsAt: FieldsAt }
  | { id: number; scenario: Scenario }
  | { id: number; proof: Proof }
  | { id: number; faults: SimulationFault[] };
