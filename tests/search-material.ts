/** Search material straight from the files, for the tests and measurements that need no site. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readLibrary } from '../src/disk/read-library.ts';
import { referenceMessages } from '../src/i18n/reference-messages.ts';
import type { Language } from '../src/i18n/text.ts';
import { toolPages } from '../src/i18n/tool-pages.ts';
import type { SearchMaterial } from '../src/search/documents.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

export function readSearchMaterial(language: Language): SearchMaterial {
  const { library } = readLibrary(ROOT);
  const lessons = library.lessons.filter(({ value }) => value.language === language);
  return {
    lessons: lessons.map(({ value: { slug, frontMatter } }) => ({
      slug,
      ...frontMatter,
      body: lessonBody(language, slug),
    })),
    questions: library.questions.map(({ value }) => value).filter(({ visibility }) => visibility !== 'live'),
    scenarios: library.scenarios.flatMap(({ value: { id, scenario } }) =>
      scenario.title && scenario.challenge
        ? [
            {
              id,
              title: scenario.title,
              brief: scenario.challenge.brief,
              goals: scenario.challenge.goals.map(({ say }) => say),
            },
          ]
        : [],
    ),
    terms: library.glossary.map(({ value }) => value),
    topics: library.curriculum?.value.scenarioOrder ?? [],
    tables: library.tables.map(({ value }) => value),
    limits: library.limits.map(({ value }) => value),
    changes: library.changes.map(({ value }) => value),
    referenceTitles: referenceMessages[language],
    tools: toolPages(language),
    glossaryTitle: language === 'en' ? 'Glossary' : '용어집',
  };
}

function lessonBody(language: Language, slug: string): string {
  const source = readFileSync(`${ROOT}src/content/lessons/${language}/${slug}.mdx`, 'utf8');
  return source.replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '');
}
