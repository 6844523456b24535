/**
 * Search over the real content and over a library of 5,000 sections: size, time to open, time per query, and how often
 * the bank's queries are led right. The baseline is MiniSearch as it comes, with prefix and fuzzy switched on.
 * Times are the best of seven, because a single pass measures the scheduler. Run: node tools/run.mjs bench/search.ts
 */
import { gzipSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import { LANGUAGES, type Language } from '../src/i18n/text.ts';
import { documentsOf, type SearchDocument } from '../src/search/documents.ts';
import { buildSearchFile, openSearch } from '../src/search/search-index.ts';
import { pathOf, SEARCH_BANK } from '../tests/search-bank.ts';
import { readSearchMaterial } from '../tests/search-material.ts';

type Find = (query: string) => string[];
const TIMES = 7;
const LARGE = 5_000;

for (const language of LANGUAGES) {
  const material = readSearchMaterial(language);
  const documents = documentsOf(material, language);
  report(`${language}, the content`, documents, language);
  // Made of the same words again and again, so only its times mean something.
  report(`${language}, made large`, enlarged(documents), language);

  function report(name: string, corpus: SearchDocument[], lang: Language): void {
    const json = JSON.stringify(buildSearchFile(corpus, material.terms));
    const openMs = best(() => openSearch(JSON.parse(json)));
    const search = openSearch(JSON.parse(json));
    const ours: Find = (query) => search.find(query, 3).map(({ document }) => pathOf(document.url));
    const plain = baseline(corpus);
    const size = `${(json.length / 1e3).toFixed(0)} kB, gz ${(gzipSync(json, { level: 9 }).length / 1e3).toFixed(0)} kB`;
    console.log(`\n${name}: ${corpus.length} documents, ${size}, open ${openMs.toFixed(1)} ms`);
    print('drydock', ours, lang);
    print('minisearch + prefix + fuzzy', plain, lang);
    console.log(`  time per query against the baseline: ${(median(ours, lang) / median(plain, lang)).toFixed(2)} ×`);
  }
}

function print(name: string, find: Find, language: Language): void {
  const times = timesOf(find, language);
  const ranks = SEARCH_BANK[language].map(({ query, leads }) => find(query).findIndex((path) => leads.includes(path)));
  const share = (within: number) => ranks.filter((rank) => rank >= 0 && rank < within).length / ranks.length;
  const success = `success@1 ${share(1).toFixed(3)}, @3 ${share(3).toFixed(3)}`;
  console.log(`  ${name.padEnd(28)} ${success}, query p50 ${at(times, 0.5)} ms, p99 ${at(times, 0.99)} ms`);
}

function baseline(documents: SearchDocument[]): Find {
  const engine = new MiniSearch<SearchDocument & { id: number }>({ fields: ['heading', 'page', 'text'] });
  engine.addAll(documents.map((document, id) => ({ id, ...document })));
  return (query) =>
    engine
      .search(query, { prefix: true, fuzzy: 0.2, boost: { heading: 2 } })
      .slice(0, 3)
      .map(({ id }) => pathOf(documents[id as number]?.url ?? ''));
}

/** The content over and over with its words moved between documents, until there are enough of them. */
function enlarged(documents: SearchDocument[]): SearchDocument[] {
  const words = documents.flatMap(({ text }) => text.split(' '));
  return Array.from({ length: LARGE }, (_, index) => {
    const own = documents[index];
    if (own) return own;
    const from = (index * 7919) % words.length;
    const text = words.slice(from, from + 120).join(' ');
    return { kind: 'lesson', url: `/filler/${index}/`, page: 'Filler', heading: text.slice(0, 30), text };
  });
}

function timesOf(find: Find, language: Language): number[] {
  return SEARCH_BANK[language].map(({ query }) => best(() => find(query))).sort((a, b) => a - b);
}

function median(find: Find, language: Language): number {
  return timesOf(find, language)[Math.floor(SEARCH_BANK[language].length / 2)] ?? 0;
}

function best(work: () => unknown): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (let time = 0; time < TIMES; time++) {
    const began = performance.now();
    work();
    shortest = Math.min(shortest, performance.now() - began);
  }
  return shortest;
}

function at(sorted: number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2);
}
