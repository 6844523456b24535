import { describe, expect, it } from 'vitest';
import { type Change, faultsOf, SOUND } from '../disk/small-library.fixture.ts';

const QUESTIONS = 'src/content/questions/spreading.yaml';
const EN = 'src/content/lessons/en/spreading.mdx';
const KO = 'src/content/lessons/ko/spreading.mdx';
const GLOSSARY = 'src/content/glossary.yaml';
const CLAIMS = 'src/content/claims.yaml';
const CURRICULUM = 'src/content/curriculum.yaml';
const SOURCES = 'src/content/sources.yaml';
const BELIEFS = 'src/content/beliefs.yaml';
const SCENARIO = 'scenarios/placement/even.yaml';

type Case = [title: string, changes: Record<string, Change>, faults: string[]];

/** A file with its first entry written a second time. */
const doubled = (file: keyof typeof SOUND): Change => `${SOUND[file]}${SOUND[file]}`;

describe('a name that nothing has is told with the nearest one:', () => {
  it.each([
    [
      'the source of a question',
      { [QUESTIONS]: [['sources: [ecs-placement]', 'sources: [ecs-placment]']] },
      [`${QUESTIONS}:30:13  0.sources.0: there is no source "ecs-placment"; did you mean "ecs-placement"?`],
    ],
    [
      'the claim of a question',
      { [QUESTIONS]: [['claims: [place-01]', 'claims: [place-01, place-1]']] },
      [`${QUESTIONS}:5:22  0.claims.1: there is no claim "place-1"; did you mean "place-01"?`],
    ],
    [
      'the objective of a question',
      { [QUESTIONS]: [['objective: placement.strategies', 'objective: placement.strategy']] },
      [
        `${QUESTIONS}:3:14  0.objective: there is no objective "placement.strategy"; did you mean "placement.strategies"?`,
      ],
    ],
    [
      'the belief of a choice',
      { [QUESTIONS]: [['belief: random-balances', 'belief: randm-balances']] },
      [`${QUESTIONS}:20:15  0.choices.1.belief: there is no belief "randm-balances"; did you mean "random-balances"?`],
    ],
    [
      'a question to keep apart',
      { [QUESTIONS]: [['  sources: [ecs', '  apart: [spread-two-zone]\n  sources: [ecs']] },
      [`${QUESTIONS}:30:11  0.apart.0: there is no question "spread-two-zone"; did you mean "spread-two-zones"?`],
    ],
    [
      'the scenario of a proof',
      {
        [QUESTIONS]: [
          [
            '  sources: [ecs',
            '  proof: { scenario: placement/evn, goals: [all], each: { a: { set: {} }, b: { set: {} }, c: { set: {} } } }\n  sources: [ecs',
          ],
        ],
      },
      [`${QUESTIONS}:30:22  0.proof.scenario: there is no scenario "placement/evn"; did you mean "placement/even"?`],
    ],
    [
      'the lesson of a question',
      { [QUESTIONS]: [['lesson: spreading#spread', 'lesson: sprading#spread']] },
      [`${QUESTIONS}:2:11  0.lesson: there is no lesson "sprading"; did you mean "spreading"?`],
    ],
    [
      'the belief of a mistake',
      { [SCENARIO]: [['belief: random-balances', 'belief: randm-balances']] },
      [
        `${SCENARIO}:34:15  challenge.mistakes.0.belief: there is no belief "randm-balances"; did you mean "random-balances"?`,
      ],
    ],
    [
      'the heading of a scenario',
      { [SCENARIO]: [['lesson: spreading#spread', 'lesson: spreading#spred']] },
      [`${SCENARIO}:2:9  lesson: the lesson en/spreading has no heading with the id "spred"; did you mean "spread"?`],
    ],
    [
      'the heading that teaches a claim',
      { [CLAIMS]: [['taught: spreading#spread', 'taught: spreading#spred']] },
      [`${CLAIMS}:7:11  0.taught: the lesson en/spreading has no heading with the id "spred"; did you mean "spread"?`],
    ],
    [
      'the source of a claim',
      { [CLAIMS]: [['sources: [ecs-placement]', 'sources: [ecs-placement, ecs-placment]']] },
      [`${CLAIMS}:6:28  0.sources.1: there is no source "ecs-placment" in sources.yaml; did you mean "ecs-placement"?`],
    ],
    [
      'the source of a term',
      { [GLOSSARY]: [['sources: [ecs-placement]', 'sources: [fargate]']] },
      [`${GLOSSARY}:6:13  0.sources.0: there is no source "fargate" in sources.yaml; there is only "ecs-placement"`],
    ],
    [
      'the source of a blueprint',
      { [CURRICULUM]: [['sources: [ecs-placement]', 'sources: [ecs-placements]']] },
      [
        `${CURRICULUM}:21:15  exams.0.sources.0: there is no source "ecs-placements" in sources.yaml; did you mean "ecs-placement"?`,
      ],
    ],
    [
      'the domain of an objective',
      { [CURRICULUM]: [['domains: { SAA: secure }', 'domains: { SAA: secur }']] },
      [`${CURRICULUM}:8:95  objectives.0.domains.SAA: SAA-C03 has no domain "secur"; did you mean "secure"?`],
    ],
    [
      'the domain of an objective that none is given for',
      { [CURRICULUM]: [[', domains: { SAA: secure }', '']] },
      [
        `${CURRICULUM}:8:5  objectives.0: "placement.strategies" has no domain in SAA-C03; write domains: { SAA: secure } or another of it`,
        `${QUESTIONS}:4:11  0.exams.0: "placement.strategies" has no domain in SAA; give it one in curriculum.yaml, or take SAA out of exams`,
      ],
    ],
    [
      'the lesson of a topic',
      { [CURRICULUM]: [['lesson: spreading }', 'lesson: sprading }']] },
      [
        `${CURRICULUM}:6:64  topics.0.lesson: there is no lesson "sprading"; did you mean "spreading"? One still to be written is "planned:"`,
      ],
    ],
    [
      'the scenario of both front matters',
      {
        [EN]: [['scenario: placement/even', 'scenario: placement/evn']],
        [KO]: [['scenario: placement/even', 'scenario: placement/evn']],
      },
      [
        `${EN}:8:11  scenario: there is no scenario "placement/evn"; did you mean "placement/even"?`,
        `${KO}:8:11  scenario: there is no scenario "placement/evn"; did you mean "placement/even"?`,
      ],
    ],
    [
      'a source of both front matters',
      {
        [EN]: [['sources: [ecs-placement]', 'sources: [ecs-placement, ecs]']],
        [KO]: [['sources: [ecs-placement]', 'sources: [ecs-placement, ecs]']],
      },
      [
        `${EN}:9:26  sources.1: there is no source "ecs" in sources.yaml; did you mean "ecs-placement"?`,
        `${KO}:9:26  sources.1: there is no source "ecs" in sources.yaml; did you mean "ecs-placement"?`,
      ],
    ],
  ] as Case[])('%s', (_, changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults);
  });

  it('or with what there is, when nothing is near', () => {
    expect(faultsOf({ [QUESTIONS]: [['belief: random-balances', 'belief: moon']] })).toEqual([
      `${QUESTIONS}:20:15  0.choices.1.belief: there is no belief "moon"; there are random-balances and binpack-balances`,
    ]);
  });
});

