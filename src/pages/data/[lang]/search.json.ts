/** The search file of one language: index, and what a result shows. Nothing of it is fetched before the dialog opens. */
import { getCollection, getEntry } from 'astro:content';
import { referenceMessages } from '../../../i18n/reference-messages.ts';
import { siteMessages } from '../../../i18n/site-messages.ts';
import { LANGUAGES, type Language } from '../../../i18n/text.ts';
import { toolPages } from '../../../i18n/tool-pages.ts';
import { documentsOf, type SearchMaterial } from '../../../search/documents.ts';
import { buildSearchFile } from '../../../search/search-index.ts';
import type { Scenario } from '../../../simulator/scenario/scenario-schema.ts';

export function getStaticPaths() {
  return LANGUAGES.map((lang) => ({ params: { lang } }));
}

export async function GET({ params }: { params: { lang: Language } }): Promise<Response> {
  const material = await readMaterial(params.lang);
  return Response.json(buildSearchFile(documentsOf(material, params.lang), material.terms));
}

async function readMaterial(language: Language): Promise<SearchMaterial> {
  const lessons = await getCollection('lessons', ({ id }) => id.startsWith(`${language}/`));
  const curriculum = await getEntry('curriculum', 'curriculum');
  return {
    lessons: lessons.map(({ id, data, body }) => ({ slug: id.slice(language.length + 1), ...data, body: body ?? '' })),
    questions: (await getCollection('questions', ({ data }) => data.visibility !== 'live')).map(({ data }) => data),
    scenarios: (await getCollection('scenarios')).flatMap(({ id, data }) => {
      const { title, challenge } = data.source as Scenario;
      if (!title || !challenge) return [];
      return [{ id, title, brief: challenge.brief, goals: challenge.goals.map(({ say }) => say) }];
    }),
    terms: (await getCollection('glossary')).map(({ data }) => data),
    topics: curriculum?.data.scenarioOrder ?? [],
    glossaryTitle: siteMessages[language].glossary,
    tables: (await getCollection('tables')).map(({ data }) => data),
    limits: (await getCollection('limits')).map(({ data }) => data),
    changes: (await getCollection('changes')).map(({ data }) => data),
    referenceTitles: referenceMessages[language],
    tools: toolPages(language),
  };
}
