import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CheckedFiles, checkFiles, type LeveledFault } from '../disk/check-files.ts';
import { sayFault } from '../disk/load-yaml.ts';
import { claimCoverage } from '../library/check-claims.ts';
import type { Library } from '../library/library.ts';
import type { Question } from '../quiz-engine/question-schema.ts';
import { UserError } from '../simulator/scenario/user-error.ts';
import { readArguments } from './arguments.ts';
import { checkDiagrams } from './check-diagrams.ts';
import type { Command, Outside } from './command.ts';
import { loadScenario } from './load-scenario.ts';
import { tryLinks } from './try-links.ts';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const checkCommand: Command = {
  name: 'check',
  usage: '[paths…] [--fresh] [--json]',
  does: 'checks every lesson, question, scenario, claim, source and diagram; exit 1 on faults. --fresh: old sources are faults too, and their links are tried',
  async run(args, outside) {
    const { positional, flags } = readArguments(args, { flags: ['--json', '--fresh'], values: [] });
    const { library, found, place } = checkAll(new Date().toISOString().slice(0, 10));
    if (flags.has('--fresh')) found.push(...(await tryThem(library, place, outside)));
    const wanted = only(found, positional, outside, library);
    const errors = wanted.filter((fault) => fault.level === 'error' || (flags.has('--fresh') && fault.isOld));
    const warnings = wanted.filter((fault) => !errors.includes(fault));
    if (flags.has('--json')) {
      const plain = ({ level: _, isOld: __, ...fault }: LeveledFault) => fault;
      outside.print(`${JSON.stringify({ errors: errors.map(plain), warnings: warnings.map(plain) })}\n`);
    } else {
      for (const fault of errors) outside.print(`${sayFault(fault)}\n`);
      for (const fault of warnings) outside.print(`warning  ${sayFault(fault)}\n`);
      outside.print(
        errors.length === 0 ? summary(library) : `${errors.length} fault${errors.length === 1 ? '' : 's'}.\n`,
      );
    }
    return errors.length === 0 ? 0 : 1;
  },
};

/** All faults of all files: what cannot be read, what does not fit together, what is not drawn. */
function checkAll(today: string): Pick<CheckedFiles, 'library' | 'place'> & { found: LeveledFault[] } {
  const { library, whole, faults, place } = checkFiles(ROOT, { today });
  // Diagrams of a lesson that cannot be read would all seem to be left over.
  const diagrams = whole ? checkDiagrams(library, ROOT) : [];
  return { library, place, found: [...faults, ...diagrams.map((fault) => ({ ...fault, level: 'error' as const }))] };
}

/** The links of sources, where there is a network; without one this is told and nothing is a fault. */
async function tryThem(library: Library, place: CheckedFiles['place'], outside: Outside): Promise<LeveledFault[]> {
  const { faults, unreached } = await tryLinks(library, place, (url) => outside.reach(url));
  if (unreached === library.sources.length)
    outside.warn('no link of a source answered; there seems to be no network\n');
  else if (unreached > 0) outside.warn(`${unreached} links of sources did not answer; try them again later\n`);
  return faults;
}

/** The faults below the named paths. A scenario file from anywhere may be named; what is no such file is wrong usage. */
function only(
  found: readonly LeveledFault[],
  paths: readonly string[],
  outside: Outside,
  library: Library,
): readonly LeveledFault[] {
  if (paths.length === 0) return found;
  return paths.flatMap((path) => {
    const inside = relative(ROOT, resolve(outside.folder, path)).split(sep).join('/');
    if (inside === '') return found;
    const below = found.filter((fault) => fault.file === inside || fault.file.startsWith(`${inside}/`));
    if (below.length > 0 || isContent(inside, library)) return below;
    return checkForeign(path, outside);
  });
}

function isContent(path: string, library: Library): boolean {
  const files = [
    library.lessons,
    library.questions,
    library.scenarios,
    library.glossary,
    library.sources,
    library.claims,
    library.tables,
    library.limits,
    library.changes,
  ]
    .flatMap((entries) => entries.map((entry) => entry.origin.file))
    .concat(library.curriculum?.origin.file ?? []);
  return files.some((file) => file === path || file.startsWith(`${path}/`));
}

function checkForeign(path: string, outside: Outside): LeveledFault[] {
  if (!/\.(ya?ml|json)$/.test(path) && path !== '-') {
    throw new UserError(
      `${path} is no lesson, question, scenario or list of this library, and no scenario file; name one, or nothing for all`,
    );
  }
  try {
    loadScenario(path, outside);
    return [];
  } catch (error) {
    if (!(error instanceof UserError) || error.faults.every((fault) => fault.line === 0)) throw error;
    return error.faults.map((fault) => ({ ...fault, level: 'error' as const }));
  }
}

/** Whether a run decides the key: of a case, of one of its parts. */
function isProved(question: Question): boolean {
  if (question.kind === 'case') return question.parts.some(isProved);
  if (question.kind === 'scenario') return true;
  if ('answer' in question) return (question.answer.simulate ?? question.answer.proof) !== undefined;
  return question.proof !== undefined;
}

function summary(library: Library): string {
  const { total, taught, tested } = claimCoverage(library);
  const counts = [
    `${library.lessons.length} lesson files`,
    `${library.questions.length} questions (${library.questions.filter(({ value }) => isProved(value)).length} proved by simulation)`,
    `${library.scenarios.length} scenarios`,
    `${library.glossary.length} terms`,
    `${library.sources.length} sources`,
  ];
  return `${counts.join(', ')}: no faults.\nClaims: ${total}, of which ${taught} are taught and ${tested} tested.\n`;
}
