import type { Choice, ChoiceQuestion as Question } from '../question-schema.ts';

const REASONS = [
  [
    'The zones are compared before anything else, and the one with the fewest tasks is taken.',
    '다른 것보다 영역을 먼저 비교하고, 태스크가 가장 적은 영역을 골라서 써요.',
  ],
  [
    'Memory is compared here, so the instance that is nearly full wins every time until nothing fits.',
    '여기서는 메모리를 비교하니까 더 들어가지 않을 때까지 거의 찬 인스턴스가 계속 뽑혀요.',
  ],
  [
    'Chance decides among the instances with room, and nothing keeps the shares even over time.',
    '자리가 있는 인스턴스 중에서 운에 맡길 뿐, 고르게 나뉘도록 지켜 주는 것은 없어요.',
  ],
  [
    'This field has no effect on placement; it bounds the number of tasks while an update runs.',
    '이 필드는 배치와는 관계가 없어요. 업데이트하는 동안의 태스크 수를 제한할 뿐이에요.',
  ],
  [
    'A constraint filters the candidates but does not order them, so no preference follows from it.',
    '제약은 후보를 거르기만 하고 순서를 정하지 않아서 무엇을 먼저 쓸지는 알 수 없어요.',
  ],
  [
    'Capacity is added by the group of instances, which placement neither asks for nor waits for.',
    '용량은 인스턴스 그룹이 늘리는 것이고, 배치는 그걸 요청하지도 기다리지도 않아요.',
  ],
];

/** A sound choice; `index` decides its id and its reason. */
export function choice(index: number, changed: Partial<Choice> = {}): Choice {
  const [en = '', ko = ''] = REASONS[index % REASONS.length] ?? [];
  const letter = 'abcdefghij'[index] ?? 'a';
  return {
    id: letter,
    text: { en: `Strategy ${letter}`, ko: `전략 ${letter}` },
    why: { en, ko },
    belief: 'some-belief',
    ...changed,
  };
}

/** Choices with keys at these positions. */
export function choices(count: number, ...keys: number[]): Choice[] {
  return Array.from({ length: count }, (_, index) =>
    choice(index, keys.includes(index) ? { correct: true, belief: undefined } : {}),
  );
}

/** A question that breaks no rule, with what a test changes. */
export function question(changed: Partial<Question> = {}): Question {
  return {
    id: 'sound',
    lesson: 'placement#spread',
    objective: 'placement.strategies',
    exams: ['SAA'],
    claims: [],
    kind: 'single',
    cognitive: 'apply',
    stem: {
      en: 'A service runs in two zones. Which list balances it?',
      ko: '서비스가 영역 두 곳에서 실행돼요. 어떤 목록이 균형을 맞추나요?',
    },
    choices: choices(4, 0),
    sources: ['some-source'],
    ...changed,
  };
}

/** A sound question whose choices say this, in English and Korean; the first is right. */
export function saying(...texts: [en: string, ko: string][]): Question {
  return question({
    choices: choices(texts.length, 0).map((one, index) => ({
      ...one,
      text: { en: texts[index]?.[0] ?? '', ko: texts[index]?.[1] ?? '' },
    })),
  });
}
