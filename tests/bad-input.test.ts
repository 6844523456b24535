import { describe, expect, it } from 'vitest';
import { type Change, faultsOf } from '../src/disk/small-library.fixture.ts';

const QUESTIONS = 'src/content/questions/spreading.yaml';
const EN = 'src/content/lessons/en/spreading.mdx';
const KO = 'src/content/lessons/ko/spreading.mdx';
const GLOSSARY = 'src/content/glossary.yaml';
const CLAIMS = 'src/content/claims.yaml';
const CURRICULUM = 'src/content/curriculum.yaml';
const SOURCES = 'src/content/sources.yaml';
const BELIEFS = 'src/content/beliefs.yaml';

/** What an author gets wrong, the file with the mistake in it, and the whole of what the check prints. */
type Case = [mistake: string, file: string, change: Change, line: string];

const QUESTION_FILES: Case[] = [
  [
    'an unknown key',
    QUESTIONS,
    [['  sources: [ecs', '  shuffle:\n    on: true\n  sources: [ecs']],
    `${QUESTIONS}:30:3  0.shuffle: unknown key "shuffle"; the keys here are id, lesson, objective, exams, claims, kind, cognitive, stem, choices, proof, order, sources and 7 more`,
  ],
  [
    'a misspelt key',
    QUESTIONS,
    [['  claims: [place-01]', '  claims: [place-01]\n  visibilty: live']],
    `${QUESTIONS}:6:3  0.visibilty: unknown key "visibilty"; did you mean "visibility"?`,
  ],
  [
    'a key that is missing',
    QUESTIONS,
    [['  cognitive: apply\n', '']],
    `${QUESTIONS}:1:3  0.cognitive: is missing; write recall, understand, apply or analyse`,
  ],
  [
    'a value of the wrong type',
    QUESTIONS,
    [['claims: [place-01]', 'claims: place-01']],
    `${QUESTIONS}:5:11  0.claims: is the text "place-01"; write a list`,
  ],
  [
    'a kind that does not exist',
    QUESTIONS,
    [['kind: single', 'kind: sinlge']],
    `${QUESTIONS}:6:9  0.kind: "sinlge" is not a kind of question; did you mean single?`,
  ],
  [
    'a missing translation',
    QUESTIONS,
    [['text: { en: random, ko: random }', 'text: { en: random }']],
    `${QUESTIONS}:19:13  0.choices.1.text.ko: the Korean translation is missing; write ko: …`,
  ],
  [
    'an empty translation',
    QUESTIONS,
    [['text: { en: random, ko: random }', 'text: { en: "", ko: random }']],
    `${QUESTIONS}:19:19  0.choices.1.text.en: the English translation is empty; write it`,
  ],
  [
    'a text in one language only',
    QUESTIONS,
    [['text: { en: random, ko: random }', 'text: random']],
    `${QUESTIONS}:19:13  0.choices.1.text: write a text in both languages: { en: …, ko: … }`,
  ],
  [
    'two right choices in a single-choice question',
    QUESTIONS,
    [
      ['    - id: b\n', '    - id: b\n      correct: true\n'],
      ['      belief: random-balances\n', ''],
    ],
    `${QUESTIONS}:12:5  0.choices: a single-choice question has exactly one right choice, this has 2 right choices (a, b); mark one with "correct: true", or write "kind: multiple"`,
  ],
  [
    'no right choice',
    QUESTIONS,
    [['      correct: true\n', '']],
    `${QUESTIONS}:12:5  0.choices: a single-choice question has exactly one right choice, this has no right choice; mark one with "correct: true", or write "kind: multiple"`,
  ],
  [
    'one right choice in a multiple-choice question',
    QUESTIONS,
    [['kind: single', 'kind: multiple']],
    `${QUESTIONS}:12:5  0.choices: a multiple-choice question has at least two right choices, this has 1; mark them with "correct: true", or write "kind: single"`,
  ],
  [
    'two choices of one id',
    QUESTIONS,
    [['    - id: c', '    - id: b']],
    `${QUESTIONS}:24:11  0.choices.2.id: choice "b" stands twice; give each choice its own id`,
  ],
  [
    'an id with capitals',
    QUESTIONS,
    [['id: spread-two-zones', 'id: Spread Two']],
    `${QUESTIONS}:1:7  0.id: an id is lower-case letters, digits and hyphens; write for example rolling-floor-rounds-up`,
  ],
  [
    'a lesson without a heading',
    QUESTIONS,
    [['lesson: spreading#spread', 'lesson: spreading']],
    `${QUESTIONS}:2:11  0.lesson: a place in a lesson is the lesson, # and a heading id; write for example ecs-rolling-updates#rounding`,
  ],
  [
    'a heading that does not exist',
    QUESTIONS,
    [['lesson: spreading#spread', 'lesson: spreading#spraed']],
    `${QUESTIONS}:2:11  0.lesson: the lesson en/spreading has no heading with the id "spraed"; did you mean "spread"?`,
  ],
  [
    'a belief that does not exist',
    QUESTIONS,
    [['belief: random-balances', 'belief: random-balance']],
    `${QUESTIONS}:20:15  0.choices.1.belief: there is no belief "random-balance"; did you mean "random-balances"?`,
  ],
  [
    'a proof that leaves a choice out',
    QUESTIONS,
    [
      [
        '  sources: [ecs',
        '  proof: { scenario: placement/even, goals: [all], each: { a: { set: {} }, b: { set: {} } } }\n  sources: [ecs',
      ],
    ],
    `${QUESTIONS}:30:58  0.proof.each: choice "c" is not proved; say what it sets: "c: { set: { … } }"`,
  ],
  [
    'a choice that gives itself away by its length',
    QUESTIONS,
    [['text: { en: random, ko: random }', 'text: { en: random as the wind blows, ko: random }']],
    `${QUESTIONS}:19:19  0.choices.1.text.en: this choice has 24 characters, the median is 7; shorten it to 11 or lengthen the others (rule O7)`,
  ],
  ['an empty file', QUESTIONS, '', `${QUESTIONS}:1:1  a question file is a list; begin each question with "- id:"`],
  [
    'an empty entry',
    QUESTIONS,
    [['- id: spread-two-zones', '-\n- id: spread-two-zones']],
    `${QUESTIONS}:1:2  0: is empty; write a mapping (key: value) with id, lesson, objective, exams, claims, kind, cognitive, stem, choices, proof, order, sources and 7 more`,
  ],
  [
    'a key written twice',
    QUESTIONS,
    [['  kind: single', '  kind: single\n  kind: multiple']],
    `${QUESTIONS}:7:3  this key stands twice in one mapping; keep one of them`,
  ],
  [
    'a brace that is never closed',
    QUESTIONS,
    [['text: { en: random, ko: random }', 'text: { en: random, ko: random']],
    `${QUESTIONS}:20:7  this is not valid YAML: Flow map in block collection must be sufficiently indented and end with a }; look at this line and the one before it`,
  ],
  [
    'a tab',
    QUESTIONS,
    [['  kind: single', '\tkind: single']],
    `${QUESTIONS}:6:2  this line begins with a tab; indent with spaces`,
  ],
  [
    'another ending',
    'src/content/questions/more.yml',
    '- id: more\n',
    'src/content/questions/more.yml:1:1  this file is not read, because its name does not end in .yaml; rename it',
  ],
];

