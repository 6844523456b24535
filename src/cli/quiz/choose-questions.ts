import type { Language } from '../../i18n/text.ts';
import type { Library } from '../../library/library.ts';
import type { Curriculum } from '../../library/library-schema.ts';
import { type BankLine, type Blueprint, type Paper, writePaper } from '../../quiz-engine/exam/bank.ts';
import { conflictsOf } from '../../quiz-engine/exam/conflicts.ts';
import type { Question } from '../../quiz-engine/question-schema.ts';
import { randomFrom, shuffle } from '../../random/random.ts';
import { nearest } from '../../simulator/scenario/fault.ts';
import { UserError } from '../../simulator/scenario/user-error.ts';

/** One asking: which question, and how often it was asked before. */
export type Turn = { question: Question; round: number };

export type Topic = { title: string; questions: Question[] };

export type ExamChoice = Omit<Blueprint, 'domains'> & {
  title: string;
  pass: number;
  domains: { id: string; title: string; weight: number }[];
};

/** What a name stands for: an exam family or code, else a lesson, a place in one, a topic, an objective or a question. */
export function find(library: Library, name: string, lang: Language, today: string): Topic | ExamChoice {
  const curriculum = library.curriculum?.value;
  if (curriculum === undefined) throw new UserError('the curriculum cannot be read; run drydock check', 1);
  const exam = examOf(curriculum, name, lang, today);
  if (exam) return exam;
  const questions = library.questions.map(({ value }) => value).filter(({ visibility }) => visibility !== 'live');
  const topic = topicOf(library, curriculum, questions, name, lang);
  if (topic === undefined) throw new UserError(unknown(library, curriculum, questions, name));
  if (topic.questions.length === 0) throw new UserError(`there is no question on ${name} yet; name another topic`);
  return topic;
}

/** The version of an exam that can be taken today, where a family has several. */
function examOf(curriculum: Curriculum, name: string, lang: Language, today: string): ExamChoice | undefined {
  const wanted = name.toLowerCase();
  const own = curriculum.containersExam;
  const listed = [
    ...curriculum.exams.map((exam) => ({ ...exam, exam: exam.family as string })),
    ...(own ? [{ ...own, exam: 'containers', from: undefined, until: undefined }] : []),
  ];
  const found =
    listed.find(({ code }) => code.toLowerCase() === wanted) ??
    listed.find(
      ({ exam, from, until }) =>
        exam.toLowerCase() === wanted &&
        (from === undefined || from <= today) &&
        (until === undefined || today <= until),
    );
  return (
    found && {
      code: found.code,
      exam: found.exam,
      pass: found.pass,
      title: `${found.title[lang]} (${found.code})`,
      domains: found.domains.map(({ id, title, weight }) => ({ id, weight, title: title[lang] })),
    }
  );
}

function topicOf(
  library: Library,
  { objectives, topics }: Curriculum,
  questions: Question[],
  name: string,
  lang: Language,
): Topic | undefined {
  const lesson = library.lessons.find(
    ({ value }) => value.slug === name.split('#')[0] && value.language === lang,
  )?.value;
  if (lesson) {
    const starts = name.includes('#') ? name : `${name}#`;
    return { title: lesson.frontMatter.title, questions: questions.filter((one) => one.lesson.startsWith(starts)) };
  }
  const topic = topics.find(({ id }) => id === name);
  if (topic) {
    const claims = new Set(library.claims.filter(({ value }) => value.topic === name).map(({ value }) => value.id));
    return { title: topic.title[lang], questions: questions.filter((one) => one.claims.some((id) => claims.has(id))) };
  }
  const objective = objectives.find(({ id }) => id === name);
  if (objective) return { title: objective.title[lang], questions: questions.filter((one) => one.objective === name) };
  const one = questions.find(({ id }) => id === name);
  return one && { title: one.id, questions: [one] };
}

function unknown(library: Library, curriculum: Curriculum, questions: Question[], name: string): string {
  const lessons = [...new Set(library.lessons.map(({ value }) => value.slug))];
  const exams = examNames(curriculum);
  const known = [
    ...lessons,
    ...exams,
    ...curriculum.topics.map(({ id }) => id),
    ...curriculum.objectives.map(({ id }) => id),
    ...questions.map(({ id }) => id),
  ];
  const near = nearest(name, known);
  const instead =
    near === undefined
      ? `name a lesson (${lessons.join(', ')}) or an exam (${exams.join(', ')})`
      : `did you mean ${near}?`;
  return `there is no topic or exam "${name}"; ${instead}`;
}

export function examNames(curriculum: Curriculum): string[] {
  return [
    ...new Set(curriculum.exams.map(({ family }) => family as string)),
    ...(curriculum.containersExam ? ['containers'] : []),
  ];
}

/** Each question once in an order of the seed, and then again with a new order and new numbers, as many as are wanted. */
export function turnsOf(questions: readonly Question[], count: number, seed: number): Turn[] {
  const turns: Turn[] = [];
  for (let round = 0; turns.length < count; round++) {
    const order = shuffle(questions, randomFrom('practice', seed, round));
    turns.push(...order.map((question) => ({ question, round })));
  }
  return turns.slice(0, count);
}

/** The paper of an exam, as the exam room writes it. */
export function paperOf(library: Library, exam: ExamChoice, length: number, seed: number): Paper & { turns: Turn[] } {
  const questions = library.questions.map(({ value }) => value).filter(({ visibility }) => visibility !== 'live');
  const apart = conflictsOf(questions);
  const domains = new Map(library.curriculum?.value.objectives.map(({ id, domains: own }) => [id, own]));
  const bank = questions.map((question): BankLine => {
    const { id, kind, objective, exams, cognitive } = question;
    const own = (domains.get(objective) ?? {}) as BankLine['domains'];
    return { id, set: '', kind, objective, exams, cognitive, version: '', domains: own, apart: apart.get(id) ?? [] };
  });
  const paper = writePaper(bank, exam, length, seed);
  const turns = paper.questions.flatMap((id) => {
    const question = questions.find((one) => one.id === id);
    return question ? [{ question, round: 0 }] : [];
  });
  return { ...paper, turns };
}
