/** Where a hit shows its match: marks in a heading, and the stretch of text that holds the most of them. */
import type { ConceptFinder } from './concepts.ts';
import { tokensOf } from './tokenize.ts';

/** A stretch of text; `marked` ones answer the query. */
export type Segment = { text: string; marked: boolean };

/** What a query matched: terms of the index, and the concepts they may belong to. */
export type Matched = { terms: ReadonlySet<string>; concepts: ConceptFinder };

type Range = { start: number; end: number };

/** The whole of a normalized text in marked and plain segments. */
export function highlight(normalized: string, matched: Matched): Segment[] {
  return segments(normalized, { start: 0, end: normalized.length }, rangesIn(normalized, matched));
}

/**
 * At most about `length` characters around the densest matches, cut at spaces, with … where something was left out.
 * Without a match, the beginning.
 */
export function snippet(normalized: string, matched: Matched, length: number): Segment[] {
  if (normalized.length <= length) return highlight(normalized, matched);
  const ranges = rangesIn(normalized, matched);
  const window = densest(normalized, ranges, length);
  const cut = segments(normalized, window, ranges);
  if (window.start > 0) cut.unshift({ text: '… ', marked: false });
  if (window.end < normalized.length) cut.push({ text: ' …', marked: false });
  return cut;
}

function rangesIn(text: string, matched: Matched): Range[] {
  const found = [
    ...tokensOf(text).filter((token) => matched.terms.has(token.term)),
    ...matched.concepts.in(text).filter((match) => matched.terms.has(match.token)),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const ranges: Range[] = [];
  for (const { start, end } of found) {
    const last = ranges.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
}

/** Begins a little before the match from which the window holds most marked characters; the earliest such wins. */
function densest(text: string, ranges: readonly Range[], length: number): Range {
  const lead = Math.floor(length / 5);
  let best = { start: 0, marked: -1 };
  for (const range of ranges) {
    const start = Math.max(0, Math.min(range.start - lead, text.length - length));
    const inside = ranges.filter((other) => other.start >= start && other.end <= start + length);
    const marked = inside.reduce((sum, other) => sum + other.end - other.start, 0);
    if (marked > best.marked) best = { start, marked };
  }
  return { start: afterSpace(text, best.start), end: beforeSpace(text, Math.min(text.length, best.start + length)) };
}

function afterSpace(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(' ', at - 1);
  return space === -1 || space - at > 20 ? at : space + 1;
}

function beforeSpace(text: string, at: number): number {
  if (at === text.length) return at;
  const space = text.lastIndexOf(' ', at);
  return space === -1 || at - space > 20 ? at : space;
}

function segments(text: string, window: Range, ranges: readonly Range[]): Segment[] {
  const cut: Segment[] = [];
  let at = window.start;
  const push = (end: number, marked: boolean) => {
    if (end > at) cut.push({ text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  for (const range of ranges) {
    if (range.end <= window.start || range.start >= window.end) continue;
    push(range.start, false);
    push(Math.min(range.end, window.end), true);
  }
  push(window.end, false);
  return cut;
}
