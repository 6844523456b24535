import { getCollection } from 'astro:content';
import { pathIn } from '../../i18n/paths.ts';
import type { Language, Text } from '../../i18n/text.ts';
import type { LabScenario } from '../../islands/lab/lab-model.ts';
import { labPartsOf } from '../../islands/lab/lab-parts.ts';
import type { Curriculum } from '../../library/library-schema.ts';
import { pathOf } from '../../library/scenario-path.ts';
import { drawsOf } from '../../simulator/scenario/draw-scenario.ts';
import { countOf } from '../../simulator/scenario/draws.ts';
import type { Scenario } from '../../simulator/scenario/scenario-schema.ts';
import { simulate } from '../../simulator/simulate.ts';

/** A scenario where the lab's pages need it: with its topic and its place in it. */
export type Listed = { id: string; topic: string; source: Scenario; file?: Record<string, unknown> };

export type Topic = { id: string; title: Text; scenarios: Listed[] };

/** Topics in the order of the curriculum; scenarios from the easiest on. */
export async function labTopics(): Promise<Topic[]> {
  const [{ data }] = (await getCollection('curriculum')) as unknown as [{ data: Curriculum }];
  const listed = (await getCollection('scenarios')).map((entry): Listed => {
    const file = entry.data.file as Record<string, unknown> | undefined;
    const source = entry.data.source as Scenario;
    return { id: entry.id, topic: entry.id.split('/')[0] ?? '', source, ...(file ? { file } : {}) };
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

/** Every scenario by its title, in the order of the lab: what the sandbox offers to begin with. */
export async function scenarioTitles(): Promise<{ id: string; title: Text }[]> {
  const all = (await labTopics()).flatMap(({ scenarios }) => scenarios);
  return all.map(({ id, source }) => ({ id, title: source.title ?? { en: id, ko: id } }));
}

/** Places in lessons that scenarios practise, `slug#anchor`: what the builder offers. */
export async function taughtPlaces(): Promise<string[]> {
  const all = (await labTopics()).flatMap(({ scenarios }) => scenarios);
  return [...new Set(all.flatMap(({ source }) => source.lesson ?? []))].sort();
}

export function scenarioPath(lang: Language, id: string): string {
  return pathIn(lang, `/lab/${id}/`);
}

/** What the island needs before anything runs. */
export function labScenarioOf({ id, source }: Pick<Listed, 'id' | 'source'>): LabScenario {
  return { id, ...labPartsOf(source, simulate(source, { id })) };
}

/** The same with how many drawings there are, for the lab itself; the file that they are drawn from is fetched on demand. */
export function drawableLabOf(listed: Listed): LabScenario {
  const { file } = listed;
  return { ...labScenarioOf(listed), ...(file ? { drawings: countOf(drawsOf(file)) } : {}) };
}
