/** What the search dialog knows: the loaded index of one language, and the answers to a query in groups. */
import type { Language } from '../../i18n/text.ts';
import type { Kind } from '../../search/documents.ts';
import { highlight, type Segment, snippet } from '../../search/highlight.ts';
import { openSearch, type Search, type SearchFile } from '../../search/search-index.ts';

/** Why there is no index: it could not be had, or it belongs to another version of the site. */
export class IndexUnavailable extends Error {
  readonly reason: 'failed' | 'mismatch';
  constructor(reason: 'failed' | 'mismatch', cause: unknown) {
    super(`search index: ${reason}`, { cause });
    this.reason = reason;
  }
}

export type ShownHit = { url: string; heading: Segment[]; page: string; snippet: Segment[] };
/** `kept`: the learner's own bookmarks and notes. */
export type HitGroup = { kind: Kind | 'kept'; hits: ShownHit[] };

/** Results of one kind that are shown before the next kind begins, so that no kind buries another. */
const PER_GROUP = { lesson: 6, scenario: 4, question: 3, term: 4, reference: 4, tool: 3 };
/** Characters of text below a result: about two lines of the dialog; Hangul is twice as wide. */
const SNIPPET_LENGTH = { en: 130, ko: 80 };

let loading: Promise<Search> | undefined;

/** Fetches and opens the index once; a failure is forgotten, so that the next call tries again. Rejects with IndexUnavailable. */
export function loadSearch(language: Language): Promise<Search> {
  loading ??= fetchIndex(language).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchIndex(language: Language): Promise<Search> {
  let file: SearchFile;
  try {
    const response = await fetch(`/data/${language}/search.json`);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    file = await response.json();
  } catch (error) {
    throw new IndexUnavailable('failed', error);
  }
  try {
    return openSearch(file);
  } catch (error) {
    throw new IndexUnavailable('mismatch', error);
  }
}

/** Results by kind; the kind with the best result comes first. */
export function groupsFor(search: Search, query: string, language: Language): HitGroup[] {
  const groups = new Map<Kind, ShownHit[]>();
  for (const { document, terms } of search.find(query, 60)) {
    const group = groups.get(document.kind) ?? [];
    groups.set(document.kind, group);
    if (group.length === PER_GROUP[document.kind]) continue;
    const matched = { terms, concepts: search.concepts };
    const sameAsHeading = document.text === document.heading;
    group.push({
      url: document.url,
      heading: highlight(document.heading, matched),
      page: document.page === document.heading ? '' : document.page,
      snippet: sameAsHeading ? [] : snippet(document.text, matched, SNIPPET_LENGTH[language]),
    });
  }
  return [...groups].map(([kind, hits]) => ({ kind, hits }));
}
