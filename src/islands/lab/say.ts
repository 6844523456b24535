import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { Entry, GoalResult, Refusal, Test } from '../../simulator/run.ts';
import type { Reading } from '../../simulator/scenario/scenario-schema.ts';
import { clock } from './chart-model.ts';

/**
 * One entry as a sentence. English is the simulator's own, in AWS's words; Korean is written from the entry's fields,
 * so that nothing is translated from a sentence.
 */
export function sayEntry(lang: Language, entry: Entry): string {
  return lang === 'en' ? entry.message : sayEntryInKorean(entry);
}

const KOREAN: Record<Entry['type'], (entry: Entry) => string> = {
  'task-placed': (e) =>
    e.state === 'RUNNING'
      ? `${taskOf(e)} 태스크가 ${e.instance}에서 실행 중이에요.`
      : `${taskOf(e)} 태스크를 ${e.instance}에 배치했어요.`,
  'task-not-placed': (e) => `${e.service ? `${e.service} 서비스의 ` : ''}태스크를 배치할 곳이 없어요${because(e)}.`,
  'task-running': (e) => `${e.task} 태스크가 ${e.instance ? `${e.instance}에서 ` : ''}RUNNING이 되었어요.`,
  'task-healthy': (e) => `${e.task} 태스크를 정상(HEALTHY)으로 세기 시작해요.`,
  'task-stopping': (e) => `${e.task} 태스크를 멈추고 있어요${because(e)}.`,
  'task-stopped': (e) => `${e.task} 태스크가 STOPPED예요. ${e.instance ?? '인스턴스'}의 자리가 비었어요.`,
  'deployment-started': (e) => `${e.service} 서비스가 ${e.taskDefinition ?? ''} 배포를 시작했어요.`,
  'deployment-step': (e) => `${e.service} 서비스의 배포가 한 걸음 나아가요${weighed(e)}.`,
  'deployment-blocked': (e) => `${e.service} 서비스의 배포가 움직이지 못해요${weighed(e)}${noRoom(e)}.`,
  'deployment-completed': (e) => `${e.service} 서비스의 ${e.taskDefinition ?? ''} 배포가 끝났어요.`,
  alarm: (e) => (e.service ? `${e.service} 서비스의 이번 배포에서는 이미 울린 경보를 무시해요.` : `사건: ${e.message}`),
  'deployment-stage': (e) => `${e.service} 서비스의 배포가 다음 단계로 가요: ${stageOf(e)}`,
  'deployment-hook': (e) => `${e.service} 서비스의 수명 주기 훅: ${stageOf(e)}`,
  'traffic-shifted': (e) => `${e.service} 서비스의 프로덕션 트래픽을 옮겨요: ${sharesOf(e)}`,
  'launch-quota': (e) => `${e.service} 서비스가 분당 태스크 시작 할당량에 닿아서 나머지는 기다려요.`,
  'launch-throttled': (e) => `${e.service} 서비스의 태스크가 계속 시작하지 못해서 다음 시도를 늦춰요.`,
  'deployment-failed': (e) => `${e.service} 서비스의 배포가 실패했어요.`,
  'deployment-rolling-back': (e) => `${e.service} 서비스를 마지막으로 완료된 배포로 되돌려요.`,
  'deployment-rolled-back': (e) => `${e.service} 서비스를 이전 배포로 되돌렸어요.`,
  'circuit-breaker': (e) => `${e.service} 서비스의 배포 서킷 브레이커가 실패한 태스크를 세요.`,
  'task-protection': (e) =>
    e.task ? `${e.task} 태스크의 축소 보호가 바뀌었어요.` : `축소 보호를 걸지 못했어요${because(e)}.`,
  'zone-rebalancing': (e) => `${e.service} 서비스의 가용 영역 재조정: ${e.reason ?? ''}`,
  'scale-in-blocked': (e) => `${e.service} 서비스에 멈춰야 할 태스크가 보호되어 있어서 기다려요.`,
  'service-steady': (e) => `${e.service} 서비스가 안정 상태(steady state)에 도달했어요.`,
  'service-updated': (e) => `${e.service} 서비스의 설정이 바뀌었어요.`,
  'task-unhealthy': (e) => `${e.task} 태스크가 비정상(UNHEALTHY)이 되었어요${because(e)}.`,
  'task-pending': (e) => `${e.task} 태스크의 네트워크 인터페이스가 연결되어 PENDING이 되었어요.`,
  'task-waiting': (e) =>
    `${e.task} 태스크가 PROVISIONING에서 기다려요. 용량 공급자 ${e.capacityProvider ?? ''}의 인스턴스에 자리가 없어요.`,
  'capacity-alarm': (e) =>
    `용량 공급자 ${e.capacityProvider}의 CapacityProviderReservation이 ${e.capacity?.reservation} %예요(M ${e.capacity?.needed}, N ${e.capacity?.instances}, 목표 ${e.capacity?.target} %).`,
  'capacity-scaled': (e) =>
    `용량 공급자 ${e.capacityProvider}가 ${e.autoScalingGroup} 그룹의 원하는 용량을 ${e.capacity?.from}에서 ${e.capacity?.to}로 바꿔요(M ${e.capacity?.needed} ÷ ${e.capacity?.target} %).`,
  'capacity-held': (e) => `기다리는 태스크가 있지만 ${e.autoScalingGroup} 그룹을 늘리지 않아요${because(e)}.`,
  'instance-launching': (e) =>
    `${e.autoScalingGroup} 그룹이 ${e.availabilityZone}에서 ${e.instance} 인스턴스를 시작해요.`,
  'instance-launch-blocked': (e) => `${e.autoScalingGroup} 그룹을 원하는 용량에 맞추지 못해요${because(e)}.`,
  'instance-registered': (e) => `${e.instance} 인스턴스가 클러스터에 등록되어 ACTIVE예요.`,
  'instance-terminating': (e) =>
    e.reason === 'DRAINING'
      ? `${e.autoScalingGroup} 그룹이 ${e.instance} 인스턴스를 내보내요. 태스크가 먼저 빠져나가요.`
      : `${e.autoScalingGroup} 그룹이 ${e.instance} 인스턴스를 바로 종료해요.`,
  'instance-terminated': (e) => `${e.instance} 인스턴스가 종료되었어요.`,
  'task-activating': (e) => `${e.task} 태스크를 대상 그룹 ${e.targetGroup ?? ''}에 등록해요(ACTIVATING).`,
  'task-deactivating': (e) =>
    `${e.task} 태스크를 대상 그룹 ${e.targetGroup ?? ''}에서 빼고, 남은 요청이 끝나기를 기다려요(DEACTIVATING${e.reason ? `, ${e.reason}` : ''}).`,
  'task-deprovisioning': (e) => `${e.task} 태스크의 네트워크 인터페이스를 지워요(DEPROVISIONING).`,
  'task-health-lost': (e) => `${e.task} 태스크를 더는 정상으로 세지 않아요.`,
  'health-ignored': (e) => `${e.task} 태스크의 상태 확인이 실패했지만, 유예 기간이라 무시해요.`,
  'image-pulled': (e) => `${e.task} 태스크의 ${e.container} 컨테이너 이미지를 내려받았어요.`,
  'container-started': (e) => `${e.task} 태스크의 ${e.container} 컨테이너가 시작되었어요.`,
  'container-health': (e) => `${e.task} 태스크의 ${e.container} 컨테이너 상태 확인 결과가 바뀌었어요.`,
  'container-exited': (e) => `${e.task} 태스크의 ${e.container} 컨테이너가 끝났어요(종료 코드 ${e.exitCode ?? '?'}).`,
  'container-restarted': (e) => `재시작 정책이 ${e.task} 태스크의 ${e.container} 컨테이너를 다시 시작해요.`,
  'container-failed': (e) => `${e.task} 태스크의 ${e.container} 컨테이너를 시작하지 못했어요.`,
  'target-healthy': (e) => `대상 그룹 ${e.targetGroup}에서 ${e.task} 태스크가 정상(healthy)이에요.`,
  'target-unhealthy': (e) => `대상 그룹 ${e.targetGroup}에서 ${e.task} 태스크가 비정상(unhealthy)이에요.`,
  'instance-lost': (e) => `${e.instance} 인스턴스가 태스크와 함께 사라졌어요.`,
  'instance-draining': (e) => `${e.instance} 인스턴스가 DRAINING이 되었어요.`,
  event: (e) => `사건: ${eventOf(e)}`,
};

