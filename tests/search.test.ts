import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../src/i18n/text.ts';
import { documentsOf } from '../src/search/documents.ts';
import { buildSearchFile, openSearch } from '../src/search/search-index.ts';
import { pathOf, SEARCH_BANK } from './search-bank.ts';
import { readSearchMaterial } from './search-material.ts';

describe.each(LANGUAGES)('search over the content, %s', (language) => {
  const material = readSearchMaterial(language);
  const documents = documentsOf(material, language);
  const search = openSearch(JSON.parse(JSON.stringify(buildSearchFile(documents, material.terms))));
  const top = (query: string, count: number) => search.find(query, count).map(({ document }) => pathOf(document.url));

  it('has lessons, scenarios, questions, terms, reference pages and tools, each leading to its own language', () => {
    expect(new Set(documents.map(({ kind }) => kind))).toEqual(
      new Set(['lesson', 'scenario', 'question', 'term', 'reference', 'tool']),
    );
    for (const { url, heading, text } of documents) {
      expect(url.startsWith('/ko/')).toBe(language === 'ko');
      expect(heading, url).not.toBe('');
      expect(text, url).not.toMatch(/<[A-Z/]|\{#|```|\*\*/);
    }
  });

  it('leads at least 95 % of the query bank to the right place within three results', () => {
    const missed = SEARCH_BANK[language].filter(
      ({ query, leads }) => !top(query, 3).some((path) => leads.includes(path)),
    );
    const rate = 1 - missed.length / SEARCH_BANK[language].length;
    expect(
      rate,
      JSON.stringify(
        missed.map(({ query }) => [query, top(query, 4)]),
        null,
        1,
      ),
    ).toBeGreaterThanOrEqual(0.95);
  });

  it('leads every term of the glossary to its entry within three terms', () => {
    for (const entry of material.terms) {
      const terms = search.find(entry.term[language], 50).filter(({ document }) => document.kind === 'term');
      expect(
        terms.slice(0, 3).map(({ document }) => pathOf(document.url)),
        entry.id,
      ).toContain(`/glossary/#${entry.id}`);
    }
  });

  it.each([
    ['ALB NLB', '/reference/#load-balancers'],
    ['deregistration delay', '/reference/limits/#deregistration-delay'],
    ['App Mesh', '/reference/changes/#app-mesh'],
  ])('leads "%s" to %s among the first four of the reference pages', (query, path) => {
    const reference = search.find(query, 60).filter(({ document }) => document.kind === 'reference');
    expect(reference.slice(0, 4).map(({ document }) => pathOf(document.url))).toContain(path);
  });

  it.each([
    ['sandbox', '/lab/sandbox/'],
    ['샌드박스', '/lab/sandbox/'],
    ['scenario builder', '/lab/builder/'],
    ['시나리오 만들기', '/lab/builder/'],
    ['live room', '/live/'],
    ['라이브 방', '/live/'],
    ['mock exam', '/exam/'],
    ['모의시험', '/exam/'],
    ['spaced repetition', '/review/'],
    ['backup', '/you/'],
    ['인쇄', '/live/present/paper/'],
    ['comparison tables', '/reference/'],
    ['실습실', '/lab/'],
    ['glossary', '/glossary/'],
  ])('leads "%s" to the tool at %s among the first three of its kind', (query, path) => {
    const tools = search.find(query, 60).filter(({ document }) => document.kind === 'tool');
    expect(tools.slice(0, 3).map(({ document }) => pathOf(document.url))).toContain(path);
  });

  it('answers nearly every beginning of a query, letter by letter', () => {
    const beginnings = SEARCH_BANK[language]
      .filter(({ kind }) => kind === 'plain')
      .flatMap(({ query }) => [...query].map((_, index) => query.slice(0, index + 1)))
      .filter((beginning) => beginning.length >= 2);
    const silent = beginnings.filter((beginning) => search.find(beginning, 1).length === 0);
    expect(silent.length / beginnings.length, silent.join(' · ')).toBeLessThanOrEqual(0.03);
  });

  it('never shows an answer key: choices and reasons of questions are not indexed', () => {
    for (const { text } of documents.filter(({ kind }) => kind === 'question')) expect(text.length).toBeLessThan(1500);
    const question = material.questions[0] as unknown as { choices: { why: { en: string; ko: string } }[] };
    const why = question.choices[0]?.why[language] ?? '';
    expect(documents.filter(({ kind }) => kind === 'question').some(({ text }) => text.includes(why))).toBe(false);
  });
});
