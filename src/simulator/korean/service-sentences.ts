import type { Entry, Json } from '../run.ts';
import { because, lasting, type Sentences } from './sentence.ts';

/** Services and their deployments. */
export const SERVICE_SENTENCES = {
  'service-steady': (e) => `${e.service} 서비스가 안정 상태(steady state)에 도달했어요.`,
  'service-updated': (e) => `${e.service} 서비스의 설정이 바뀌었어요${changesOf(e)}.`,
  'deployment-started': (e) =>
    `${e.service} 서비스가 ${e.taskDefinition ?? ''} 배포를 시작했어요${e.replaces ? `. 지금은 ${e.replaces} 태스크가 돌고 있어요` : ''}.`,
  'deployment-step': (e) => `${e.service} 서비스의 배포가 한 걸음 나아가요${weighed(e)}.`,
  'deployment-blocked': (e) => `${e.service} 서비스의 배포가 움직이지 못해요${weighed(e)}${noRoom(e)}.`,
  'deployment-completed': (e) => `${e.service} 서비스의 ${e.taskDefinition ?? ''} 배포가 끝났어요.`,
  'deployment-failed': (e) => `${e.service} 서비스의 ${e.taskDefinition ?? ''} 배포가 실패했어요${causeOf(e)}.`,
  'deployment-rolling-back': (e) =>
    `${e.service} 서비스를 마지막으로 완료된 ${e.taskDefinition ?? ''} 배포로 되돌려요.`,
  'deployment-rolled-back': (e) => `${e.service} 서비스를 ${e.taskDefinition ?? '이전'} 배포로 되돌렸어요.`,
  'deployment-stage': (e) =>
    e.waitSeconds === undefined
      ? `${e.service} 서비스의 배포가 다음 단계로 가요: ${e.stage ?? ''}`
      : `${e.service} 서비스의 배포가 ${e.stage ?? ''} 단계에서 ${lasting(e.waitSeconds)} 동안 지켜봐요.`,
  'deployment-hook': (e) => `${e.service} 서비스의 수명 주기 훅(${e.stage ?? ''})${hookOf(e)}.`,
  'traffic-shifted': (e) => `${e.service} 서비스의 프로덕션 트래픽을 옮겨요: ${trafficOf(e)}`,
  'circuit-breaker': (e) =>
    e.failures?.counted === 0
      ? `${e.task} 태스크가 정상이라서, 실패한 태스크 수를 0으로 되돌려요.`
      : `${e.task} 태스크가 실패했어요. ${e.service} 서비스의 배포 회로 차단기가 센 실패는 ${e.failures?.counted ?? '?'}개, 기준은 ${e.failures?.threshold ?? '?'}개예요.`,
  'launch-quota': (e) =>
    `${e.service} 서비스가 분당 태스크 시작 할당량에 닿아서 나머지는 ${lasting(e.waitSeconds)} 기다려요.`,
  'launch-throttled': (e) =>
    `${e.service} 서비스의 태스크가 계속 시작하지 못해서, ${lasting(e.waitSeconds)} 뒤에 다시 시작해 봐요.`,
  'scale-in-blocked': (e) => `${e.service} 서비스에서 멈춰야 할 태스크가 보호되어 있어서 기다려요.`,
  'zone-rebalancing': (e) => `${e.service} 서비스의 가용 영역 재조정: ${rebalancingOf(e)}`,
  alarm: (e) => alarmOf(e),
} as const satisfies Sentences;

const FIELDS: Record<string, string> = { taskDefinition: '태스크 정의', desiredCount: '원하는 태스크 수' };

/** `: 원하는 태스크 수 4 → 6, maximumPercent 200 → 150`. */
function changesOf({ changes = [] }: Entry): string {
  const said = changes.map(({ what, from, to }) => {
    const name = FIELDS[what] ?? what;
    if (typeof to === 'object') return name;
    return from === undefined ? `${name} ${plain(to)}` : `${name} ${plain(from)} → ${plain(to)}`;
  });
  return said.length === 0 ? '' : `: ${said.join(', ')}`;
}