function sayEntryInKorean(entry: Entry): string {
  return KOREAN[entry.type](entry).replace(/ {2,}/g, ' ');
}

function taskOf(entry: Entry): string {
  return entry.taskDefinition ? `${entry.task}(${entry.taskDefinition})` : (entry.task ?? '');
}

function because(entry: Entry): string {
  return entry.reason ? ` (${entry.reason})` : '';
}

/** Names of stages stay as AWS writes them. */
function stageOf({ message }: Entry): string {
  return /[A-Z]+(?:_[A-Z]+)+/.exec(message)?.[0] ?? '';
}

/** `10 % web:2, 90 % web:1`: the shares read the same in both languages. */
function sharesOf({ message }: Entry): string {
  return message.replace(/^.*production traffic: /, '').replace(/\.$/, '');
}

function weighed({ bounds }: Entry): string {
  return bounds ? `: 하한 ${bounds.floor}, 상한 ${bounds.cap}, 정상 ${bounds.healthy}, 태스크 ${bounds.tasks}` : '';
}

/** The cap would let tasks start, so what is missing is a place for them. */
function noRoom({ bounds }: Entry): string {
  return bounds && bounds.cap > bounds.tasks
    ? `. ${bounds.cap - bounds.tasks}개 더 시작해도 되지만 놓을 인스턴스가 없어요`
    : '';
}