const LESSON_FILES: Case[] = [
  ['no front matter', EN, '# Spreading\n', `${EN}:1:1  a lesson begins with front matter between two lines "---"`],
  [
    'a field of the wrong type',
    EN,
    [['minutes: 5', 'minutes: five']],
    `${EN}:6:10  minutes: is the text "five"; write a number`,
  ],
  [
    'an exam that does not exist',
    EN,
    [['exams: [SAA]', 'exams: [CLF]']],
    `${EN}:5:9  exams.0: "CLF" is not allowed; write SAA, DVA, SOA or DOP`,
  ],
  [
    'a day in another form',
    EN,
    [['checked: 2026-11-20', 'checked: 20.11.2026']],
    `${EN}:7:10  checked: a day is written as 2026-11-21`,
  ],
  [
    'a day that no calendar has',
    EN,
    [['checked: 2026-11-20', 'checked: 2026-02-30']],
    `${EN}:7:10  checked: the calendar has no such day; write one as 2026-11-21`,
  ],
  [
    'a list that is never closed',
    EN,
    [['exams: [SAA]', 'exams: [SAA']],
    `${EN}:6:1  this is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]; look at this line and the one before it`,
  ],
  [
    'a heading without an id',
    KO,
    [['## spread가 세는 것 {#spread}', '## spread가 세는 것']],
    `${KO}:14:1  a heading of the second level needs an explicit id, the same in both languages; write "## Title {#id}"`,
  ],
  ['one language only', KO, null, `${EN}:2:1  the lesson "spreading" is missing in "ko"; write ${KO}`],
  [
    'front matter that differs between languages',
    KO,
    [['checked: 2026-11-20', 'checked: 2026-11-19']],
    `${KO}:7:10  checked: "checked" differs from ${EN}; both languages say the same`,
  ],
  [
    'a question that does not exist',
    EN,
    [['<Question id="spread-two-zones"', '<Question id="spread-two-zone"']],
    `${EN}:18:1  there is no question "spread-two-zone"; did you mean "spread-two-zones"?`,
  ],
  [
    'a scenario that does not exist',
    EN,
    [['<Scenario id="placement/even"', '<Scenario id="placement/evn"']],
    `${EN}:22:1  there is no scenario "placement/evn"; did you mean "placement/even"?`,
  ],
  [
    'a citation that its front matter does not list',
    EN,
    [['<Cite id="ecs-placement"', '<Cite id="ecs-placment"']],
    `${EN}:16:1  there is no source "ecs-placment" in the sources of this lesson; did you mean "ecs-placement"?`,
  ],
  [
    'another ending',
    'src/content/lessons/en/other.md',
    'x',
    'src/content/lessons/en/other.md:1:1  this file is not read, because its name does not end in .mdx; rename it',
  ],
];

