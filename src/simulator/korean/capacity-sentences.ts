import type { Entry } from '../run.ts';
import { alarmOf, holdOf, reservationOf, stepOf, waitingOf } from './managed-scaling.ts';
import { because, lasting, type Sentences } from './sentence.ts';

/** Instances, capacity providers, service scaling, queues and rules. */
export const CAPACITY_SENTENCES = {
  'instance-draining': (e) => `${e.instance} 인스턴스가 DRAINING이 되었어요.`,
  'instance-active': (e) => `${e.instance} 인스턴스가 다시 ACTIVE가 되어 태스크를 받아요.`,
  'instance-lost': (e) => `${e.instance} 인스턴스가 태스크와 함께 사라졌어요.`,
  'instance-launching': (e) =>
    `${groupOf(e)}에서 ${e.availabilityZone}에 ${e.instance} 인스턴스를 시작해요. ${e.noticeSeconds ?? 0}초 뒤에 등록돼요.`,
  'instance-launch-blocked': (e) =>
    e.task
      ? `${e.task} 태스크가 들어갈 인스턴스 유형이 ${groupOf(e)}에 없어요.`
      : `${groupOf(e)}의 인스턴스를 원하는 용량에 맞추지 못해요${because(e)}.`,
  'instance-registered': (e) => `${e.instance} 인스턴스가 클러스터에 등록되어 ACTIVE가 되었어요.`,
  'instance-stands': (e) => `${groupOf(e)}의 ${e.instance} 인스턴스가 ${e.availabilityZone}에 있어요.`,
  'instance-terminating': (e) =>
    e.reason === 'DRAINING'
      ? `${groupOf(e)}에서 ${e.instance} 인스턴스를 종료해요. 먼저 DRAINING으로 바꿔 태스크를 내보내요.`
      : `${groupOf(e)}에서 ${e.instance} 인스턴스를 바로 종료해요.`,
  'instance-terminated': (e) => `${e.instance} 인스턴스가 종료되었어요.`,
  'capacity-alarm': (e) => `용량 공급자 ${e.capacityProvider}: ${reservationOf(e)}. ${alarmOf(e)}. ${waitingOf(e)}.`,
  'capacity-scaled': (e) => `용량 공급자 ${e.capacityProvider}: ${e.autoScalingGroup} 그룹의 원하는 용량 ${stepOf(e)}.`,
  'capacity-held': (e) => `${groupOf(e)}의 인스턴스를 늘리지 않아요. ${holdOf(e)}. ${waitingOf(e)}.`,
  'tasks-shared-out': (e) =>
    `${e.service ? `${e.service} 서비스` : 'RunTask'}의 태스크를 용량 공급자에 나눠요: ${sharesOf(e)}.`,
  'spot-interruption': (e) =>
    `${e.task ? `${e.task} 태스크` : `${e.instance} 인스턴스`}를 회수한다는 예고가 왔어요. ${lasting(e.noticeSeconds)} 뒤에 사라져요.`,
  'service-scaled': (e) =>
    `${e.service} 서비스의 원하는 태스크 수를 ${e.scaling?.from}개에서 ${e.scaling?.to}개로 바꿔요(${e.scaling?.policy}: ${sumOf(e)}${cooldownOf(e)}).`,
  'scaling-held': (e) =>
    `${e.service} 서비스를 ${e.scaling?.needed}개로 바꾸려 하지만 그대로 둬요(${HOLDS[e.scaling?.heldBy ?? ''] ?? e.scaling?.heldBy ?? ''}: ${sumOf(e)}).`,
  'scheduled-action': (e) => scheduledOf(e),
  'app-runner-scaled': (e) =>
    `App Runner가 ${e.service} 서비스의 인스턴스를 ${e.scaling?.from}개에서 ${e.scaling?.to}개로 바꿔요(동시 요청 ${sumOf(e)}).`,
  'messages-returned': (e) =>
    e.reason === 'task-stopped'
      ? `대기열 ${e.queue}에서 메시지 ${e.count}개를 받아 간 태스크가 멈췄어요. 표시 제한 시간 ${e.visibilityTimeoutSeconds}초가 지나 다시 보여요.`
      : `대기열 ${e.queue}의 메시지 ${e.count}개가 처리 중인데 다시 보여요. 처리에는 ${e.messageSeconds}초가 걸리는데 표시 제한 시간은 ${e.visibilityTimeoutSeconds}초예요.`,
  'rule-matched': (e) =>
    `규칙 ${e.rule}의 패턴에 ${e.task ?? e.service ?? e.instance ?? ''}의 이벤트(${e.detailType})가 맞았어요.`,
  'rule-due': (e) => `규칙 ${e.rule}의 실행 시각이 되었어요.`,
  'topic-notified': (e) => `주제 ${e.topic}에 알림을 보냈어요(${e.rule ? `규칙 ${e.rule}` : `경보 ${e.alarm}`}).`,
  event: (e) => eventOf(e),
} as const satisfies Sentences;

