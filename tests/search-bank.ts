/**
 * What learners type and where it should lead: paths without language, any of them is right. `kind` says what makes
 * the query hard. Written from the lessons' topics, not from their sentences.
 */
export type BankQuery = {
  query: string;
  leads: string[];
  kind: 'plain' | 'spacing' | 'particle' | 'typo' | 'partial' | 'other-script';
};

const placement = (anchor: string) => `/lessons/ecs-task-placement/${anchor}`;
const rolling = (anchor: string) => `/lessons/ecs-rolling-updates/${anchor}`;
const types = (anchor: string) => `/lessons/ecs-launch-types/${anchor}`;
const capacity = (anchor: string) => `/lessons/ecs-capacity-providers/${anchor}`;
const term = (id: string) => `/glossary/#${id}`;
const lab = (id: string) => `/lab/${id}/`;

const SHARED: BankQuery[] = [
  { query: 'rolling updat', kind: 'partial', leads: [rolling('')] },
  { query: '롤링업데이트는', kind: 'spacing', leads: [rolling(''), rolling('#strategies')] },
  { query: 'minimum healthy', kind: 'partial', leads: [rolling('#minimum-healthy-percent')] },
  { query: '태스크 배치', kind: 'plain', leads: [placement(''), placement('#process'), term('task-placement')] },
  { query: 'minimumHealthyPercent', kind: 'plain', leads: [rolling('#minimum-healthy-percent')] },
  { query: 'maximumpercent', kind: 'plain', leads: [rolling('#maximum-percent')] },
  { query: 'binpack', kind: 'plain', leads: [placement('#binpack')] },
  { query: 'bin pack', kind: 'spacing', leads: [placement('#binpack')] },
  { query: 'binpak', kind: 'typo', leads: [placement('#binpack')] },
  { query: '빈팩', kind: 'other-script', leads: [placement('#binpack'), term('binpack')] },
  { query: 'distinctInstance', kind: 'plain', leads: [placement('#distinct-instance')] },
  { query: 'distinct instance', kind: 'spacing', leads: [placement('#distinct-instance')] },
  { query: 'memberof', kind: 'plain', leads: [placement('#member-of')] },
  { query: 'fargate', kind: 'plain', leads: [types('#fargate'), term('fargate')] },
  { query: '파게이트', kind: 'other-script', leads: [types('#fargate'), term('fargate')] },
  { query: 'fargat', kind: 'partial', leads: [types('#fargate'), term('fargate')] },
  { query: 'managed instances', kind: 'plain', leads: [types('#managed-instances')] },
  { query: 'capacity provider', kind: 'plain', leads: [capacity(''), types('#strategy'), term('capacity-provider')] },
  { query: 'circuit breaker', kind: 'plain', leads: [rolling('#safety')] },
  { query: '서킷브레이커', kind: 'other-script', leads: [rolling('#safety'), term('circuit-breaker')] },
  { query: 'stopTimeout', kind: 'plain', leads: [term('stop-timeout'), rolling('#healthy'), rolling('#order')] },
  { query: 'AZ', kind: 'plain', leads: [term('availability-zone'), placement('#spread'), placement('#chained')] },
];

