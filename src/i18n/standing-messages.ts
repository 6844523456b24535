import { defineMessages } from './messages.ts';

const percent = (share: number) => Math.round(share * 100);

/** Words of "where you stand": what to do now, the exam, objectives, certainty. */
export const standingMessages = defineMessages(
  {
    title: 'Where you stand',
    reading: 'Reading your answers …',
    failed: 'The list of questions could not be fetched, so nothing can be compared with your answers right now.',
    tryAgain: 'Try again',
    nothing:
      'Answer a few questions and this page tells what you know, what you are about to forget, and how ready you are.',
    firstLesson: 'Choose a lesson',

    nowTitle: 'The next ten minutes',
    nowReview: (count: number) => `Review what is due: ${count}`,
    nowNothingDue: 'Nothing is due today.',
    nowNew: 'Try a new question',
    nowNewOf: (objective: string) => `New question: ${objective}`,
    nowExam: (exam: string) => `Sit a mock exam: ${exam}`,

    sureTitle: 'Sure, but wrong',
    sureLead:
      'You were certain here, and it was not so. Such mistakes stay longest when nobody points at them, and are corrected best once they surprise you.',
    sureNone: 'No mistake that you were sure of is open.',
    read: 'Read why',
    gone: 'A question that no longer exists',

    examTitle: 'Until my exam',
    whichExam: 'Exam',
    whichDay: 'Day of my exam',
    setDay: 'Keep this day',
    clearDay: 'No day yet',
    dayKept: 'Kept. Reviews now end before that day.',
    dayCleared: 'Kept: no day.',
    noDay: 'That is not a day to come.',
    daysLeft: (count: number) => (count === 1 ? 'Tomorrow' : `In ${count} days`),
    forecastLead: (score: number, low: number, high: number) => `About ${score}, between ${low} and ${high}`,
    forecastPass: (pass: number) => `${pass} passes`,
    forecastToday: 'If you sat it today',
    forecastOn: (day: string) => `If you forget as usual until ${day} and learn nothing new`,
    likely: (passing: number): string =>
      passing >= 0.9
        ? 'Passing is very likely.'
        : passing >= 0.7
          ? 'Passing is likely.'
          : passing >= 0.3
            ? 'It may go either way.'
            : passing >= 0.1
              ? 'Passing is unlikely yet.'
              : 'Not yet.',
    forecastRests: (answered: number, of: number) =>
      `Rests on first answers to ${answered} of ${of} questions. Eight of ten exams should end inside the interval.`,
    tooFew: (answered: number, needed: number) =>
      `For a forecast, ${needed} different questions of this exam have to be answered; so far it is ${answered}.`,
    recordTitle: 'Were these forecasts right?',
    recordNone: 'No mock exam has put one to the test yet.',
    record: (hits: number, of: number) =>
      `${hits} of ${of} mock exam${of === 1 ? '' : 's'} ended where the forecast of its beginning had said.`,
    recordDay: 'Day',
    recordForecast: 'Forecast',
    recordScore: 'Score',
    hit: 'inside',
    miss: 'outside',
    howEstimated: 'How this is estimated',
    planTitle: 'The days until then',
    planLead: (reviews: number, fresh: number) =>
      `About ${reviews} review${reviews === 1 ? '' : 's'} and ${fresh} new question${fresh === 1 ? '' : 's'} a day.`,
    planDay: 'Day',
    planReviews: 'Reviews known now',
    planNew: 'New questions',
    planMore: (count: number) => `and ${count} more day${count === 1 ? '' : 's'}`,
    examDay: 'Exam',

    objectivesTitle: 'Objective by objective',
    objective: 'Objective',
    seen: 'Seen',
    retained: 'Retained',
    sureWrong: 'Sure but wrong',
    seenOf: (seen: number, of: number) => `${seen} of ${of}`,
    retainedShare: (share: number) => `${percent(share)} %`,
    retainedHint:
      'Retained is the chance that you still remember today what you have seen, by the spacing model. Unseen questions are not in it.',
    notSeen: 'not seen yet',
    unseenTitle: (count: number) => `${count} objective${count === 1 ? '' : 's'} not begun`,

    calibrationTitle: 'How well you know what you know',
    calibrationFew: (n: number, needed: number) =>
      `Say how sure you are with ${needed} answers and this shows whether you can trust the feeling; so far it is ${n}.`,
    surer: (bias: number) => `You are surer than you are right, by ${percent(bias)} points of 100.`,
    humbler: (bias: number) => `You are right more often than you think, by ${percent(-bias)} points of 100.`,
    balanced: 'You are right about as often as you feel.',
    mixed:
      'Over everything you are right about as often as you feel, but not where you say so: compare the rows of the table.',
    level: 'You said',
    means: 'stands for',
    wasRight: 'You were right',
    answers: 'Answers',
    shareRight: (right: number, n: number) => `${percent(right / n)} %`,
    none: '–',
    figures: (error: string, brier: string) => `Calibration error ${error}, Brier score ${brier} (0 is perfect).`,
  },
  {
    title: '지금 내 실력',
    reading: '답한 기록을 읽는 중 …',
    failed: '문제 목록을 가져오지 못해서 지금은 기록과 견줄 수 없어요.',
    tryAgain: '다시 시도',
    nothing: '문제를 몇 개 풀면 무엇을 알고 무엇을 잊어 가는지, 시험 준비가 얼마나 됐는지 여기서 알려 줘요.',
    firstLesson: '레슨 고르기',

    nowTitle: '지금부터 10분',
    nowReview: (count: number) => `복습할 것 ${count}개 풀기`,
    nowNothingDue: '오늘은 복습할 것이 없어요.',
    nowNew: '새 문제 풀기',
    nowNewOf: (objective: string) => `새 문제: ${objective}`,
    nowExam: (exam: string) => `모의시험 보기: ${exam}`,

    sureTitle: '확신했지만 틀린 것',
    sureLead:
      '확실하다고 답했는데 아니었던 문제예요. 이런 오해는 아무도 짚어 주지 않으면 가장 오래가지만, 놀라고 나면 가장 잘 고쳐져요.',
    sureNone: '확신했다가 틀린 채로 남은 문제가 없어요.',
    read: '이유 읽기',
    gone: '이제는 없는 문제',

    examTitle: '내 시험까지',
    whichExam: '시험',
    whichDay: '시험 보는 날',
    setDay: '이 날로 정하기',
    clearDay: '아직 정하지 않음',
    dayKept: '저장했어요. 이제 복습이 그날 전에 끝나요.',
    dayCleared: '저장했어요. 정한 날이 없어요.',
    noDay: '앞으로 올 날짜를 골라 주세요.',
    daysLeft: (count: number) => (count === 1 ? '내일' : `${count}일 뒤`),
    forecastLead: (score: number, low: number, high: number) => `약 ${score}점, ${low}~${high}점 사이`,
    forecastPass: (pass: number) => `합격선 ${pass}점`,
    forecastToday: '오늘 시험을 본다면',
    forecastOn: (day: string) => `새로 배우지 않고 ${day}까지 평소처럼 잊는다면`,
    likely: (passing: number): string =>
      passing >= 0.9
        ? '합격할 가능성이 아주 높아요.'
        : passing >= 0.7
          ? '합격할 가능성이 높아요.'
          : passing >= 0.3
            ? '어느 쪽도 될 수 있어요.'
            : passing >= 0.1
              ? '아직은 합격하기 어려워요.'
              : '아직 멀었어요.',
    forecastRests: (answered: number, of: number) =>
      `문제 ${of}개 중 ${answered}개에 처음 한 답을 바탕으로 했어요. 시험 열 번 중 여덟 번은 이 구간에 들어와야 해요.`,
    tooFew: (answered: number, needed: number) =>
      `예측하려면 이 시험의 문제를 ${needed}개 이상 풀어야 해요. 지금까지 ${answered}개를 풀었어요.`,
    recordTitle: '예측이 맞았나요?',
    recordNone: '아직 모의시험으로 확인한 예측이 없어요.',
    record: (hits: number, of: number) => `모의시험 ${of}번 중 ${hits}번이 시작할 때의 예측 안에서 끝났어요.`,
    recordDay: '날짜',
    recordForecast: '예측',
    recordScore: '점수',
    hit: '구간 안',
    miss: '구간 밖',
    howEstimated: '어떻게 어림하나요?',
    planTitle: '그날까지의 하루하루',
    planLead: (reviews: number, fresh: number) => `하루에 복습 약 ${reviews}개와 새 문제 ${fresh}개예요.`,
    planDay: '날짜',
    planReviews: '지금 아는 복습',
    planNew: '새 문제',
    planMore: (count: number) => `그리고 ${count}일 더`,
    examDay: '시험',

    objectivesTitle: '목표별로 보기',
    objective: '목표',
    seen: '풀어 봄',
    retained: '기억함',
    sureWrong: '확신하고 틀림',
    seenOf: (seen: number, of: number) => `${of}개 중 ${seen}개`,
    retainedShare: (share: number) => `${percent(share)}%`,
    retainedHint:
      '기억함은 풀어 본 문제를 오늘 아직 기억할 확률이에요. 간격 반복 모형으로 계산하고, 풀지 않은 문제는 들어가지 않아요.',
    notSeen: '아직 풀지 않음',
    unseenTitle: (count: number) => `아직 시작하지 않은 목표 ${count}개`,

    calibrationTitle: '내 느낌은 얼마나 맞을까',
    calibrationFew: (n: number, needed: number) =>
      `답할 때 얼마나 확실한지 ${needed}번 말해 주면 그 느낌을 믿어도 되는지 보여 줘요. 지금까지 ${n}번이에요.`,
    surer: (bias: number) => `맞힌 것보다 더 확신해요. 100점 중 ${percent(bias)}점만큼이에요.`,
    humbler: (bias: number) => `생각보다 더 많이 맞혀요. 100점 중 ${percent(-bias)}점만큼이에요.`,
    balanced: '느끼는 만큼 맞혀요.',
    mixed: '전체로는 느끼는 만큼 맞히지만, 확신할 때와 아닐 때를 나눠 보면 달라요. 표의 줄을 견줘 보세요.',
    level: '이렇게 말했을 때',
    means: '뜻하는 확률',
    wasRight: '맞힌 비율',
    answers: '답',
    shareRight: (right: number, n: number) => `${percent(right / n)}%`,
    none: '–',
    figures: (error: string, brier: string) => `보정 오차 ${error}, 브라이어 점수 ${brier} (0이 가장 좋아요).`,
  },
);
