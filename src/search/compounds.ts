/**
 * Compounds are cut when they are asked for, not when they are indexed: 오토스케일링그룹 → 오토, 스케일링, 그룹. It costs
 * no byte of index and, unlike pairs of syllables, finds no nonsense.
 */
import { isHangul, spell } from './tokenize.ts';

/** Index term → number of documents that hold it. */
export type Vocabulary = ReadonlyMap<string, number>;

/** A part must stand in this many documents; a word met once is often a slip or an over-stripped stem. */
const COMMON = 2;

/** Reads the vocabulary off a serialized index; terms that begin with `mark` are no words. */
export function vocabularyOf(index: readonly [string, Record<string, object>][], mark: string): Vocabulary {
  return new Map(
    index
      .filter(([term]) => !term.startsWith(mark))
      .map(([term, fields]) => [
        term,
        Math.max(...Object.values(fields).map((postings) => Object.keys(postings).length)),
      ]),
  );
}

/**
 * Index terms of the fewest known parts that make up an unknown word, or nothing. Of two ways with as many parts the
 * one with the longer first part is taken. Hangul from 4 syllables in parts of 2, Latin from 6 letters in parts of 3.
 */
export function splitCompound(word: string, vocabulary: Vocabulary): string[] {
  const [shortestWord, shortestPart] = isHangul(word) ? [4, 2] : [6, 3];
  if (word.length < shortestWord || vocabulary.has(spell(word))) return [];
  // best[n]: the fewest parts of the last letters from n on.
  const best: (string[] | undefined)[] = Array.from({ length: word.length + 1 });
  best[word.length] = [];
  for (let start = word.length - shortestPart; start >= 0; start--) {
    for (let end = word.length; end >= start + shortestPart; end--) {
      const rest = best[end];
      const part = spell(word.slice(start, end));
      if (rest === undefined || (vocabulary.get(part) ?? 0) < COMMON) continue;
      const known = best[start];
      if (known === undefined || rest.length + 1 < known.length) best[start] = [part, ...rest];
    }
  }
  return best[0] ?? [];
}
