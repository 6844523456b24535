import { describe, expect, it } from 'vitest';
import type { Question } from '../question-schema.ts';
import { ITEM_RULES } from './all-rules.ts';
import { checkItem } from './check-items.ts';
import { itemOf } from './item.ts';
import { choice, choices, question, saying } from './question.fixture.ts';

/** Per rule: what a question does, the question, and the places of the faults; an empty list passes. */
type Case = [title: string, question: Question, faults: string[]];

const two = { kind: 'multiple', choices: choices(5, 1, 3) } as const;
const stem = (en: string, ko: string) => question({ stem: { en, ko } });
const reason = (en: string, ko: string) =>
  question({ choices: [choice(0, { correct: true, belief: undefined }), choice(1), choice(2, { why: { en, ko } })] });
const drawn = (wrong: number): Question => {
  const { choices: _, ...fields } = question();
  return {
    ...fields,
    kind: 'single',
    answer: { value: 1, why: choice(0).why },
    distractors: Array.from({ length: wrong }, (_, n) => ({ value: n + 2, why: choice(n + 1).why })),
  };
};
const LONG_EN = `${'many words and '.repeat(12)}an end.`;
const LONG_KO = `${'아주 길고 긴 말 '.repeat(12)}끝이에요.`;

const CASES: Record<string, Case[]> = {
  C1: [
    ['one objective', question(), []],
    ['two in one', question({ objective: 'placement.strategies, placement.constraints' }), ['objective']],
  ],
  S2: [
    ['a short stem', question(), []],
    [
      'a long table, which is looked up',
      stem(`Look:\n\n${'| many cells of it |\n'.repeat(60)}\n\nWhich?`, '무엇인가요?'),
      [],
    ],
    ['121 English words', stem(`${'Tasks run here. '.repeat(40)}Which?`, '무엇인가요?'), ['stem.en']],
    ['81 eojeol', stem('Which?', `${'태스크가 여기서 실행돼요. '.repeat(27)}무엇인가요?`), ['stem.ko']],
  ],
  T1: [
    ['a question', question(), []],
    ['a question before a count', stem('Which help? (Select TWO.)', '무엇이 돕나요? (2개를 고르세요.)'), []],
    ['what to do', stem('Four things happen. Put them in order.', '네 가지 일이 일어나요. 순서대로 놓아 보세요.'), []],
    ['a question and then a table', stem('Which row fits?\n\n| a | b |\n', '어느 줄이 맞나요?\n\n| a | b |\n'), []],
    ['a story that asks nothing', stem('A service runs.', '서비스가 실행돼요.'), ['stem.en', 'stem.ko']],
    ['a question in the middle', stem('Which helps? It is late.', '무엇이 돕나요? 늦었어요.'), ['stem.en', 'stem.ko']],
  ],
  F1: [
    ['choices that stand alone', question(), []],
    ['two instances by name', saying(['Tasks on A and B', 'A와 B의 태스크'], ['Two', '둘'], ['Three', '셋']), []],
    [
      'A and B only',
      saying(['One', '하나'], ['Two', '둘'], ['A and B only', 'A와 B만']),
      ['choices.2.text.en', 'choices.2.text.ko'],
    ],
    [
      'ㄱ, ㄴ',
      saying(['One', '하나'], ['I and II', 'ㄱ, ㄴ'], ['Three', '셋']),
      ['choices.1.text.en', 'choices.1.text.ko'],
    ],
  ],
  F2: [
    ['a line each', question(), []],
    ['a name with a dot', saying(['a.example', 'a.example'], ['b.example', 'b.example'], ['c', 'c']), []],
    [
      'labels of their own',
      saying(['A) One', '① 하나'], ['Two', '둘'], ['Three', '셋']),
      ['choices.0.text.en', 'choices.0.text.ko'],
    ],
    ['two lines', saying(['One\nand more', '하나'], ['Two', '둘'], ['Three', '셋']), ['choices.0.text.en']],
  ],
  T2: [
    ['beginnings that differ', question(), []],
    [
      'two common words of English, one of Korean',
      saying(['Raise the cap', '상한 올리기'], ['Raise the floor', '상한 내리기'], ['Raise the count', '상한 두기']),
      [],
    ],
    [
      'three common words, two common eojeol',
      saying(
        ['The service waits for room', '서비스가 자리를 기다려요'],
        ['The service waits for memory', '서비스가 자리를 만들어요'],
        ['The service waits for CPU', '서비스가 자리를 넘겨요'],
      ),
      ['choices', 'choices'],
    ],
  ],
  O4: [
    ['words', question(), []],
    [
      'numbers in order that stay there',
      question({ ...saying(['1', '1'], ['2', '2'], ['10', '10']), order: 'fixed' }),
      [],
    ],
    [
      'pairs from the greatest',
      question({
        ...saying(['100 / 200', '100 / 200'], ['50 / 200', '50 / 200'], ['50 / 100', '50 / 100']),
        order: 'fixed',
      }),
      [],
    ],
    [
      'one task, two tasks',
      question({
        ...saying(['1 task', '태스크 1개'], ['2 tasks', '태스크 2개'], ['4 tasks', '태스크 4개']),
        order: 'fixed',
      }),
      [],
    ],
    ['digits of names', saying(['m5.large', 'm5.large'], ['t3.large', 't3.large'], ['c5.large', 'c5.large']), []],
    ['numbers that would be shuffled', saying(['1', '1'], ['2', '2'], ['3', '3']), ['choices']],
    ['numbers out of order', question({ ...saying(['2', '2'], ['1', '1'], ['3', '3']), order: 'fixed' }), ['choices']],
  ],
  O5: [
    ['words', question(), []],
    ['ranges side by side', saying(['1 to 2', '1~2'], ['3 to 4', '3~4'], ['5 or more', '5 이상']), []],
    ['ends that are not meant', saying(['less than 3', '3 미만'], ['at least 3', '3 이상'], ['spread', 'spread']), []],
    [
      'ranges that meet',
      saying(['1 to 3', '1~3'], ['3 to 5', '3~5'], ['6 or more', '6 이상']),
      ['choices.1.text.en', 'choices.1.text.ko'],
    ],
    [
      'a number in a range',
      saying(['2 tasks', '2개'], ['5 tasks', '5개'], ['at least 4 tasks', '4개 이상']),
      ['choices.2.text.en', 'choices.2.text.ko'],
    ],
    [
      'two reservations',
      saying(['0.1 vCPU and 2 GB', '0.1 vCPU와 2GB'], ['1 vCPU and 2 GB', '1 vCPU와 2GB'], ['Two', '둘']),
      [],
    ],
    ['the same twice', saying(['One task', '하나'], ['`one` task', '둘'], ['Two', '셋']), ['choices.1.text.en']],
  ],
  O6: [
    ['phrases', question(), []],
    ['orders', saying(['Raise the cap', '상한을 올리기'], ['Lower it', '상한을 내리기'], ['Wait', '그대로 두기']), []],
    [
      'a noun that ends like a verb',
      saying(['A breaker', '배포 회로 차단기'], ['A cap', '더 높은 상한'], ['A floor', '더 낮은 하한']),
      [],
    ],
    [
      'one form in -ing',
      saying(['Raise the cap', '상한 올리기'], ['Lowering it', '상한 내리기'], ['Wait', '그대로 두기']),
      ['choices.1.text.en'],
    ],
    [
      'one whole sentence',
      saying(['More room.', '자리를 더 만들어요'], ['Less room', '자리가 줄기'], ['No room', '자리를 두기']),
      ['choices.0.text.en', 'choices.0.text.ko'],
    ],
    [
      'a word among numbers',
      saying(['1', '1'], ['2', '2'], ['Several', '여러 개']),
      ['choices.2.text.en', 'choices.2.text.ko'],
    ],
  ],
  O10: [
    ['positive choices', question(), []],
    [
      'nothing, which is said positively',
      saying(['No task starts', '시작하는 태스크가 없어요'], ['Two start', '둘'], ['Three', '셋']),
      [],
    ],
    [
      'a denied verb',
      saying(['It does not start', '시작하지 않아요'], ['Two start', '둘'], ['Three', '셋']),
      ['choices.0.text.en', 'choices.0.text.ko'],
    ],
  ],
  C8: [
    ['short sentences, as many as needed', stem('It runs. '.repeat(20), '실행돼요. '.repeat(20)), []],
    ['a long row of a table, which is no sentence', stem(`Look:\n\n| ${LONG_EN} |\n|---|\n`, '표를 보세요.'), []],
    ['a sentence of 38 words', stem(LONG_EN, '짧아요.'), ['stem.en']],
    ['a Korean clause of more than 90 characters', stem('Short.', LONG_KO), ['stem.ko']],
    ['a long Korean sentence of short clauses', stem('Short.', `${'짧은 절이고, '.repeat(20)}끝이에요.`), []],
  ],
  T4: [
    ['a positive question', stem('Which change helps?', '어떤 변경이 도움이 되나요?'), []],
    ['a negative question in bold', stem('Which statement is **not** true?', '**틀린 것**은 무엇인가요?'), []],
    [
      '"at least", which is an amount',
      stem('Which pair keeps at least two tasks?', '태스크를 두 개 이상 유지하는 쌍은 무엇인가요?'),
      [],
    ],
    [
      'a negative sentence before the question',
      stem('The bill does not matter. Which list helps?', '비용은 중요하지 않아요. 어떤 목록이 좋은가요?'),
      [],
    ],
    ['a plain "not"', stem('Which statement is not true?', '**틀린 것**은 무엇인가요?'), ['stem.en']],
    ['a plain "EXCEPT"', stem('Which of these helps EXCEPT in one case?', '무엇이 도움이 되나요?'), ['stem.en']],
    ['a plain 아닌 것', stem('Which one is **not** a strategy?', '전략이 아닌 것은 무엇인가요?'), ['stem.ko']],
    [
      'a plain 않는 것 before a count',
      stem('Which are **not**? (Select TWO.)', '맞지 않는 것은 무엇인가요? (2개를 고르세요.)'),
      ['stem.ko'],
    ],
  ],
  O1: [
    ['three choices', question({ choices: choices(3, 0) }), []],
    ['five choices', question({ choices: choices(5, 0) }), []],
    ['two choices', question({ choices: choices(2, 0) }), ['choices']],
    ['six choices', question({ choices: choices(6, 0) }), ['choices']],
    ['a drawn question of four', drawn(3), []],
    ['a drawn question of six', drawn(5), ['distractors']],
  ],
  O2: [
    ['one choice wanted, none stated', question(), []],
    [
      'two wanted and two stated',
      question({ ...two, stem: { en: 'Which help? (Select TWO.)', ko: '무엇이 돕나요? (2개를 고르세요.)' } }),
      [],
    ],
    [
      'two wanted, nothing stated',
      question({ ...two, stem: { en: 'Which help?', ko: '무엇이 돕나요?' } }),
      ['stem.en', 'stem.ko'],
    ],
    [
      'two wanted, three stated',
      question({ ...two, stem: { en: 'Which help? (Select THREE.)', ko: '무엇이 돕나요? (3개를 고르세요.)' } }),
      ['stem.en', 'stem.ko'],
    ],
    [
      'a count in another form',
      question({ ...two, stem: { en: 'Which help? (Choose two)', ko: '무엇이 돕나요? (2개 선택)' } }),
      ['stem.en', 'stem.ko'],
    ],
    ['a count where one choice is right', stem('Which helps? (Select TWO.)', '무엇이 돕나요?'), ['stem.en']],
  ],
  O7: [
    [
      'choices of even length',
      saying(
        ['Raise the cap', '상한을 올려요'],
        ['Lower the cap', '상한을 내려요'],
        ['Raise the floor', '하한을 올려요'],
      ),
      [],
    ],
    ['numbers of one and of four digits', saying(['5', '5'], ['50', '50'], ['5,000', '5,000']), []],
    [
      'an English choice of twice the length',
      saying(
        ['Raise the cap of the service to 300', '상한을 올려요'],
        ['Lower the cap', '상한을 내려요'],
        ['Raise the cap', '하한을 올려요'],
      ),
      ['choices.0.text.en'],
    ],
    [
      'a Korean choice of twice the length',
      saying(
        ['Raise the cap', '상한을 내려요'],
        ['Lower the cap', '서비스의 상한을 300까지 올려요'],
        ['Raise the cap', '하한을 올려요'],
      ),
      ['choices.1.text.ko'],
    ],
    [
      'marks of code, which nobody sees',
      saying(['`raise` `it` `all`', '올려요'], ['lower it now', '내려요'], ['keep it all', '둬요']),
      [],
    ],
  ],
  O8: [
    ['choices that say something', question(), []],
    [
      'none of the above',
      saying(['One', '하나'], ['Two', '둘'], ['None of the above', '위의 어느 것도 아니에요']),
      ['choices.2.text.en', 'choices.2.text.ko'],
    ],
    ['없음', saying(['One', '하나'], ['Two', '둘'], ['Three', '해당 없음']), ['choices.2.text.ko']],
  ],
  O9: [
    ['"all" of something else', saying(['All of its tasks', '모든 태스크'], ['Two', '둘'], ['Three', '셋']), []],
    [
      'all of the above',
      saying(['One', '하나'], ['Two', '둘'], ['All of the above', '위의 모두']),
      ['choices.2.text.en', 'choices.2.text.ko'],
    ],
    ['모두 정답', saying(['One', '하나'], ['Two', '둘'], ['Three', '모두 정답이에요']), ['choices.2.text.ko']],
  ],
  'O11-absolutes': [
    ['choices without absolutes', question(), []],
    [
      'an absolute in a wrong and in a right choice',
      saying(['Only B', 'B에만'], ['Only A', 'A에만'], ['Both', '둘 다']),
      [],
    ],
    [
      'an absolute in a wrong choice alone',
      saying(
        ['It may wait', '기다릴 수 있어요'],
        ['It always waits', '항상 기다려요'],
        ['It may stop', '멈출 수 있어요'],
      ),
      ['choices.1.text.en', 'choices.1.text.ko'],
    ],
  ],
  'O11-echo': [
    ['choices that use other words', question(), []],
    [
      'a right choice made of words of the stem',
      {
        ...saying(
          ['spread over zones of the cluster', '가용 영역에 분산'],
          ['binpack', '메모리 기준'],
          ['random', '무작위'],
        ),
        stem: {
          en: 'Tasks of the cluster stand in three zones. What helps?',
          ko: '가용 영역이 세 곳이에요. 분산하려면 무엇이 필요한가요?',
        },
      },
      ['choices.0.text.en', 'choices.0.text.ko'],
    ],
    [
      'words of the stem in a wrong choice too',
      {
        ...saying(
          ['zones of the cluster', '가용 영역에 분산'],
          ['cluster and zones', '가용 영역 분산'],
          ['random', '무작위'],
        ),
        stem: {
          en: 'Tasks of the cluster stand in three zones. What helps?',
          ko: '가용 영역이 세 곳이에요. 분산하려면 무엇이 필요한가요?',
        },
      },
      [],
    ],
  ],
  O13: [
    ['beliefs named', question(), []],
    [
      'a number, whose mistake is arithmetic',
      question({
        choices: [
          choice(0, { correct: true }),
          choice(1),
          choice(2, { text: { en: '50 / 100', ko: '50 / 100' }, belief: undefined }),
        ],
      }),
      [],
    ],
    [
      'a conceptual choice without a belief',
      question({
        choices: [
          choice(0, { correct: true }),
          choice(1),
          choice(2, {
            text: { en: 'Two tasks on another instance', ko: '다른 인스턴스의 태스크 둘' },
            belief: undefined,
          }),
        ],
      }),
      ['choices.2'],
    ],
  ],
  X1: [
    ['reasons that say why', question(), []],
    ['an English reason of two words', reason('Simply incorrect.', choice(2).why.ko), ['choices.2.why.en']],
    ['a Korean reason of two eojeol', reason(choice(2).why.en, '틀린 답이에요.'), ['choices.2.why.ko']],
    [
      'the same reason twice, but for marks',
      reason(`${choice(1).why.en.replace('Memory', '**Memory**')}`, choice(1).why.ko),
      ['choices.2.why.en', 'choices.2.why.ko'],
    ],
  ],
  'X3-numbers': [
    ['the same digits', stem('It has 1,024 MiB and 0.5 vCPU.', '1,024MiB와 0.5 vCPU가 있어요.'), []],
    [
      'a word in one language and digits in the other',
      stem('Four tasks run on two instances.', '태스크 4개가 2대에서 실행돼요.'),
      [],
    ],
    ['digits in English, a numeral in Korean', stem('3 tasks run.', '태스크 세 개가 실행돼요.'), []],
    ['a month by name', stem('Since December 2026.', '2026년 12월부터예요.'), []],
    ['digits inside names', stem('m5.large in 2a runs web:2 for SAA-C03.', '거기에서 실행돼요.'), []],
    ['a number that Korean lacks', stem('It takes 47 seconds.', '45초가 걸려요.'), ['stem.ko', 'stem.en']],
    ['a network, which is not four', stem('A network is made.', '네트워크 4개가 생겨요.'), ['stem.en']],
    [
      'a number that an explanation lacks',
      question({ today: { en: 'Changed in 2025.', ko: '바뀌었어요.' } }),
      ['today.ko'],
    ],
  ],
  'X3-names': [
    ['the same names', stem('Fargate ignores maximumPercent.', 'Fargate는 maximumPercent를 무시해요.'), []],
    ['a name that Korean writes in Hangul', stem('Docker runs on Linux.', '도커는 리눅스에서 실행돼요.'), []],
    ['a capital that stresses', stem('Which are right? (Select TWO.)', '무엇이 맞나요? (2개를 고르세요.)'), []],
    ['a field that Korean lacks', stem('Lower minimumHealthyPercent.', '하한을 낮춰요.'), ['stem.ko']],
    ['another instance type', stem('It runs on m5.large.', 't3.medium에서 실행돼요.'), ['stem.ko', 'stem.en']],
    ['code that English lacks', stem('Use the strategy.', '`binpack`을 써요.'), ['stem.en']],
  ],
};

