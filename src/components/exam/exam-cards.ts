import { getEntry } from 'astro:content';
import { sayDay } from '../../i18n/day.ts';
import { examMessages } from '../../i18n/exam-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { ExamCard } from '../../islands/exam/exam-card.ts';
import type { Curriculum } from '../../library/library-schema.ts';
import { questionsFor } from '../../quiz-engine/exam/bank.ts';
import { readBank } from './bank-of.ts';

/** Every exam that can be sat here, in the order of the curriculum, our own last, with what the bank has for it. */
export async function examCards(lang: Language): Promise<ExamCard[]> {
  const curriculum = (await getEntry('curriculum', 'curriculum'))?.data as Curriculum;
  const { exams, containersExam } = curriculum;
  const { questions } = await readBank();
  const words = examMessages[lang];
  const blueprints = [
    ...exams.map((exam) => ({ ...exam, exam: exam.family, label: words.partOf(exam.code) })),
    ...(containersExam
      ? [{ ...containersExam, exam: 'containers', label: words.ours, from: undefined, until: undefined }]
      : []),
  ];
  return blueprints.map(({ code, exam, label, title, covers, from, until, pass, minutes, domains, ...blueprint }) => {
    const own = questionsFor(questions, exam);
    return {
      code,
      exam,
      label,
      title: title[lang],
      covers: covers[lang],
      ...(from ? { from } : {}),
      ...(until ? { until } : {}),
      // The first day is worth a word where another exam goes before.
      days: [
        ...(from && isReplacing(exams, { code, exam }) ? [words.from(sayDay(lang, from))] : []),
        ...(until ? [words.until(sayDay(lang, until))] : []),
      ],
      pass,
      minutes,
      questions: blueprint.questions,
      domains: domains.map((domain) => ({
        id: domain.id,
        title: domain.title[lang],
        weight: domain.weight,
        has: own.filter((question) => question.domains[exam] === domain.id).length,
      })),
      has: own.length,
    };
  });
}

function isReplacing(exams: Curriculum['exams'], { code, exam }: { code: string; exam: string }): boolean {
  return exams.some((other) => other.family === exam && other.code !== code && other.until !== undefined);
}