describe('an id that stands twice is told at the second place:', () => {
  it.each([
    [
      'a question',
      { [QUESTIONS]: doubled(QUESTIONS) },
      [
        `${QUESTIONS}:31:7  1.id: question "spread-two-zones" stands twice, first in ${QUESTIONS}; give each its own id`,
      ],
    ],
    [
      'a question of another file',
      { 'src/content/questions/zones.yaml': SOUND[QUESTIONS] },
      [
        `src/content/questions/zones.yaml:1:7  0.id: question "spread-two-zones" stands twice, first in ${QUESTIONS}; give each its own id`,
      ],
    ],
    [
      'a term',
      { [GLOSSARY]: doubled(GLOSSARY) },
      [`${GLOSSARY}:7:7  1.id: term "task" stands twice, first in ${GLOSSARY}; give each its own id`],
    ],
    [
      'a source',
      { [SOURCES]: doubled(SOURCES) },
      [`${SOURCES}:6:7  1.id: source "ecs-placement" stands twice, first in ${SOURCES}; give each its own id`],
    ],
    [
      'a claim',
      { [CLAIMS]: doubled(CLAIMS) },
      [`${CLAIMS}:8:7  1.id: claim "place-01" stands twice, first in ${CLAIMS}; give each its own id`],
    ],
    [
      'a belief',
      {
        [BELIEFS]: [['- id: binpack-balances', '- id: random-balances']],
        [QUESTIONS]: [['belief: binpack-balances', 'belief: random-balances']],
      },
      [`${BELIEFS}:3:7  1.id: belief "random-balances" stands twice, first in ${BELIEFS}; give each its own id`],
    ],
    [
      'an objective',
      {
        [CURRICULUM]: [
          [
            'objectives:\n',
            'objectives:\n  - { id: placement.strategies, title: { en: A, ko: 가 }, exams: [SAA], domains: { SAA: secure } }\n',
          ],
        ],
      },
      [`${CURRICULUM}:9:11  objectives.1.id: "placement.strategies" stands twice in objectives; give each its own id`],
    ],
    [
      'a lesson in the order',
      { [CURRICULUM]: [['lessons: [spreading]', 'lessons: [spreading, spreading]']] },
      [`${CURRICULUM}:4:26  tracks.0.lessons.1: the lesson "spreading" stands twice in the order; remove one`],
    ],
    [
      'a heading',
      { [EN]: [['{#summary}', '{#spread}']], [KO]: [['{#summary}', '{#spread}']] },
      [
        `${EN}:20:1  the heading id "spread" stands twice, first in line 14; give each heading its own`,
        `${KO}:20:1  the heading id "spread" stands twice, first in line 14; give each heading its own`,
      ],
    ],
  ] as Case[])('%s', (_, changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults);
  });
});

