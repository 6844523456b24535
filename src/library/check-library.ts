import { checkClaims } from './check-claims.ts';
import { checkCurriculum } from './check-curriculum.ts';
import { checkLessons } from './check-lessons.ts';
import { checkQuestionRuns } from './check-question-runs.ts';
import { checkQuestions } from './check-questions.ts';
import { checkReferencePages } from './check-reference-pages.ts';
import { checkReferences } from './check-references.ts';
import { checkRuns } from './check-runs.ts';
import { checkScenarios } from './check-scenarios.ts';
import { checkSources } from './check-sources.ts';
import { checkTranslations } from './check-translations.ts';
import { type Library, type LibraryFault, type Origin, within } from './library.ts';

/** What a check may not find out for itself. */
export type CheckWorld = {
  /** Today, ISO 8601 (for example 2026-11-21): sources grow old. */
  today: string;
};

/**
 * Everything the files cannot say one by one: ids, anchors, references, languages and proofs fit together.
 * Returns all faults in the order of the checks; an empty list of errors means the library may be published.
 */
export function checkLibrary(library: Library, world: CheckWorld): LibraryFault[] {
  return [
    ...checkUnique(library),
    ...checkCurriculum(library),
    ...checkLessons(library),
    ...checkRuns(library),
    ...checkQuestions(library),
    ...checkQuestionRuns(library),
    ...checkScenarios(library),
    ...checkClaims(library),
    ...checkReferences(library),
    ...checkReferencePages(library),
    ...checkSources(library, world.today),
    ...checkTranslations(library),
  ];
}

function checkUnique(library: Library): LibraryFault[] {
  const { questions, glossary, sources, claims, tables, limits, changes, beliefs, translations } = library;
  return Object.entries({
    question: questions,
    term: glossary,
    source: sources,
    claim: claims,
    table: tables,
    limit: limits,
    change: changes,
    belief: beliefs,
    translation: translations,
  }).flatMap(([kind, entries]) => {
    const first = new Map<string, Origin>();
    return entries.flatMap(({ value, origin }): LibraryFault[] => {
      const earlier = first.get(value.id);
      if (earlier === undefined) {
        first.set(value.id, origin);
        return [];
      }
      const message = `${kind} "${value.id}" stands twice, first in ${earlier.file}; give each its own id`;
      return [{ origin: within(origin, 'id'), message, level: 'error' }];
    });
  });
}
