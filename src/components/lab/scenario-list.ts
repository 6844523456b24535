import { getCollection } from 'astro:content';
import { pathIn } from '../../i18n/paths.ts';
import type { Language, Text } from '../../i18n/text.ts';
import type { LabScenario } from '../../islands/lab/lab-model.ts';
import { stillEntry } from '../../islands/lab/moment.ts';
import { yardWorldOf } from '../../islands/lab/yard-world.ts';
import type { Curriculum } from '../../library/library-schema.ts';
import { pathOf } from '../../library/scenario-path.ts';
import type { Scenario } from '../../simulator/scenario/scenario-schema.ts';
import { simulate } from '../../simulator/simulate.ts';

/** A scenario where the lab's pages need it: with its topic and its place in it. */
export type Listed = { id: string; topic: string; source: Scenario };

export type Topic = { id: string; title: Text; scenarios: Listed[] };

/** Topics in the order of the curriculum; scenarios from the easiest on. */
export async function labTopics(): Promise<Topic[]> {
  const [{ data }] = (await getCollection('curriculum')) as unknown as [{ data: Curriculum }];
  const listed = (await getCollection('scenarios')).map((entry): Listed => {
    return { id: entry.id, topic: entry.id.split('/')[0] ?? '', source: entry.data.source as Scenario };
  });
  const { scenarioOrder } = data;
  const topics = [...new Set(listed.map((scenario) => scenario.topic))].map((id) => ({
    id,
    title: scenarioOrder.find(({ topic }) => topic === id)?.title ?? { en: id, ko: id },
    scenarios: listed.filter((scenario) => scenario.topic === id).sort(byLevel),
    order: scenarioOrder.findIndex(({ topic }) => topic === id),
  }));
  // A folder that the curriculum does not name comes last.
  const place = ({ order }: { order: number }) => (order === -1 ? scenarioOrder.length : order);
  return topics.sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

/** All scenarios in the order in which they teach: see `pathOf`. */
export function labPath(topics: readonly Topic[]): Listed[] {
  const stations = topics.flatMap(({ scenarios }) => scenarios).map((each) => ({ ...each, level: each.source.level }));
  return pathOf(
    stations,
    topics.map(({ id }) => id),
  );
}

function byLevel(a: Listed, b: Listed): number {
  return (a.source.level ?? 9) - (b.source.level ?? 9) || (a.id < b.id ? -1 : 1);
}

export function scenarioPath(lang: Language, id: string): string {
  return pathIn(lang, `/lab/${id}/`);
}

/** What the island needs before anything runs. Solutions stay out of the page; mistakes explain a failed run. */
export function labScenarioOf({ id, source }: Pick<Listed, 'id' | 'source'>): LabScenario {
  const run = simulate(source, { id });
  const still = run.entries.slice(0, stillEntry(run) + 1);
  const { solutions: _, ...challenge } = source.challenge ?? { goals: [] };
  return { id, source: { ...source, challenge: { ...challenge } } as Scenario, yard: yardWorldOf(source, run), still };
}
