/**
 * Documents and glossary → an index as plain data, and a plain index → answers. Built in Node, asked in the browser.
 * Ranking is MiniSearch's BM25+ over words (heading, page, text) and, at half weight, over concepts of the same texts.
 */
import MiniSearch, { type AsPlainObject, type Options, type Query, type SearchOptions } from 'minisearch';
import { splitCompound, type Vocabulary, vocabularyOf } from './compounds.ts';
import {
  CONCEPT_MARK,
  type Concept,
  type ConceptFinder,
  type ConceptSource,
  conceptFinder,
  conceptsOf,
} from './concepts.ts';
import type { SearchDocument } from './documents.ts';
import { fromLatinKeys } from './latin-keys.ts';
import { isHangul, normalize, spell, TOKENIZER, termsOf, tokensOf, wordsOf } from './tokenize.ts';

/** Shape of the file below; a reader of another shape refuses it. */
const FORMAT = 1;

/** What `/data/<lang>/search.json` holds. Row n of `documents` is document n of `index`. */
export type SearchFile = {
  format: number;
  /** Rules by which `index` was cut into terms. */
  tokenizer: string;
  concepts: Concept[];
  documents: SearchDocument[];
  index: AsPlainObject;
};

/** A place that answers the query; `terms` are the index terms that matched, for highlighting. */
export type Hit = { document: SearchDocument; score: number; terms: ReadonlySet<string> };

/** A loaded index. `find` returns the best first and nothing for a query without words. */
export type Search = { find(query: string, limit: number): Hit[]; concepts: ConceptFinder };

const WORD_FIELDS = ['heading', 'page', 'text'];
/** Virtual fields: concepts of a field's text. MiniSearch hands the field's name to `extractField` and `tokenize`. */
const CONCEPT_FIELDS = ['headingConcepts', 'textConcepts'];

/** Fewer hits than this and the query is asked again, more loosely. */
const WEAK = 3;
/** A beginning that fits so few terms means one of them ("minimum healthy"); one that fits many means nothing yet. */
const FEW = 3;
/** More terms than these and what is being typed may still become anything. */
const SEVERAL = 8;
/** Beyond these nobody reads; only they are ranked by name. */
const SHORTLIST = 100;
/** A hit below this share of the best one is chance. */
const FLOOR = 0.05;
/** A heading that says just what was asked, in whatever form, is meant: "deployment" before "deployment alarm". */
const NAMED = 1.6;
/** Where a term is taught comes before where it is only used: "fargate" means the section on Fargate. Found on the query bank. */
const TAUGHT = 2;
/** Lessons explain; a question or scenario on the same words comes after. Found on the query bank. */
const KIND_BOOST = { lesson: 1.25, term: 0.4, scenario: 0.9, question: 0.55, reference: 0.35, tool: 0.5 };

/** Index of documents in one language, ready for `JSON.stringify`. */
export function buildSearchFile(documents: readonly SearchDocument[], glossary: readonly ConceptSource[]): SearchFile {
  const concepts = conceptsOf(glossary);
  const engine = new MiniSearch(indexOptions(conceptFinder(concepts)));
  engine.addAll(documents.map((document, id) => ({ id, ...document })));
  return { format: FORMAT, tokenizer: TOKENIZER, concepts, documents: [...documents], index: engine.toJSON() };
}

/**
 * Loads a search file. Throws when it was made by other rules than this program's: it would answer wrongly, in silence.
 * That happens for the moment between two versions of the site, and a reload ends it.
 */
export function openSearch(file: SearchFile): Search {
  if (file.format !== FORMAT || file.tokenizer !== TOKENIZER)
    throw new Error(
      `the index is of kind ${file.format}, ${file.tokenizer}; this page reads ${FORMAT}, ${TOKENIZER}; reload the page`,
    );
  const concepts = conceptFinder(file.concepts);
  const engine = MiniSearch.loadJS<Row>(file.index, indexOptions(concepts));
  const vocabulary = vocabularyOf(file.index.index, CONCEPT_MARK);
  const options = searchOptions(file.documents);
  const ask = (query: Query): Hit[] =>
    engine
      .search(query, options)
      .slice(0, SHORTLIST)
      .map((result) => ({
        document: file.documents[result.id as number] as SearchDocument,
        score: result.score,
        terms: new Set(Object.keys(result.match)),
      }));
  const terms = file.documents.filter(({ taught }) => taught !== undefined);
  const names = new Map<SearchDocument, string>();
  const headingName = (document: SearchDocument): string => {
    const name = names.get(document) ?? nameOf(document.heading, concepts);
    names.set(document, name);
    return name;
  };
  const nameFirst = (hits: Hit[], query: string): Hit[] => {
    const name = nameOf(query, concepts);
    // Of a name that is not typed to its end, those that it may become, if they are few.
    const completed = concepts.startingWith(query);
    const meant = new Set([name, ...(completed.length <= SEVERAL ? completed : [])]);
    const taught = new Set(terms.filter((term) => meant.has(headingName(term))).map((term) => term.taught));
    const weigh = ({ document, score }: Hit) =>
      score * (headingName(document) === name ? NAMED : 1) * (taught.has(document.url) ? TAUGHT : 1);
    return hits.map((hit) => ({ ...hit, score: weigh(hit) })).sort((a, b) => b.score - a.score);
  };

  return {
    concepts,
    find(query, limit) {
      let hits = ask(strictQuery(query, concepts, vocabulary));
      if (hits.length < WEAK) hits = ask(looseQuery(query, concepts, vocabulary));
      if (hits.length === 0) hits = ask(looseQuery(fromLatinKeys(query), concepts, vocabulary));
      hits = nameFirst(hits, query);
      const floor = (hits[0]?.score ?? 0) * FLOOR;
      return hits.filter((hit) => hit.score >= floor).slice(0, limit);
    },
  };
}

