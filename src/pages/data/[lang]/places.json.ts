/** What a bookmark, a note or an attempt can be on, by its id: how it is called, where it is, and which version it has now. */
import { getCollection } from 'astro:content';
import { versionOf } from '../../../disk/question-version.ts';
import { LANGUAGES, type Language } from '../../../i18n/text.ts';
import type { Places } from '../../../islands/notes/load-places.ts';
import type { Question } from '../../../quiz-engine/question-schema.ts';
import { lessonDocuments, questionDocument, type SearchDocument, scenarioDocument } from '../../../search/documents.ts';
import type { Scenario } from '../../../simulator/scenario/scenario-schema.ts';

export function getStaticPaths() {
  return LANGUAGES.map((lang) => ({ params: { lang } }));
}

export async function GET({ params }: { params: { lang: Language } }): Promise<Response> {
  const { lang } = params;
  const places: Places = {};
  const add = (id: string, { heading, page, url }: SearchDocument, version?: string) => {
    places[id] = { title: heading.replace(/\{[a-zA-Z0-9]+\}/g, '…'), page, url, ...(version ? { version } : {}) };
  };
  const lessons = (await getCollection('lessons', ({ id }) => id.startsWith(`${lang}/`))).map((entry) => ({
    slug: entry.id.slice(lang.length + 1),
    ...entry.data,
    body: entry.body ?? '',
  }));
  for (const lesson of lessons) {
    for (const section of lessonDocuments(lesson, lang)) {
      const anchor = section.url.split('#')[1];
      if (anchor !== undefined) add(`section:${lesson.slug}#${anchor}`, section);
    }
  }
  for (const { data } of await getCollection('questions', ({ data }) => data.visibility !== 'live')) {
    const lesson = lessons.find(({ slug }) => data.lesson.startsWith(`${slug}#`));
    add(`question:${data.id}`, questionDocument(data, lang, lesson), versionOf(data as Question));
  }
  for (const { id, data } of await getCollection('scenarios')) {
    const { title, challenge } = data.source as Scenario;
    if (title && challenge) add(`scenario:${id}`, scenarioDocument({ id, title, goals: [] }, lang, ''));
  }
  return Response.json(places);
}