describe('a lesson in two languages', () => {
  it.each([
    [
      'that lacks one is told at the other',
      { [EN]: null },
      [`${KO}:2:1  the lesson "spreading" is missing in "en"; write ${EN}`],
    ],
    [
      'has the same headings, in both directions',
      { [KO]: [['{#summary}', '{#sumary}']] },
      [
        `${EN}:20:1  the heading id "summary" is missing in "ko"; add it to ${KO}`,
        `${KO}:20:1  the heading id "sumary" is missing in "en"; add it to ${EN}`,
      ],
    ],
    [
      'says the same exams and sources',
      { [KO]: [['exams: [SAA]', 'exams: [SAA, DVA]']] },
      [`${KO}:5:8  exams: "exams" differs from ${EN}; both languages say the same`],
    ],
    ['may take another time to read', { [KO]: [['minutes: 5', 'minutes: 6']] }, []],
    [
      'stands in a track',
      { [CURRICULUM]: [['lessons: [spreading]', 'lessons: []']] },
      [`${EN}:2:1  no track of curriculum.yaml has the lesson "spreading"; add it where it belongs`],
    ],
  ] as Case[])('%s', (_, changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults);
  });

  it('has an anchor only when both languages have it', () => {
    const faults = faultsOf({ [KO]: [['{#spread}', '{#sread}']] });
    expect(faults).toContain(
      `${QUESTIONS}:2:11  0.lesson: the lesson ko/spreading has no heading with the id "spread"; did you mean "sread"?`,
    );
  });
});

describe('a claim', () => {
  it.each([
    [
      'whose lesson is written is taught',
      { [CLAIMS]: [['  taught: spreading#spread\n', '']] },
      [
        `${CLAIMS}:1:3  0: claim "place-01" is not taught, though its lesson "spreading" is written; teach it and add "taught: spreading#…"`,
      ],
    ],
    [
      'whose lesson is written is tested',
      { [QUESTIONS]: [['claims: [place-01]', 'claims: []']] },
      [`${CLAIMS}:1:3  0: claim "place-01" is not tested; add it to the claims of a question of "spreading"`],
    ],
    [
      'whose lesson is only planned may wait',
      {
        [CLAIMS]: [['  taught: spreading#spread\n', '']],
        [QUESTIONS]: [['claims: [place-01]', 'claims: []']],
        [CURRICULUM]: [['분산 }, lesson: spreading', '분산 }, planned: spreading-more']],
      },
      [],
    ],
  ] as Case[])('%s', (_, changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults);
  });
});

