/**
 * Glossary → concepts: every written form of a term (English, Korean, transliterated, abbreviated, spaced or not) becomes
 * one token, so that 파게이트, Fargate and 파 게이트 meet. The glossary is the only home of synonyms.
 */
import { isHangul, normalize } from './tokenize.ts';

/** What a concept is built from: an entry of the glossary. */
export type ConceptSource = {
  id: string;
  term: { en: string; ko: string };
  abbr?: string | undefined;
  also?: { en?: string[] | undefined; ko?: string[] | undefined } | undefined;
};

/** A concept as it travels in the index: its id, then its forms without spaces, lower-case. */
export type Concept = [id: string, ...forms: string[]];

/** A concept found in a normalized text, with its place there. */
export type ConceptMatch = { token: string; start: number; end: number };

/** Concept tokens share the index with words; no word can begin like this. */
export const CONCEPT_MARK = '§';

const PIECE = /[가-힣]+|[A-Za-z0-9]+/g;

/** Concepts of a glossary. Forms of one Latin letter or one syllable say too little and are left out. */
export function conceptsOf(glossary: readonly ConceptSource[]): Concept[] {
  return glossary.map((entry) => {
    const written = [
      entry.term.en,
      entry.term.ko,
      entry.abbr ?? '',
      ...(entry.also?.en ?? []),
      ...(entry.also?.ko ?? []),
    ];
    // "task definition (taskdef)" is one form and its bracketed short form another.
    const forms = written.flatMap((form) => [
      form.replace(/\(.*?\)/g, ' '),
      ...[...form.matchAll(/\((.*?)\)/g)].map((m) => m[1] ?? ''),
    ]);
    const compact = [...new Set(forms.map((form) => compactOf(normalize(form)).text))].filter(
      (form) => form.length >= 2,
    );
    return [entry.id, ...compact];
  });
}

/** Finds concepts in texts: `in` for tokens, `startingWith` for what a half-typed query may become. */
export type ConceptFinder = {
  in(normalized: string): ConceptMatch[];
  startingWith(query: string): string[];
};

/** Longest match wins and nothing overlaps: "rolling update" is one concept, not also the "update" inside it. */
export function conceptFinder(concepts: readonly Concept[]): ConceptFinder {
  const byForm = new Map<string, string[]>();
  for (const [id, ...forms] of concepts)
    for (const form of forms) byForm.set(form, [...(byForm.get(form) ?? []), CONCEPT_MARK + id]);
  // Most places of a text begin no form at all: two letters tell, and how far to look if they do.
  const longestFrom = new Map<string, number>();
  for (const form of byForm.keys()) {
    const head = form.slice(0, 2);
    longestFrom.set(head, Math.max(form.length, longestFrom.get(head) ?? 0));
  }

  return {
    in(normalized) {
      const compact = compactOf(normalized);
      const found: ConceptMatch[] = [];
      let at = 0;
      while (at < compact.text.length) {
        const length = longestForm(compact, at, { byForm, longestFrom });
        if (length === 0) at += 1;
        else {
          const place = { start: compact.places[at] ?? 0, end: (compact.places[at + length - 1] ?? 0) + 1 };
          const tokens = byForm.get(compact.text.slice(at, at + length)) ?? [];
          found.push(...tokens.map((token) => ({ token, ...place })));
          at += length;
        }
      }
      return found;
    },
    startingWith(query) {
      const start = compactOf(normalize(query)).text;
      if (start.length < 2) return [];
      return [...new Set([...byForm].filter(([form]) => form.startsWith(start)).flatMap(([, tokens]) => tokens))];
    },
  };
}

/** A text without what stands between words, lower-case; `places` lead back to the text, `starts` and `ends` are word borders. */
type Compact = { text: string; places: number[]; starts: Set<number>; ends: Set<number> };

function compactOf(normalized: string): Compact {
  const compact: Compact = { text: '', places: [], starts: new Set(), ends: new Set() };
  for (const match of normalized.matchAll(PIECE)) {
    // A camel-case hump begins a word too: minimumHealthyPercent holds "healthy".
    let offset = match.index;
    for (const part of match[0].split(/(?<=[a-z])(?=[A-Z])/)) {
      compact.starts.add(compact.text.length);
      for (let index = 0; index < part.length; index++) compact.places.push(offset + index);
      compact.text += part.toLowerCase();
      compact.ends.add(compact.text.length);
      offset += part.length;
    }
  }
  return compact;
}

function longestForm(
  compact: Compact,
  at: number,
  forms: { byForm: Map<string, unknown>; longestFrom: Map<string, number> },
): number {
  const atStart = compact.starts.has(at);
  const hangul = isHangul(compact.text.charAt(at));
  if (!atStart && !hangul) return 0;
  const longest = forms.longestFrom.get(compact.text.slice(at, at + 2)) ?? 0;
  for (let length = Math.min(longest, compact.text.length - at); length >= 2; length--) {
    const form = compact.text.slice(at, at + length);
    if (!forms.byForm.has(form)) continue;
    // 작업 inside 협동작업 is chance; three syllables are a word wherever they stand.
    if (hangul && length <= 2 && !atStart) continue;
    if (isHangul(form.charAt(length - 1)) || endsWord(compact, at + length)) return length;
  }
  return 0;
}

/** Latin forms end with their word, a plural s allowed; particles follow Hangul without a border. */
function endsWord(compact: Compact, end: number): boolean {
  return compact.ends.has(end) || (compact.text.charAt(end) === 's' && compact.ends.has(end + 1));
}
