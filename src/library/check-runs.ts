import { type Fault, quote } from '../simulator/scenario/fault.ts';
import { gradeAnswer } from '../simulator/scenario/grade.ts';
import type { Scenario } from '../simulator/scenario/scenario-schema.ts';
import type { Lesson, Library, LibraryFault, Placed, RunMention } from './library.ts';
import { near } from './near.ts';
import { readRunElement } from './run-element-schema.ts';

/** Every `<Run … />` of a lesson runs: its scenario exists, takes what is set, and lasts until its second; both languages show the same. */
export function checkRuns(library: Library): LibraryFault[] {
  return library.lessons.flatMap((lesson) => [
    ...lesson.value.runs.flatMap((mention) =>
      faultsOf(library, mention).map((message) => ({
        origin: { ...lesson.origin, line: mention.line },
        message,
        level: 'error' as const,
      })),
    ),
    ...(lesson.value.language === 'en' ? sameRuns(library, lesson) : []),
  ]);
}

function faultsOf(library: Library, { attributes }: RunMention): string[] {
  if (Object.keys(attributes).length === 0) return ['a <Run /> stands on one line, with its id; write <Run id="…" />'];
  const read = readRunElement(attributes);
  if (read.faults) return read.faults.map((fault) => `<Run />: ${say(fault)}`);
  const { id, set, at } = read.run;
  const known = library.scenarios.map(({ value }) => value);
  const found = known.find((each) => each.id === id);
  if (found === undefined)
    return [
      `there is no scenario ${quote(id)}; ${near(
        id,
        known.map((each) => each.id),
      )}`,
    ];
  const { grade, faults } = gradeAnswer(found.scenario as Scenario, set, { id });
  if (faults) return faults.map((fault) => `<Run id="${id}" />: set: ${say(fault)}`);
  if (at !== undefined && at > grade.seconds) {
    return [`<Run id="${id}" />: at: the run lasts ${grade.seconds} s; write at most at="${grade.seconds}s"`];
  }
  return [];
}

function say({ path, message }: Fault): string {
  return path.length === 0 ? message : `${path.join(': ')}: ${message}`;
}

/** What is written in a language is its title only. */
function sameRuns(library: Library, { value, origin }: Placed<Lesson>): LibraryFault[] {
  const other = library.lessons.find((each) => each.value.slug === value.slug && each.value.language === 'ko');
  if (other === undefined) return [];
  const told = (runs: readonly RunMention[]) =>
    runs.map(({ attributes: { id, set, at } }) => JSON.stringify([id, set, at]));
  const here = told(value.runs);
  const there = told(other.value.runs);
  if (here.length === there.length && here.every((run, i) => run === there[i])) return [];
  const message = `the runs differ from ${origin.file}: id, set and at of each <Run /> are the same in both languages, in the same order`;
  return [{ origin: { ...other.origin, line: other.value.runs[0]?.line ?? 1 }, message, level: 'error' }];
}