describe('a source', () => {
  const checked = (day: string) => ({ [SOURCES]: [['2026-11-20', day]] as const });
  const url = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement.html';

  it.each([
    ['checked today is fresh', '2026-11-21', []],
    ['checked 180 days ago is fresh', '2026-05-25', []],
    [
      'checked 181 days ago is to be compared again',
      '2026-05-24',
      [
        `warning: ${SOURCES}:4:12  0.checked: source "ecs-placement" was checked 181 days ago; compare it with ${url} and write today's date`,
      ],
    ],
    [
      'checked in the future was not',
      '2026-11-22',
      [`${SOURCES}:4:12  0.checked: 2026-11-22 is after today (2026-11-21); write the day it was checked`],
    ],
  ])('%s', (_, day, faults) => {
    expect(faultsOf(checked(day))).toEqual(faults);
  });

  it('grows old by the day that the caller says, over a leap day too', () => {
    expect(faultsOf(checked('2027-12-01'), '2028-05-29')).toEqual([]);
    expect(faultsOf(checked('2027-12-01'), '2028-05-30')).toHaveLength(1);
  });
});

describe('a scenario', () => {
  it('lies in a folder that the curriculum orders', () => {
    expect(faultsOf({ [CURRICULUM]: [['topic: placement,', 'topic: placment,']] })).toEqual([
      `${SCENARIO}:1:1  the folder "placement" is not in scenarioOrder of curriculum.yaml; did you mean "placment"?`,
    ]);
  });
});

describe('a proof by simulation', () => {
  const proof = (key: string) =>
    `  proof: { scenario: placement/even, goals: [all], each: { a: { set: ${key === 'a' ? '{ /services/0/desiredCount: 4 }' : '{}'} }, b: { set: ${key === 'b' ? '{ /services/0/desiredCount: 4 }' : '{}'} }, c: { set: {} } } }\n`;

  it('that gives the key of the question holds', () => {
    expect(faultsOf({ [QUESTIONS]: [['  sources: [ecs', `${proof('a')}  sources: [ecs`]] })).toEqual([]);
  });

  it('that gives another key is told with what the simulation found', () => {
    const [fault, ...rest] = faultsOf({ [QUESTIONS]: [['  sources: [ecs', `${proof('b')}  sources: [ecs`]] });
    expect(rest).toEqual([]);
    expect(fault).toMatch(
      `${QUESTIONS}:30:10  0.proof: question "spread-two-zones": its key is a, but by simulation b meets all`,
    );
    expect(fault).toMatch('; correct the key or the proof');
  });
});