const OTHER_FILES: Case[] = [
  [
    'a term without Korean',
    GLOSSARY,
    [['term: { en: task, ko: 태스크 }', 'term: { en: task }']],
    `${GLOSSARY}:2:9  0.term.ko: the Korean translation is missing; write ko: …`,
  ],
  [
    'other forms of a term as a list',
    GLOSSARY,
    [['{ en: [ECS task] }', '[ECS task]']],
    `${GLOSSARY}:3:9  0.also: is a list; write a mapping (key: value) with en and ko`,
  ],
  [
    'a term that leads nowhere',
    GLOSSARY,
    [['lesson: spreading#spread', 'lesson: spreading#sprad']],
    `${GLOSSARY}:5:11  0.lesson: the lesson en/spreading has no heading with the id "sprad"; did you mean "spread"?`,
  ],
  [
    'a verdict that does not exist',
    CLAIMS,
    [['true-today', 'true']],
    `${CLAIMS}:4:12  0.verdict: true is not allowed; write true-today, dated, imprecise or wrong`,
  ],
  [
    'a claim of no topic',
    CLAIMS,
    [['topic: spreading', 'topic: spreding']],
    `${CLAIMS}:2:10  0.topic: there is no topic "spreding" in curriculum.yaml; did you mean "spreading"?`,
  ],
  [
    'a claim that is not taught',
    CLAIMS,
    [['  taught: spreading#spread\n', '']],
    `${CLAIMS}:1:3  0: claim "place-01" is not taught, though its lesson "spreading" is written; teach it and add "taught: spreading#…"`,
  ],
  [
    'a claim that no question tests',
    QUESTIONS,
    [['claims: [place-01]', 'claims: []']],
    `${CLAIMS}:1:3  0: claim "place-01" is not tested; add it to the claims of a question of "spreading"`,
  ],
  [
    'no curriculum',
    CURRICULUM,
    null,
    `${CURRICULUM}:1:1  this file is missing; write tracks, topics, objectives, exams and scenarioOrder into it`,
  ],
  [
    'a lesson in the order that is not written',
    CURRICULUM,
    [['lessons: [spreading]', 'lessons: [spreading, spreadin]']],
    `${CURRICULUM}:4:26  tracks.0.lessons.1: there is no lesson "spreadin"; did you mean "spreading"?`,
  ],
  [
    'weights that make no whole',
    CURRICULUM,
    [['weight: 40', 'weight: 30']],
    `${CURRICULUM}:18:7  exams.0.domains: the weights of SAA-C03 add up to 90; write 100 percent`,
  ],
  [
    'a weight in words',
    CURRICULUM,
    [['weight: 40', 'weight: 40%']],
    `${CURRICULUM}:19:69  exams.0.domains.1.weight: is the text "40%"; write a number`,
  ],
  [
    'a source without https',
    SOURCES,
    [['https://docs', 'http://docs']],
    `${SOURCES}:3:8  0.url: an address begins with https://`,
  ],
  [
    'a source checked tomorrow',
    SOURCES,
    [['2026-11-20', '2026-11-22']],
    `${SOURCES}:4:12  0.checked: 2026-11-22 is after today (2026-11-21); write the day it was checked`,
  ],
  [
    'a mapping where a list stands',
    BELIEFS,
    'random: x\n',
    `${BELIEFS}:1:1  this file is a list; begin each entry with "- id:"`,
  ],
  [
    'a note where none belongs',
    BELIEFS,
    [['ko: 무작위면 고르다. }', 'ko: 무작위면 고르다., note: x }']],
    `${BELIEFS}:2:47  0.text.note: unknown key "note"; the keys here are en and ko`,
  ],
  [
    'aliases that multiply without end',
    BELIEFS,
    `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`,
    `${BELIEFS}:1:1  this YAML cannot be read: Excessive alias count indicates a resource exhaustion attack; write the values out instead of aliases (*name)`,
  ],
];

describe.each([
  ['a question file', QUESTION_FILES],
  ['a lesson', LESSON_FILES],
  ['glossary, claims, curriculum, sources or beliefs', OTHER_FILES],
])('what is wrong in %s is said in one line, with its place and what to write:', (_, cases) => {
  it.each(cases)('%s', (_mistake, file, change, line) => {
    expect(faultsOf({ [file]: change })).toEqual([line]);
  });
});

describe('one mistake', () => {
  it('does not hide another in the same file', () => {
    const faults = faultsOf({
      [QUESTIONS]: [
        ['kind: single', 'kind: sinlge'],
        ['claims: [place-01]', 'claims: 1'],
      ],
    });
    expect(faults.map((fault) => fault.split(':')[1])).toEqual(['5', '6']);
  });

  it('does not hide another in another file', () => {
    const faults = faultsOf({
      [QUESTIONS]: [['kind: single', 'kind: sinlge']],
      [SOURCES]: [['status: read', 'status: seen']],
    });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([QUESTIONS, SOURCES]);
  });
});
