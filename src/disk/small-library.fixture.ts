import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkFiles } from './check-files.ts';
import { sayFault } from './load-yaml.ts';

/** The files of a library in which everything is right: one lesson, one question, one scenario. */
export const SOUND = {
  'src/content/curriculum.yaml': `tracks:
  - id: ecs
    title: { en: ECS, ko: ECS }
    lessons: [spreading]
topics:
  - { id: spreading, title: { en: Spreading, ko: 분산 }, lesson: spreading }
objectives:
  - { id: placement.strategies, title: { en: Choose, ko: 고르기 }, exams: [SAA], domains: { SAA: secure } }
exams:
  - family: SAA
    code: SAA-C03
    title: { en: Architect, ko: 아키텍트 }
    questions: 65
    unscored: 15
    minutes: 130
    pass: 720
    domains:
      - { id: secure, title: { en: Secure, ko: 보안 }, weight: 60 }
      - { id: resilient, title: { en: Resilient, ko: 복원력 }, weight: 40 }
    covers: { en: Containers., ko: 컨테이너. }
    sources: [ecs-placement]
scenarioOrder:
  - { topic: placement, title: { en: Placement, ko: 배치 } }
`,
  'src/content/sources.yaml': `- id: ecs-placement
  title: How Amazon ECS places tasks
  url: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement.html
  checked: 2026-11-20
  status: read
`,
  'src/content/beliefs.yaml': `- id: random-balances
  text: { en: Random is even., ko: 무작위면 고르다. }
- id: binpack-balances
  text: { en: Binpack is even., ko: binpack이면 고르다. }
`,
  'src/content/claims.yaml': `- id: place-01
  topic: spreading
  claim: { en: Spread balances., ko: spread는 고르게 나눈다. }
  verdict: true-today
  fact: { en: It does., ko: 그렇다. }
  sources: [ecs-placement]
  taught: spreading#spread
`,
  'src/content/glossary.yaml': `- id: task
  term: { en: task, ko: 태스크 }
  also: { en: [ECS task] }
  meaning: { en: What runs., ko: 실행되는 것. }
  lesson: spreading#spread
  sources: [ecs-placement]
`,
  'src/content/reference/tables.yaml': `- id: strategies
  title: { en: Strategies, ko: 전략 }
  lead: { en: What each counts., ko: 저마다 세는 것. }
  corner: { en: Question, ko: 질문 }
  columns:
    - { en: spread, ko: spread }
    - { en: binpack, ko: binpack }
  rows:
    - head: { en: It counts, ko: 세는 것 }
      cells:
        - { en: tasks, ko: 태스크 }
        - { en: what is left, ko: 남은 양 }
      lesson: spreading#spread
      sources: [ecs-placement]
    - head: { en: Good for, ko: 알맞은 일 }
      cells:
        - { en: availability, ko: 가용성 }
        - { en: cost, ko: 비용 }
      sources: [ecs-placement]
`,
  'src/content/reference/limits.yaml': `- id: strategies
  topic: spreading
  what: { en: Strategies, ko: 전략 }
  field: placementStrategy
  value: { en: "5", ko: 5개 }
  lesson: spreading#spread
  sources: [ecs-placement]
`,
  'src/content/reference/changes.yaml': `- id: rebalancing
  date: 2024-11-20
  kind: new
  what: { en: Rebalancing, ko: 재조정 }
  exam: { en: Tasks stay., ko: 그대로 있다. }
  today: { en: They move., ko: 옮겨 간다. }
  lesson: spreading#spread
  sources: [ecs-placement]
`,
  'src/content/lessons/en/spreading.mdx': `---
title: Spreading tasks
summary: How tasks are spread.
outcomes: [Follow a task, Choose a strategy, Name a zone]
exams: [SAA]
minutes: 5
checked: 2026-11-20
scenario: placement/even
sources: [ecs-placement]
---

Six tasks, two zones.

## What spread counts {#spread}

It counts tasks. <Cite id="ecs-placement" />

<Question id="spread-two-zones" />

## In one screen {#summary}

<Scenario id="placement/even" />
`,
  'src/content/lessons/ko/spreading.mdx': `---
title: 태스크 분산
summary: 태스크가 나뉘는 방법.
outcomes: [태스크 따라가기, 전략 고르기, 영역 말하기]
exams: [SAA]
minutes: 5
checked: 2026-11-20
scenario: placement/even
sources: [ecs-placement]
---

태스크 여섯 개, 영역 두 곳.

## spread가 세는 것 {#spread}

태스크를 세요. <Cite id="ecs-placement" />

<Question id="spread-two-zones" />

## 한 화면 요약 {#summary}

<Scenario id="placement/even" />
`,
  'src/content/questions/spreading.yaml': `- id: spread-two-zones
  lesson: spreading#spread
  objective: placement.strategies
  exams: [SAA]
  claims: [place-01]
  kind: single
  cognitive: apply
  stem:
    en: A service runs six tasks in two zones. What keeps the zones even?
    ko: 서비스가 영역 두 곳에서 태스크 여섯 개를 실행해요. 영역을 고르게 하는 것은 무엇인가요?
  choices:
    - id: a
      correct: true
      text: { en: spread, ko: spread }
      why:
        en: It counts the tasks of the service in each zone and takes the zone with the fewest.
        ko: 영역마다 이 서비스의 태스크를 세어서 가장 적은 영역을 골라 쓰는 전략이에요.
    - id: b
      text: { en: random, ko: random }
      belief: random-balances
      why:
        en: Chance decides among the instances with room, and nothing keeps the shares even over time.
        ko: 자리가 있는 인스턴스 중에서 운에 맡길 뿐, 고르게 나뉘도록 지켜 주는 것은 없어요.
    - id: c
      text: { en: binpack, ko: binpack }
      belief: binpack-balances
      why:
        en: Memory is compared here, so the fullest instance wins every time until nothing fits any more.
        ko: 여기서는 메모리를 비교하니까 더 들어가지 않을 때까지 가장 찬 인스턴스가 계속 뽑혀요.
  sources: [ecs-placement]
`,
  'scenarios/placement/even.yaml': `title: { en: Even, ko: 고르게 }
lesson: spreading#spread
level: 1
model: ecs
world:
  region: ap-northeast-2
  availabilityZones: [ap-northeast-2a, ap-northeast-2c]
  containerInstances:
    - { name: a, count: 2, instanceType: m5.large, availabilityZone: ap-northeast-2a }
    - { name: c, count: 1, instanceType: m5.large, availabilityZone: ap-northeast-2c }
  taskDefinitions:
    - { family: web, revision: 1, networkMode: bridge, containerDefinitions: [ { name: web, image: web:v1, cpu: 512, memory: 1024 } ] }
  services:
    - { serviceName: web, taskDefinition: web:1, desiredCount: 2 }
  images:
    web:v1: { pull: 4s, start: 3s }
  begin: empty
challenge:
  brief: { en: Keep it even., ko: 고르게 유지하세요. }
  change:
    - { path: /services/0/desiredCount, label: { en: Tasks, ko: 태스크 }, min: 0, max: 6 }
  goals:
    - { id: all, metric: services.web.running, over: final, is: { equals: 4 }, say: { en: Four run., ko: 네 개가 실행돼요. } }
  hints:
    - { en: Count., ko: 세어 보세요. }
    - { en: Count again., ko: 다시 세어 보세요. }
    - { en: Write four., ko: 4를 쓰세요. }
  solutions:
    - { name: four, set: { /services/0/desiredCount: 4 } }
  mistakes:
    - name: as-it-was
      set: {}
      fails: [all]
      belief: random-balances
      why: { en: Two run., ko: 두 개만 실행돼요. }
  predict:
    - { id: count, ask: { en: How many?, ko: 몇 개인가요? }, metric: services.web.running }
`,
} as const;