type Row = SearchDocument & { id: number };

function indexOptions(concepts: ConceptFinder): Options<Row> {
  const extract: Record<string, (row: Row) => string> = {
    heading: (row) => row.heading,
    page: (row) => `${row.page} ${anchorWords(row)}`,
    text: (row) => row.text,
    headingConcepts: (row) => row.heading,
    textConcepts: (row) => row.text,
  };
  return {
    fields: [...WORD_FIELDS, ...CONCEPT_FIELDS],
    extractField: (row, field) => extract[field]?.(row) ?? String(row.id),
    tokenize: (text, field) =>
      field !== undefined && CONCEPT_FIELDS.includes(field) ? conceptTokens(text, concepts) : termsOf(text),
    processTerm: (term) => term,
  };
}

const searchOptions = (documents: readonly SearchDocument[]): SearchOptions => ({
  // Queries arrive as index terms with spaces between; they are not cut a second time.
  tokenize: (terms) => terms.split(' ').filter((term) => term !== ''),
  processTerm: (term) => term,
  combineWith: 'OR',
  bm25: { k: 1.2, b: 0.7, d: 0.2 },
  boost: { heading: 2, page: 1.2, text: 1, headingConcepts: 2, textConcepts: 1 },
  boostDocument: (id) => KIND_BOOST[documents[id as number]?.kind ?? 'lesson'],
});

/** What was typed, forgiving one slip in a word and an unfinished end, plus its concepts and the parts of its compounds. */
function strictQuery(query: string, concepts: ConceptFinder, vocabulary: Vocabulary): Query {
  const parts = wordsOf(query).flatMap((word) => splitCompound(word, vocabulary));
  const named = conceptTokens(query, concepts);
  const completions = named.length > 0 ? [] : concepts.startingWith(query);
  return {
    combineWith: 'OR',
    queries: [
      {
        fields: WORD_FIELDS,
        queries: [unique(termsOf(query))],
        prefix: (term) => term.length >= (isHangul(term) ? 4 : 3),
        // A word that stands in the index is no slip.
        fuzzy: (term) => (term.length >= 4 && !vocabulary.has(term) ? 0.2 : false),
        maxFuzzy: 2,
        weights: { prefix: 0.3, fuzzy: 0.3 },
      },
      { fields: WORD_FIELDS, queries: [unique(parts)], boostTerm: () => 0.7 },
      { fields: CONCEPT_FIELDS, queries: [unique(named)], boostTerm: () => 0.5 },
      { fields: CONCEPT_FIELDS, queries: [unique(completions.length <= FEW ? completions : [])], boostTerm: () => 0.4 },
    ],
  };
}

/** For few hits: a known beginning and a prefix of the rest (롤링업데), any prefix at all, and terms that begin like this. */
function looseQuery(query: string, concepts: ConceptFinder, vocabulary: Vocabulary): Query {
  const words = wordsOf(query);
  const ends = words.flatMap((word) => {
    const head = longestKnownHead(word, vocabulary);
    return head === '' ? [spell(word)] : [spell(head), spell(word.slice(head.length))];
  });
  return {
    combineWith: 'OR',
    queries: [
      strictQuery(query, concepts, vocabulary),
      { fields: WORD_FIELDS, queries: [unique(ends)], prefix: true, weights: { prefix: 0.3, fuzzy: 0 } },
      { fields: CONCEPT_FIELDS, queries: [unique(concepts.startingWith(query))], boostTerm: () => 0.3 },
    ],
  };
}

/** The same for every form of one term: its concept where the text is just that, else its words. */
function nameOf(text: string, concepts: ConceptFinder): string {
  const normalized = normalize(text).trim();
  const [match, ...others] = concepts.in(normalized);
  const whole =
    match &&
    others.length === 0 &&
    tokensOf(normalized).every((token) => token.start >= match.start && token.end <= match.end);
  return whole ? match.token : termsOf(normalized).join(' ');
}

/** Authors name sections with plain words: #minimum-healthy-percent. Questions share their section's. */
function anchorWords(row: Row): string {
  return row.kind === 'question' ? '' : row.url.slice(row.url.indexOf('#') + 1 || row.url.length);
}

function longestKnownHead(word: string, vocabulary: Vocabulary): string {
  for (let length = word.length - 1; length >= 2; length--)
    if (vocabulary.has(spell(word.slice(0, length)))) return word.slice(0, length);
  return '';
}

function conceptTokens(text: string, concepts: ConceptFinder): string[] {
  return concepts.in(normalize(text)).map((match) => match.token);
}

function unique(terms: readonly string[]): string {
  return [...new Set(terms)].join(' ');
}
