import type { Text } from '../i18n/text.ts';
import { checkBank, checkItem, type LessonText } from '../quiz-engine/item-rules/check-items.ts';
import { proveQuestion } from '../quiz-engine/proof.ts';
import { choicesOf, type Question } from '../quiz-engine/question-schema.ts';
import { deadAnchor } from './anchors.ts';
import { type Library, type LibraryFault, type Placed, within } from './library.ts';
import { near } from './near.ts';

/** Every question leads to a heading, names what exists, keeps the rules of wording, and has the key that its proof computes. */
export function checkQuestions(library: Library): LibraryFault[] {
  const lessonText = readProse(library);
  return [
    ...library.questions.flatMap((question) => [
      ...withParts(question).flatMap((each) => [
        ...checkLesson(library, each),
        ...checkNames(library, each),
        ...checkDomains(library, each),
        ...checkProof(library, each),
      ]),
      ...checkWording(question, lessonText),
    ]),
    ...checkBalance(library),
  ];
}

/** A case and its parts, each at its place; of anything else the question alone. */
function withParts(question: Placed<Question>): Placed<Question>[] {
  const { value, origin } = question;
  const parts = value.kind === 'case' ? value.parts : [];
  return [question, ...parts.map((part, index) => ({ value: part, origin: within(origin, 'parts', index) }))];
}

/** The prose of lessons that stand in both languages. */
function readProse(library: Library): LessonText {
  const prose = (slug: string, language: keyof Text) =>
    library.lessons.find(({ value }) => value.slug === slug && value.language === language)?.value.prose;
  return (slug) => {
    const [en, ko] = [prose(slug, 'en'), prose(slug, 'ko')];
    return en === undefined || ko === undefined ? undefined : { en, ko };
  };
}

function checkWording({ value, origin }: Placed<Question>, lessonText: LessonText): LibraryFault[] {
  return checkItem(value, lessonText).map(({ path, rule, message, level }) => ({
    origin: within(origin, ...path),
    message: rule === undefined ? message : `${message} (rule ${rule})`,
    level,
  }));
}

/** What the questions make together belongs to no single file, so the folder is its place. */
function checkBalance(library: Library): LibraryFault[] {
  return checkBank(library.questions.map((question) => question.value)).map(({ rule, message, level }) => ({
    origin: { file: 'src/content/questions', path: [] },
    message: `${message} (rule ${rule})`,
    level,
  }));
}

function checkLesson(library: Library, { value, origin }: Placed<Question>): LibraryFault[] {
  const dead = deadAnchor(library, value.lesson);
  return dead === undefined ? [] : [{ origin: within(origin, 'lesson'), message: dead, level: 'error' }];
}

function checkNames(library: Library, { value, origin }: Placed<Question>): LibraryFault[] {
  const known = {
    objective: library.curriculum?.value.objectives.map((objective) => objective.id) ?? [],
    claim: library.claims.map((claim) => claim.value.id),
    source: library.sources.map((source) => source.value.id),
    belief: library.beliefs.map((belief) => belief.value.id),
    question: library.questions.map((question) => question.value.id),
  };
  const named: { kind: keyof typeof known; id: string; path: (string | number)[] }[] = [
    { kind: 'objective', id: value.objective, path: ['objective'] },
    ...value.claims.map((id, index) => ({ kind: 'claim' as const, id, path: ['claims', index] })),
    ...value.sources.map((id, index) => ({ kind: 'source' as const, id, path: ['sources', index] })),
    ...(value.apart ?? []).map((id, index) => ({ kind: 'question' as const, id, path: ['apart', index] })),
    ...beliefsOf(value),
  ];
  return named
    .filter(({ kind, id }) => !known[kind].includes(id))
    .map(({ kind, id, path }) => ({
      origin: within(origin, ...path),
      message: `there is no ${kind} "${id}"; ${near(id, known[kind])}`,
      level: 'error' as const,
    }));
}

/** The misconceptions that wrong choices and usual wrong numbers come from. */
function beliefsOf(value: Question) {
  const [list, wrong] =
    'distractors' in value ? (['distractors', value.distractors] as const) : (['choices', choicesOf(value)] as const);
  return wrong.flatMap(({ belief }, index) =>
    belief === undefined ? [] : [{ kind: 'belief' as const, id: belief, path: [list, index, 'belief'] }],
  );
}

/** An exam that a question names knows the domain that it counts for, through its objective. */
function checkDomains(library: Library, { value, origin }: Placed<Question>): LibraryFault[] {
  const curriculum = library.curriculum?.value;
  const objective = curriculum?.objectives.find(({ id }) => id === value.objective);
  if (curriculum === undefined || objective === undefined) return [];
  return value.exams.flatMap((family, index): LibraryFault[] =>
    objective.domains?.[family] !== undefined || !curriculum.exams.some((exam) => exam.family === family)
      ? []
      : [
          {
            origin: within(origin, 'exams', index),
            message: `"${objective.id}" has no domain in ${family}; give it one in curriculum.yaml, or take ${family} out of exams`,
            level: 'error',
          },
        ],
  );
}

function checkProof(library: Library, { value, origin }: Placed<Question>): LibraryFault[] {
  const asked =
    value.kind === 'scenario'
      ? { at: origin, scenario: value.scenario }
      : 'proof' in value && value.proof
        ? { at: within(origin, 'proof'), scenario: value.proof.scenario }
        : 'answer' in value
          ? { at: within(origin, 'answer'), scenario: undefined }
          : undefined;
  if (asked === undefined) return [];
  const { at, scenario } = asked;
  const ids = library.scenarios.map((candidate) => candidate.value.id);
  if (typeof scenario === 'string' && !ids.includes(scenario)) {
    const message = `there is no scenario "${scenario}"; ${near(scenario, ids)}`;
    return [{ origin: within(at, 'scenario'), message, level: 'error' }];
  }
  const proof = proveQuestion(
    value,
    (id) => library.scenarios.find((candidate) => candidate.value.id === id)?.value.scenario,
  );
  return proof.holds ? [] : [{ origin: at, message: `question "${value.id}": ${proof.message}`, level: 'error' }];
}
