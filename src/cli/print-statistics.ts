import type { OptionFigures } from '../quiz-engine/item-statistics/distractors.ts';
import { FEWEST, type Flag, reliabilityOf } from '../quiz-engine/item-statistics/flags.ts';
import type { ItemStatistics, QuestionStatistics } from '../quiz-engine/item-statistics/item-statistics.ts';
import { lengthFor, spearmanBrown, type TestFigures } from '../quiz-engine/item-statistics/test-figures.ts';

const MEANS: Readonly<Record<Flag, string>> = {
  'check-key': 'the weak get it right more often than the strong: look at the key first',
  'suspect-key': 'a wrong choice draws the strong: is it right, or is the question open to two readings?',
  'review-translation': 'equally strong learners do worse in one language: compare the two texts',
  'negative-covariance': 'it works against the total, so it weighs nothing',
  weak: 'it hardly tells the strong from the weak (D < 0.2)',
  'too-hard': 'fewer than one in five are right',
  'too-easy': 'more than 95 % are right',
  'idle-distractor': 'a wrong choice that hardly anybody takes: replace it or leave it out',
  'few-for-r': 'correlations need 100 learners: read them as hints',
  'too-few': `too few: below ${FEWEST} learners a figure may be chance`,
};

export function printStatistics(statistics: ItemStatistics, files: number): string {
  const { learners, attempts, later, questions, test } = statistics;
  const lines = [
    `${count(files, 'file')}, ${count(learners, 'learner')}, ${count(attempts, 'attempt')} at questions, of which ${later} ${later === 1 ? 'was' : 'were'} not the first and ${later === 1 ? 'does' : 'do'} not count.`,
    test === undefined
      ? 'No figures of the questions together: they need two learners who both answered two questions.'
      : together(test),
    '',
    ...questions.flatMap(printQuestion),
  ];
  return `${lines.join('\n')}\n`;
}

function together({ n, k, mean, max, sd, alpha, kr20, errorRatio, sem }: TestFigures): string {
  const whole = `The questions together: k ${k}, n ${n} without a gap, mean ${show(mean)} of ${max}, sd ${show(sd)}`;
  if (alpha === undefined) return `${whole}; every total is the same, so nothing can be said of reliability.`;
  const times = lengthFor(alpha, 0.75);
  const longer = times === undefined || times <= 1 ? '' : `, 0.75 at ${show(times, 1)} times the length`;
  return `${whole}\n  alpha ${show(alpha)} (${reliabilityOf(alpha)}), KR-20 ${show(kr20)}, error ratio ${percent(errorRatio)}, SEM ${show(sem)} points; twice as long ${show(spearmanBrown(alpha, 2))}${longer}`;
}

function printQuestion(question: QuestionStatistics): string[] {
  const { id, version, wording, n, nRest, answers, difference, flags } = question;
  const note = { current: '', earlier: ', an earlier wording', unknown: ', not in this library' }[wording];
  const of = nRest === n ? '' : ` (n ${nRest})`;
  const scaled = question.scaled ? ', totals scaled because learners were asked different questions' : '';
  return [
    `${id}  version ${version}${note}  n ${n}`,
    `  right ${show(question.facility)} [${show(question.low)}, ${show(question.high)}], above chance ${show(question.chanceCorrected)}, sd ${show(question.sd)}`,
    `  D ${show(question.upperLower)}, r ${show(question.pointBiserial)}, corrected ${show(question.corrected)}, discrimination ${percent(question.discrimination)}, efficiency ${percent(question.efficiency)}, weight ${percent(question.effectiveWeight)}${of}${scaled}`,
    ...answers.options.map(printOption),
    ...(answers.more > 0 ? [`    and ${answers.more} more different answers`] : []),
    ...(answers.open > 0 ? [`    left open: ${answers.open}`] : []),
    `  English n ${difference.en}, Korean n ${difference.ko}: alpha_MH ${show(difference.alpha)}, delta ${show(difference.delta)}${difference.significant ? ', significant' : ''}`,
    ...flags.map((flag) => `  ! ${flag}: ${MEANS[flag]}`),
    '',
  ];
}

function printOption({
  id,
  correct,
  chosen,
  share,
  adjusted,
  working,
  pointBiserial,
  inverted,
}: OptionFigures): string {
  const verdict = correct ? 'right' : working ? 'works' : 'idle';
  const part = adjusted === undefined ? '' : `, of the wrong ${show(adjusted)}`;
  return `    ${correct ? '*' : ' '} ${id}  ${chosen} = ${show(share)}${part}, r ${show(pointBiserial)}  ${verdict}${inverted ? ', draws the strong' : ''}`;
}

function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}

function percent(value: number | undefined): string {
  return value === undefined ? '–' : `${show(value, 1)} %`;
}

function show(value: number | undefined, digits = 2): string {
  if (value === undefined) return '–';
  if (!Number.isFinite(value)) return value > 0 ? 'infinite' : '-infinite';
  return value.toFixed(digits).replace(/^-(0(\.0*)?)$/, '$1');
}
