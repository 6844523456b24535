import { deadAnchor } from './anchors.ts';
import { type Library, type LibraryFault, within } from './library.ts';
import { near } from './near.ts';

/**
 * A claim of a topic whose lesson exists is taught at an anchor that exists and tested by a question;
 * a claim of a topic that is still planned is left alone.
 */
export function checkClaims(library: Library): LibraryFault[] {
  const topics = library.curriculum?.value.topics ?? [];
  const written = new Set(library.lessons.map((lesson) => lesson.value.slug));
  const tested = new Set(library.questions.flatMap((question) => question.value.claims));
  return library.claims.flatMap(({ value, origin }): LibraryFault[] => {
    const topic = topics.find((candidate) => candidate.id === value.topic);
    if (topic === undefined) {
      const message = `there is no topic "${value.topic}" in curriculum.yaml; ${near(
        value.topic,
        topics.map((t) => t.id),
      )}`;
      return [{ origin: within(origin, 'topic'), message, level: 'error' }];
    }
    const faults: LibraryFault[] = [];
    const dead = value.taught === undefined ? undefined : deadAnchor(library, value.taught);
    if (dead !== undefined) faults.push({ origin: within(origin, 'taught'), message: dead, level: 'error' });
    if (topic.lesson === undefined || !written.has(topic.lesson)) return faults;
    if (value.taught === undefined) {
      const message = `claim "${value.id}" is not taught, though its lesson "${topic.lesson}" is written; teach it and add "taught: ${topic.lesson}#…"`;
      faults.push({ origin, message, level: 'error' });
    }
    if (!tested.has(value.id)) {
      const message = `claim "${value.id}" is not tested; add it to the claims of a question of "${topic.lesson}"`;
      faults.push({ origin, message, level: 'error' });
    }
    return faults;
  });
}

/** How much of the claims is taught and tested, for `drydock check`. */
export function claimCoverage(library: Library): { total: number; taught: number; tested: number } {
  const tested = new Set(library.questions.flatMap((question) => question.value.claims));
  const claims = library.claims.map((claim) => claim.value);
  return {
    total: claims.length,
    taught: claims.filter((claim) => claim.taught !== undefined).length,
    tested: claims.filter((claim) => tested.has(claim.id)).length,
  };
}