describe.each(ITEM_RULES)('$id: $name', ({ id, check }) => {
  it.each(CASES[id] ?? [])('%s', (_, asked, faults) => {
    expect(check(itemOf(asked)).map((fault) => fault.path.join('.'))).toEqual(faults);
  });

  it('has a case that passes and one that fails', () => {
    const counts = (CASES[id] ?? []).map(([, , faults]) => faults.length);
    expect(counts).toContain(0);
    expect(counts.some((count) => count > 0)).toBe(true);
  });

  it('says what is wrong and what to write', () => {
    for (const [, asked] of CASES[id] ?? [])
      for (const { message } of check(itemOf(asked))) expect(message).toMatch(/^[^;]+; .+[^.]$/);
  });
});

describe('the rules together', () => {
  it('have ids of their own', () => {
    const ids = ITEM_RULES.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('find nothing wrong with a sound question', () => {
    expect(checkItem(question())).toEqual([]);
  });

  it('name themselves in what they find', () => {
    const [fault] = checkItem(question({ choices: choices(6, 0) }));
    expect(fault).toEqual({
      rule: 'O1',
      level: 'error',
      path: ['choices'],
      message: 'there are 6 choices; write three to five, all of which somebody would take',
    });
  });
});

describe('an exception', () => {
  const six = { choices: choices(6, 0) };

  it('silences its rule', () => {
    expect(checkItem(question({ ...six, exceptions: [{ rule: 'O1', reason: 'AWS offers six here' }] }))).toEqual([]);
  });

  it('silences no other rule', () => {
    const found = checkItem(question({ ...six, exceptions: [{ rule: 'O7', reason: 'the key must be exact' }] }));
    expect(found.map((fault) => [fault.rule, fault.level])).toEqual([
      ['O1', 'error'],
      [undefined, 'warning'],
    ]);
  });

  it('from a rule that finds nothing is to be removed', () => {
    expect(checkItem(question({ exceptions: [{ rule: 'O1', reason: 'none' }] }))).toEqual([
      {
        path: ['exceptions', 0, 'rule'],
        level: 'warning',
        message: 'rule O1 finds nothing here; remove the exception',
      },
    ]);
  });

  it('from a rule that does not exist is refused with the nearest one', () => {
    const [fault] = checkItem(question({ exceptions: [{ rule: 'O11-absolute', reason: 'x' }] }));
    expect(fault).toMatchObject({
      path: ['exceptions', 0, 'rule'],
      level: 'error',
      message: 'there is no rule "O11-absolute"; did you mean "O11-absolutes"?',
    });
  });
});
