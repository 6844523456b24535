import { type Cell, csvText } from '../csv.ts';
import type { ItemStatistics, QuestionStatistics } from './item-statistics.ts';

const QUESTION_COLUMNS: readonly [string, (question: QuestionStatistics) => Cell][] = [
  ['question', ({ id }) => id],
  ['version', ({ version }) => version],
  ['wording', ({ wording }) => wording],
  ['n', ({ n }) => n],
  ['facility', ({ facility }) => facility],
  ['facility_low', ({ low }) => low],
  ['facility_high', ({ high }) => high],
  ['chance_corrected', (question) => question.chanceCorrected],
  ['sd', ({ sd }) => sd],
  ['n_with_rest', ({ nRest }) => nRest],
  ['variance', ({ variance }) => variance],
  ['rest_variance', ({ restVariance }) => restVariance],
  ['covariance', ({ covariance }) => covariance],
  ['largest_covariance', ({ largestCovariance }) => largestCovariance],
  ['discrimination_percent', ({ discrimination }) => discrimination],
  ['efficiency_percent', ({ efficiency }) => efficiency],
  ['effective_weight_percent', ({ effectiveWeight }) => effectiveWeight],
  ['point_biserial', ({ pointBiserial }) => pointBiserial],
  ['point_biserial_corrected', ({ corrected }) => corrected],
  ['upper_lower_27', ({ upperLower }) => upperLower],
  ['totals_scaled', ({ scaled }) => scaled],
  ['dif_n_en', ({ difference }) => difference.en],
  ['dif_n_ko', ({ difference }) => difference.ko],
  ['dif_strata', ({ difference }) => difference.strata],
  ['dif_alpha_mh', ({ difference }) => difference.alpha],
  ['dif_delta', ({ difference }) => difference.delta],
  ['dif_chi_square', ({ difference }) => difference.chiSquare],
  ['dif_significant', ({ difference }) => difference.significant],
  ['left_open', ({ answers }) => answers.open],
  ['flags', ({ flags }) => flags.join(' ')],
];

/** One row for each question in each version, every figure of it. */
export function questionsCsv({ questions }: ItemStatistics): string {
  return csvText([
    QUESTION_COLUMNS.map(([name]) => name),
    ...questions.map((question) => QUESTION_COLUMNS.map(([, cellOf]) => cellOf(question))),
  ]);
}

/** One row for each choice of each question. */
export function choicesCsv({ questions }: ItemStatistics): string {
  const names = 'question version n choice right chosen share adjusted_share working share_at_least_5_percent';
  return csvText([
    [...names.split(' '), 'point_biserial', 'inverted'],
    ...questions.flatMap(({ id, version, n, answers }) =>
      answers.options.map((option): Cell[] => [
        id,
        version,
        n,
        option.id,
        option.correct,
        option.chosen,
        option.share,
        option.adjusted,
        option.working,
        option.workingByShare,
        option.pointBiserial,
        option.inverted,
      ]),
    ),
  ]);
}