function plain(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
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

const CAUSES: readonly (readonly [says: RegExp, korean: string])[] = [
  [/tasks failed to start/, '태스크가 시작하지 못했어요'],
  [/alarm detected/, '경보가 울렸어요'],
  [/lifecycle hook failed/, '수명 주기 훅이 실패했어요'],
  [/StopServiceDeployment/, 'StopServiceDeployment를 호출했어요'],
  [/ContinueServiceDeployment/, '일시 중지에서 ROLLBACK을 골랐어요'],
  [/took longer than 24 hours/, 'SCALE_UP이 24시간을 넘겼어요'],
];

function causeOf({ message }: Entry): string {
  const cause = CAUSES.find(([says]) => says.test(message))?.[1];
  return cause === undefined ? '' : `. ${cause}`;
}

const HOOKS: readonly (readonly [says: RegExp, korean: string])[] = [
  [/is called/, '을 호출해요'],
  [/pauses until/, '에서 ContinueServiceDeployment를 기다려요'],
  [/timed out/, '이 제한 시간을 넘겼어요'],
  [/hookStatus SUCCEEDED/, '이 SUCCEEDED로 답했어요'],
  [/hookStatus FAILED/, '이 FAILED로 답했어요'],
];

function hookOf({ message }: Entry): string {
  return HOOKS.find(([says]) => says.test(message))?.[1] ?? '에 CONTINUE 또는 ROLLBACK을 알렸어요';
}

function trafficOf({ traffic = {} }: Entry): string {
  return Object.entries(traffic)
    .map(([name, percent]) => `${name} ${percent}%`)
    .join(', ');
}

function rebalancingOf(entry: Entry): string {
  const { reason, message } = entry;
  const zone = /tasks? in (\S+?)( |:|\.|$)/.exec(message)?.[1] ?? '';
  switch (reason) {
    case 'SERVICE_REBALANCING_STARTED':
      return `영역이 고르지 않아요(${loadsOf(message)}). 옮기기 시작해요.`;
    case 'SERVICE_REBALANCING_COMPLETED':
      return `영역이 고르게 되었어요(${loadsOf(message)}).`;
    case 'SERVICE_REBALANCING_STOPPED':
      return '배포가 시작되어서 그만둬요.';
    case 'TASKS_STARTED':
      return `${zone}에 태스크 하나를 시작했어요.`;
    case 'TASKS_STOPPED':
      return `${zone}의 태스크 하나를 멈췄어요.`;
    case 'SERVICE_TASK_PLACEMENT_FAILURE':
      return '태스크가 적은 영역에 놓을 자리가 없어요.';
    case 'TASKSET_SCALE_IN_FAILURE_BY_TASK_PROTECTION':
      return '멈춰야 할 태스크가 보호되어 있어서 기다려요.';
    default:
      return because(entry).trim();
  }
}

/** `5 tasks in z-a` as `z-a 5개`. */
function loadsOf(message: string): string {
  return [...message.matchAll(/(\d+) tasks in ([^\s,.]+)/g)].map(([, count, zone]) => `${zone} ${count}개`).join(', ');
}

const COMPARED: Record<string, string> = {
  GreaterThanThreshold: '>',
  GreaterThanOrEqualToThreshold: '≥',
  LessThanThreshold: '<',
  LessThanOrEqualToThreshold: '≤',
};

function alarmOf({ alarm = '', service, evaluation, input }: Entry): string {
  if (service !== undefined) return `${service} 서비스의 이번 배포에서는 이미 울린 경보(${alarm})를 무시해요.`;
  if (evaluation === undefined) {
    const state = (input as { state?: string } | undefined)?.state ?? '';
    return `CloudWatch 경보 ${alarm}의 상태가 바뀌었어요: ${state}`;
  }
  const { from, to, metric, values, threshold, comparisonOperator } = evaluation;
  const test = `${COMPARED[comparisonOperator] ?? ''} ${threshold}`;
  const shown = values.length > 5 ? `… ${values.slice(-3).join(', ')}` : values.join(', ');
  return `CloudWatch 경보 ${alarm}: ${from} → ${to}. ${metric}의 값은 ${shown}, 조건은 ${test}예요.`;
}