/** An event says what AWS call was made or what broke; names and verbs stay as the console and the CLI write them. */
function eventOf(entry: Entry): string {
  const about = [entry.service, entry.taskDefinition, entry.task, entry.instance, entry.availabilityZone].filter(
    Boolean,
  );
  return about.length > 0 ? about.join(' · ') : entry.message;
}

/** A metric's value for a person: a second of the run as a clock, counts and percent as numbers, null as "never". */
export function sayValue(words: LabWords, metric: string, value: number | null): string {
  if (value === null) return words.never;
  if (isMoment(metric)) return clock(value);
  return Number.isInteger(value) ? String(value) : value.toFixed(2).replace(/\.?0+$/, '');
}

/** Metrics whose value is a second of the run. */
export function isMoment(metric: string): boolean {
  return /At$/.test(metric);
}

/** `≥ 2`, `≤ 3:00`, `= 4`, `1–3`: the test of a goal, for the column beside what was observed. */
export function sayTest(metric: string, test: Test): string {
  const value = (bound: number) => (isMoment(metric) ? clock(bound) : String(bound));
  if ('atLeast' in test) return `≥ ${value(test.atLeast)}`;
  if ('atMost' in test) return `≤ ${value(test.atMost)}`;
  if ('equals' in test) return `= ${value(test.equals)}`;
  return `${value(test.between[0])}–${value(test.between[1])}`;
}

/** How a goal's value came about: "lowest, from 0:30". The time itself is a link, so it is returned apart. */
export function sayEvidence(words: LabWords, goal: Reading, result: GoalResult): { text: string; at: string | null } {
  if (result.observed === null) return { text: words.neverReached, at: null };
  if (isMoment(goal.metric)) return { text: words.reached, at: clock(result.at) };
  const how = { min: words.lowest, max: words.highest, mean: words.average, total: words.total, last: words.last }[
    goal.take ?? 'last'
  ];
  return { text: `${how}, ${words.since}`, at: clock(result.at) };
}

/** A refusal's rule, short enough for a berth's tag: AWS's `RESOURCE:MEMORY` as `memory`. */
export function shortRule(rule: string): string {
  return rule.startsWith('RESOURCE:') ? rule.slice('RESOURCE:'.length).toLowerCase() : rule;
}

/** A rank's rule for a column or a tag: `spread(attribute:ecs.availability-zone)` as `spread zone`. */
export function shortRank(words: LabWords, rule: string): string {
  const match = /^(\w+)\((?:attribute:)?(.+)\)$/.exec(rule);
  if (match === null) return rule === 'lowest index' ? words.lowestIndex : rule;
  const [, strategy, field = ''] = match;
  const name =
    { 'ecs.availability-zone': words.inZone, instanceId: words.onInstance, memory: 'MiB', cpu: 'CPU' }[field] ?? field;
  return `${strategy} ${name}`;
}

/** `memory: need 1,024, have 768`. */
export function sayRefusal(words: LabWords, refusal: Refusal): string {
  return `${shortRule(refusal.rule)}: ${words.needHave(refusal.need, refusal.have)}`;
}

/** Numbers with thousands parted as both languages part them. No locale default is asked. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