/** Managed Instances have no group that anybody sees. */
function groupOf({ autoScalingGroup, capacityProvider }: Entry): string {
  return autoScalingGroup === undefined ? `용량 공급자 ${capacityProvider}` : `${autoScalingGroup} 그룹`;
}

/** `A 3개(base 1, weight 1), B 4개(base 0, weight 3)`. */
function sharesOf({ shares = [] }: Entry): string {
  return shares
    .map(
      ({ capacityProvider, tasks, base, weight }) => `${capacityProvider} ${tasks}개(base ${base}, weight ${weight})`,
    )
    .join(', ');
}

const HOLDS: Record<string, string> = {
  cooldown: '휴지 기간(cooldown)',
  max: '최대 용량',
  deployment: '배포 중',
  policies: '다른 정책',
  suspended: '조정 일시 중지',
};

/** The sum is written in figures and AWS's words, so it reads the same. */
function sumOf({ scaling }: Entry): string {
  return (scaling?.sum ?? '').replace(/\brunning\b/g, 'RUNNING');
}

/** `; 휴지 기간은 8분 시점까지`, where a cooldown began. */
function cooldownOf({ at, scaling }: Entry): string {
  const until = scaling?.cooldownUntil ?? at;
  return until > at ? `; 휴지 기간은 ${lasting(until)} 시점까지` : '';
}

function scheduledOf({ service, scaling }: Entry): string {
  const action = `${service} 서비스에 예약된 작업(${scaling?.policy})`;
  if (scaling?.heldBy === 'limits') return `${action}이 실패해요. 최솟값이 최댓값보다 커져요(${scaling.sum}).`;
  if (scaling?.heldBy === 'suspended') return `${action}은 아무것도 바꾸지 않아요. 예약 조정이 일시 중지되어 있어요.`;
  const move =
    scaling?.from === scaling?.to
      ? `원하는 태스크 수는 ${scaling?.from}개 그대로예요`
      : `원하는 태스크 수가 ${scaling?.from}개에서 ${scaling?.to}개로 바뀌어요`;
  return `${action}이 한도를 정해요: 최소 ${scaling?.minCapacity}, 최대 ${scaling?.maxCapacity}. ${move}.`;
}

/** What the scenario asked for: the AWS call or what broke. */
function eventOf({ verb, input, reason, message }: Entry): string {
  const given = (typeof input === 'object' && !Array.isArray(input) ? input : undefined) ?? {};
  const isMissing = reason === 'MISSING';
  switch (verb) {
    case 'runTask':
      return `RunTask 호출: ${given.taskDefinition} 태스크 ${given.count ?? 1}개를 시작해요.`;
    case 'startTask':
      return `StartTask 호출: ${given.taskDefinition} 태스크를 ${list(given.containerInstances)}에서 시작해요.`;
    case 'stopTask':
      return isMissing
        ? `StopTask 호출: 실행 중인 ${given.task} 태스크가 없어요.`
        : `StopTask 호출: ${given.task} 태스크를 멈춰요.`;
    case 'activate':
      return `${given.instance} 인스턴스는 DRAINING이 아니어서 ACTIVE로 되돌릴 수 없어요.`;
    case 'drain':
    case 'loseInstance':
      return `${given.instance} 인스턴스가 없어서 아무 일도 일어나지 않아요.`;
    case 'failAvailabilityZone':
      return `가용 영역 ${given.availabilityZone}에 장애가 났어요.`;
    case 'stopServiceDeployment':
      return `StopServiceDeployment 호출: ${given.service} 서비스에 진행 중인 배포가 없어요.`;
    case 'continueServiceDeployment':
      return `ContinueServiceDeployment 호출: ${given.service} 서비스에 일시 중지된 배포가 없어요.`;
    case undefined:
      return `사건: ${message}`;
    default:
      return `사건: ${verb} ${Object.values(given).map(list).filter(Boolean).join(' · ')}`.trim();
  }
}

function list(value: unknown): string {
  return Array.isArray(value) ? value.map(list).join(', ') : typeof value === 'object' ? '' : String(value ?? '');
}