export const TODAY = '2026-11-21';

type Path = keyof typeof SOUND | (string & {});
/** What a test does to a file: new text, replacements `[written, instead]`, or null for "delete it". */
export type Change = string | null | readonly (readonly [string, string])[];

/** Writes the sound library with changes into a new folder and hands it over; the folder is gone afterwards. */
export function withLibrary<T>(changes: Partial<Record<Path, Change>>, use: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'drydock-library-'));
  try {
    const paths = new Set([...Object.keys(SOUND), ...Object.keys(changes)]);
    for (const path of paths) {
      const text = changed(path, (SOUND as Record<string, string>)[path], changes[path]);
      if (text === undefined) continue;
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function changed(path: string, sound: string | undefined, change: Change | undefined): string | undefined {
  if (change === null) return undefined;
  if (change === undefined || typeof change === 'string') return change ?? sound;
  return change.reduce((text, [written, instead]) => {
    if (!text.includes(written)) throw new Error(`${path} does not say ${JSON.stringify(written)}`);
    return text.replace(written, () => instead);
  }, sound ?? '');
}

/** Every fault of the changed library, as an author reads it; warnings say so. */
export function faultsOf(changes: Partial<Record<Path, Change>>, today = TODAY): string[] {
  return withLibrary(changes, (root) =>
    checkFiles(root, { today }).faults.map(
      (fault) => `${fault.level === 'warning' ? 'warning: ' : ''}${sayFault(fault)}`,
    ),
  );
}
