/** A scenario where its place on the path is asked. */
export type Station = { id: string; topic: string; level?: number | undefined };

/** The last level that an exam asks; what lies beyond comes after everything else. */
const EXAM_LEVEL = 2;

/**
 * The order in which scenarios teach: topic after topic up to the level of the exam, then what lies beyond it, again topic
 * after topic. `topics` is the curriculum's order; a topic that it does not name comes last.
 */
export function pathOf<T extends Station>(stations: readonly T[], topics: readonly string[]): T[] {
  const place = ({ topic }: Station) => (topics.includes(topic) ? topics.indexOf(topic) : topics.length);
  const level = (station: Station) => station.level ?? EXAM_LEVEL + 1;
  const stage = (station: Station) => (level(station) > EXAM_LEVEL ? 1 : 0);
  return [...stations].sort(
    (a, b) => stage(a) - stage(b) || place(a) - place(b) || level(a) - level(b) || (a.id < b.id ? -1 : 1),
  );
}

/** The station to go to next: the first that is not solved; when all are, the first with a star left; else none. */
export function nextOnPath(
  path: readonly string[],
  starsOf: (id: string) => { goals: boolean; count: number },
): string | undefined {
  return path.find((id) => !starsOf(id).goals) ?? path.find((id) => starsOf(id).count < 3);
}
