import type { Decision, Entry, Grade, Run } from '../simulator/run.ts';
import { sayValues } from '../simulator/scenario/draw-scenario.ts';
import { sayDuration } from '../simulator/scenario/duration.ts';
import type { Drawn } from './load-scenario.ts';

/** Clusters up to this size carry every placement decision in their JSON. */
const DECISIONS_UP_TO_INSTANCES = 200;

/** Whether the JSON of this world carries decisions without being asked. */
export function carriesDecisions(world: Run['input']['world']): boolean {
  const instances = world.containerInstances.reduce((sum, { count }) => sum + (count ?? 1), 0);
  return instances <= DECISIONS_UP_TO_INSTANCES;
}

/** One JSON document. What was run is left out: the caller has the file. Of a drawing, which it is and what it drew. */
export function printJson(run: Run | Grade, drawn?: Drawn): string {
  const { input: _input, ...rest } = run;
  return `${JSON.stringify({ ...rest, ...(drawn ? { draw: drawn.draw, drawn: drawn.values } : {}) })}\n`;
}

/** The timeline as a story, one line an entry. */
export function printStory(run: Run, drawn?: Drawn): string {
  const drawing = drawn ? ` · draw ${drawn.draw} (${sayValues(drawn.values)})` : '';
  const title = `${run.scenario ?? 'scenario'} · seed ${run.seed}${drawing}\n\n`;
  const end = { settled: 'Settled', horizon: 'Reached the horizon', 'event-limit': 'Reached the event limit' }[
    run.stopped
  ];
  const leaned =
    run.assumptions.length > 0
      ? ` AWS does not document: ${run.assumptions.join(', ')} (docs/simulator-rules.md).`
      : '';
  return `${title}${run.entries.map(printEntry).join('')}\n${end} after ${sayDuration(run.seconds)}.${leaned}\n`;
}

function printEntry(entry: Entry): string {
  const line = `${sayClock(entry.at).padStart(8)}  ${entry.message}\n`;
  return entry.decision ? line + printDecision(entry.decision) : line;
}

function printDecision({ candidates, chosen }: Decision): string {
  return candidates
    .map(({ instance, refused, ranks }) => {
      const mark = instance === chosen ? '→' : ' ';
      const why =
        refused.length > 0
          ? refused.map(({ rule, need, have }) => `${rule}: needs ${need}, has ${have}`).join('; ')
          : ranks
              .map(({ rule, value, note }) => `${rule} ${value}${note === undefined ? '' : ` (${note})`}`)
              .join(', ');
      return `${' '.repeat(10)}${mark} ${instance}: ${why}\n`;
    })
    .join('');
}

/** `1:02:03` or `2:03`. */
export function sayClock(second: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(second / 3600);
  const minutes = Math.floor((second % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(second % 60)}` : `${minutes}:${two(second % 60)}`;
}

/** The verdict: one line a goal, with its evidence. */
export function printVerdict(grade: Grade): string {
  const goals = grade.goals.map(({ id, met, because }) => `${met ? '  met ' : 'NOT MET'}  ${id}: ${because}\n`);
  const missed = grade.goals.filter(({ met }) => !met).length;
  const sum = missed === 0 ? 'All goals met.' : `${missed} of ${grade.goals.length} goals not met.`;
  return `\n${goals.join('')}\n${sum}\n`;
}