const ENGLISH: BankQuery[] = [
  { query: 'launch type', kind: 'plain', leads: [types(''), types('#two-launch-types')] },
  { query: 'launchtype', kind: 'spacing', leads: [types(''), types('#two-launch-types'), types('#strategy')] },
  {
    query: 'spread across zones',
    kind: 'plain',
    leads: [placement('#spread'), placement('#chained'), lab('placement/survive-a-zone')],
  },
  { query: 'placement strateg', kind: 'partial', leads: [placement('#strategies'), term('placement-strategy')] },
  { query: 'placment constraint', kind: 'typo', leads: [placement('#constraints'), term('placement-constraint')] },
  { query: 'which task stops first', kind: 'plain', leads: [placement('#scale-in')] },
  { query: 'rounding', kind: 'plain', leads: [rolling('#rounding')] },
  {
    query: 'deployment stuck',
    kind: 'plain',
    leads: [rolling('#stuck'), rolling('#safety'), rolling('#full-cluster')],
  },
  { query: 'full cluster', kind: 'plain', leads: [rolling('#full-cluster')] },
  { query: 'rollback', kind: 'plain', leads: [rolling('#safety'), term('rollback')] },
  { query: 'helthy', kind: 'typo', leads: [rolling('#healthy'), rolling('#minimum-healthy-percent')] },
  { query: 'blue green', kind: 'spacing', leads: [rolling('#strategies'), term('blue-green')] },
  { query: 'fargate price', kind: 'plain', leads: [types('#billing')] },
  {
    query: 'patching instances',
    kind: 'plain',
    leads: [types('#patch-day'), types('#ec2'), lab('launch-types/patch-day')],
  },
  { query: 'half the fleet', kind: 'plain', leads: [lab('rolling-update/half-the-fleet')] },
  { query: 'random', kind: 'plain', leads: [placement('#random')] },
  { query: 'default strategy', kind: 'plain', leads: [placement('#default')] },
  {
    query: 'static port',
    kind: 'plain',
    leads: [
      '/lessons/ecs-networking/#static',
      lab('rolling-update/static-port'),
      rolling('#full-cluster'),
      term('dynamic-host-port'),
    ],
  },
];

const KOREAN: BankQuery[] = [
  { query: '시작유형', kind: 'spacing', leads: [types(''), types('#two-launch-types')] },
  { query: '시작 유', kind: 'partial', leads: [types(''), types('#two-launch-types'), types('#strategy')] },
  { query: '배치전략을', kind: 'particle', leads: [placement('#strategies'), term('placement-strategy')] },
  { query: '배치 제약에서', kind: 'particle', leads: [placement('#constraints'), term('placement-constraint')] },
  { query: '최소 정상', kind: 'partial', leads: [rolling('#minimum-healthy-percent')] },
  { query: '최대백분율', kind: 'spacing', leads: [rolling('#maximum-percent')] },
  {
    query: '반올림',
    kind: 'plain',
    leads: [rolling('#rounding'), rolling('#traps'), lab('rolling-update/two-thirds-rounded-up')],
  },
  { query: '올림 내림', kind: 'plain', leads: [rolling('#rounding')] },
  {
    query: '태스ㅋ',
    kind: 'partial',
    leads: [types('#fargate'), placement(''), placement('#process'), term('task'), placement('#scale-in')],
  },
  {
    query: 'ECS를',
    kind: 'particle',
    leads: ['/lessons/ecs-building-blocks/#what-is-ecs', rolling(''), types(''), placement('')],
  },
  {
    query: '가용영역',
    kind: 'spacing',
    leads: [term('availability-zone'), placement('#spread'), placement('#chained')],
  },
  { query: '관리형인스턴스', kind: 'spacing', leads: [types('#managed-instances')] },
  { query: '용량 공급자는', kind: 'particle', leads: [capacity(''), types('#strategy'), term('capacity-provider')] },
  { query: '꽉 찬 클러스터', kind: 'plain', leads: [rolling('#full-cluster')] },
  { query: '블루그린', kind: 'spacing', leads: [rolling('#strategies'), term('blue-green')] },
  { query: '롤백', kind: 'plain', leads: [rolling('#safety'), term('rollback')] },
  {
    query: '컨테이나 인스턴스',
    kind: 'typo',
    leads: [term('container-instance'), types('#ec2'), term('container-instance-role')],
  },
  { query: '파게이트 요금', kind: 'other-script', leads: [types('#billing')] },
  { query: '축소할 때', kind: 'plain', leads: [placement('#scale-in')] },
  { query: '절반씩', kind: 'plain', leads: [lab('rolling-update/half-the-fleet')] },
  { query: '롤링 업데이드', kind: 'typo', leads: [rolling(''), rolling('#strategies'), term('rolling-update')] },
  {
    query: 'fhffld djqepdlxm',
    kind: 'other-script',
    leads: [rolling(''), rolling('#strategies'), term('rolling-update')],
  },
];

export const SEARCH_BANK = { en: [...SHARED, ...ENGLISH], ko: [...SHARED, ...KOREAN] };

/** Path of an address without its language. */
export function pathOf(url: string): string {
  return url.replace(/^\/ko\//, '/');
}