describe('a wrong key of each kind of proof', () => {
  const head = (kind: string) => `- id: wrong
  lesson: spreading#spread
  objective: placement.strategies
  exams: [SAA]
  claims: [place-01]
  kind: ${kind}
  cognitive: apply
`;
  const stem = (indent = '') =>
    `${indent}  stem: { en: "How many tasks of this service run?", ko: "이 서비스의 태스크가 몇 개 실행되나요?" }\n`;
  const why = (en: string, ko: string) =>
    `{ en: "${en} is what comes of counting the tasks of the service at the end.", ko: "${ko} 서비스의 태스크를 끝에 가서 하나하나 세어 보면 나오는 개수예요." }`;
  const number = (kind: string, answer: string) =>
    `${head(kind)}  draws: { wanted: [2, 3, 4] }\n${stem()}  answer: { ${answer}, why: ${why('This', '이건')} }
  distractors:
    - { value: wanted + 1, why: ${why('One more', '하나 많으면')} }
    - { value: wanted + 2, why: ${why('Two more', '둘 많으면')} }
  sources: [ecs-placement]
`;
  const run =
    'scenario: placement/even, set: { /services/0/desiredCount: "{wanted}" }, metric: services.web.running, take: last';
  const added = (text: string) => ({ 'src/content/questions/added.yaml': text });
  const wrongKeys = (text: string) => faultsOf(added(text)).filter((fault) => fault.includes('question "wrong"'));

  it.each(['number', 'single'])('a %s worked out by arithmetic, which a run denies', (kind) => {
    expect(wrongKeys(number(kind, `value: wanted, proof: { ${run} }`))).toEqual([]);
    expect(wrongKeys(number(kind, `value: wanted - 1, proof: { ${run} }`))).toEqual([
      expect.stringMatching(
        /question "wrong": its key with wanted \d is \d, but by simulation it is \d; correct the key/,
      ),
    ]);
  });

  it.each(['number', 'single'])('a %s whose run says nothing, or says what a wrong value says', (kind) => {
    const nothing = number(kind, `simulate: { ${run.replace('services.web', 'services.shop')} }`);
    const same = number(kind, `simulate: { ${run} }`).replace('value: wanted + 1', 'value: wanted');
    for (const text of [nothing, same]) {
      expect(wrongKeys(text)).toEqual([
        expect.stringContaining('no drawing of it gives a key and wrong values that all differ'),
      ]);
    }
  });

  it('a scenario that its solution does not solve, or that nobody needs to solve', () => {
    const asked = `${head('scenario')}${stem()}  scenario: placement/even\n  sources: [ecs-placement]\n`;
    const scenario = (from: string, to: string) =>
      faultsOf({ ...added(asked), 'scenarios/placement/even.yaml': [[from, to]] }).filter((fault) =>
        fault.includes('question "wrong"'),
      );
    expect(wrongKeys(asked)).toEqual([]);
    expect(scenario('set: { /services/0/desiredCount: 4 }', 'set: { /services/0/desiredCount: 3 }')).toEqual([
      expect.stringContaining('question "wrong": scenario "placement/even" is not solved by four (all: '),
    ]);
    expect(scenario('desiredCount: 2 }', 'desiredCount: 4 }')).toEqual([
      expect.stringContaining('question "wrong": scenario "placement/even" is solved as it stands'),
    ]);
  });

  it('a part of a case, at its place', () => {
    const parts = ['value: wanted', 'value: wanted - 1'].map((answer, index) =>
      number('number', `${answer}, proof: { ${run} }`)
        .replace('id: wrong', `id: wrong-${index}`)
        .replace(/^/gm, '    ')
        .trimEnd(),
    );
    const text = `${head('case')}  stem: { en: A service runs., ko: 서비스가 실행돼요. }\n  parts:\n${parts.join('\n')}\n  sources: [ecs-placement]\n`;
    expect(faultsOf(added(text)).filter((fault) => fault.includes('by simulation'))).toEqual([
      expect.stringMatching(/added\.yaml:\d+:\d+ {2}0\.parts\.1\.answer: question "wrong-1": its key with/),
    ]);
  });

  it('names what exists in usual wrong numbers too', () => {
    const text = number('number', 'value: wanted').replace(
      '{ value: wanted + 1,',
      '{ belief: no-such-belief, value: wanted + 1,',
    );
    expect(faultsOf(added(text))).toEqual(
      expect.arrayContaining([expect.stringContaining('distractors.0.belief: there is no belief "no-such-belief"')]),
    );
  });
});

describe('the wording of a question', () => {
  it('is told with the rule that it breaks', () => {
    expect(faultsOf({ [QUESTIONS]: [['the zone with the fewest.', 'one.']] })).toEqual([]);
    expect(
      faultsOf({
        [QUESTIONS]: [
          ['It counts the tasks of the service in each zone and takes the zone with the fewest.', 'It does.'],
        ],
      }),
    ).toEqual([`${QUESTIONS}:16:13  0.choices.0.why.en: this reason has 2 words; say why in 12 or more (rule X1)`]);
  });

  it('may break a rule with a reason', () => {
    const changes = (rule: string): Change => [
      ['It counts the tasks of the service in each zone and takes the zone with the fewest.', 'It does.'],
      ['  sources: [ecs', `  exceptions: [{ rule: ${rule}, reason: the test wants it }]\n  sources: [ecs`],
    ];
    expect(faultsOf({ [QUESTIONS]: changes('X1') })).toEqual([]);
    expect(faultsOf({ [QUESTIONS]: changes('X3-number') })).toContain(
      `${QUESTIONS}:30:24  0.exceptions.0.rule: there is no rule "X3-number"; did you mean "X3-numbers"?`,
    );
  });

  it('of all questions together is told at their folder', () => {
    const bank = Array.from({ length: 16 }, (_, n) =>
      SOUND[QUESTIONS].replace('spread-two-zones', n === 0 ? 'spread-two-zones' : `spread-${n}`),
    ).join('');
    const [fault] = faultsOf({ [QUESTIONS]: bank });
    expect(fault).toMatch(
      /^src\/content\/questions:1:1 {2}of the 16 questions with 3 choices, the right choice stands 16 times at position 1, .*; move right choices \(rule O3\)$/,
    );
  });
});
