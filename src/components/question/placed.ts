import { getCollection, getEntry } from 'astro:content';
import type { Language } from '../../i18n/text.ts';
import type { Curriculum } from '../../library/library-schema.ts';
import { drawsOf } from '../../simulator/scenario/draw-scenario.ts';
import { countOf } from '../../simulator/scenario/draws.ts';
import type { Scenario } from '../../simulator/scenario/scenario-schema.ts';
import type { Placed } from './question-key.ts';

/** Everything that the questions of one file name, in one language. */
export async function placedIn(lang: Language, set: string): Promise<Placed> {
  const scenarios = new Map((await getCollection('scenarios')).map((entry) => [entry.id, entry.data]));
  const lessons = new Map((await getCollection('lessons')).map((entry) => [entry.id, entry.data.title]));
  const curriculum = (await getEntry('curriculum', 'curriculum'))?.data as Curriculum | undefined;
  return {
    lang,
    set,
    find: (id) => scenarios.get(id)?.source as Scenario | undefined,
    drawingsOf: (id) => countOf(drawsOf(scenarios.get(id)?.file)),
    titleOf: (lesson) => lessons.get(`${lang}/${lesson}`) ?? lesson,
    objectiveOf: (id) => curriculum?.objectives.find((objective) => objective.id === id)?.title[lang] ?? id,
  };
}
