import type { Entry } from '../run.ts';
import { because, type Sentences } from './sentence.ts';

/** Tasks, their containers and their targets. */
export const TASK_SENTENCES = {
  'task-placed': (e) =>
    e.state === 'RUNNING'
      ? `${taskOf(e)} 태스크가 ${placeOf(e)}에서 실행 중이에요.`
      : `${taskOf(e)} 태스크를 ${placeOf(e)}에 배치했어요.`,
  'task-not-placed': (e) => `${e.service ? `${e.service} 서비스의 ` : ''}태스크를 배치할 곳이 없어요${because(e)}.`,
  'task-waiting': (e) =>
    `${e.task} 태스크가 PROVISIONING에서 기다려요. 용량 공급자 ${e.capacityProvider ?? ''}의 인스턴스에 자리가 없어요.`,
  'task-pending': (e) => `${e.task} 태스크의 네트워크 인터페이스가 연결되어 PENDING이 되었어요.`,
  'task-activating': (e) => `${e.task} 태스크를 대상 그룹 ${e.targetGroup ?? ''}에 등록해요(ACTIVATING).`,
  'task-running': (e) => `${e.task} 태스크가 ${e.instance ? `${e.instance}에서 ` : ''}RUNNING이 되었어요.`,
  'task-healthy': (e) => `${e.task} 태스크를 정상(HEALTHY)으로 세기 시작해요.`,
  'task-unhealthy': (e) => `${e.task} 태스크가 비정상(UNHEALTHY)이 되었어요${because(e)}.`,
  'task-health-lost': (e) => `${e.task} 태스크를 더는 정상으로 세지 않아요.`,
  'health-ignored': (e) => `${e.task} 태스크의 상태 확인이 실패했지만, 유예 기간이라 무시해요.`,
  'task-deactivating': (e) =>
    `${e.task} 태스크를 대상 그룹 ${e.targetGroup ?? ''}에서 빼고, 남은 요청이 끝나기를 기다려요(DEACTIVATING${e.reason ? `, ${e.reason}` : ''}).`,
  'task-stopping': (e) => `${e.task} 태스크를 멈추고 있어요${because(e)}.`,
  'task-deprovisioning': (e) => `${e.task} 태스크의 네트워크 인터페이스를 지워요(DEPROVISIONING).`,
  'task-stopped': (e) =>
    `${e.task} 태스크가 STOPPED예요. ${e.instance ? `${e.instance}의 자리가 비었어요` : '자리가 비었어요'}.`,
  'image-pulled': (e) => `${e.task} 태스크의 ${e.container} 컨테이너 이미지를 내려받았어요.`,
  'container-started': (e) => `${e.task} 태스크의 ${e.container} 컨테이너가 시작되었어요.`,
  'container-health': (e) => `${e.task} 태스크의 ${e.container} 컨테이너가 ${healthOf(e)}예요.`,
  'container-exited': (e) => `${e.task} 태스크의 ${e.container} 컨테이너가 끝났어요(종료 코드 ${e.exitCode ?? '?'}).`,
  'container-restarted': (e) => `재시작 정책이 ${e.task} 태스크의 ${e.container} 컨테이너를 다시 시작해요.`,
  'container-failed': (e) => `${e.task} 태스크의 ${e.container} 컨테이너를 시작하지 못했어요${failureOf(e)}.`,
  'target-healthy': (e) => `대상 그룹 ${e.targetGroup}에서 ${e.task} 태스크가 정상(healthy)이에요.`,
  'target-unhealthy': (e) => `대상 그룹 ${e.targetGroup}에서 ${e.task} 태스크가 비정상(unhealthy)이에요.`,
  'task-protection': (e) => protectionOf(e),
} as const satisfies Sentences;

function taskOf({ task, taskDefinition }: Entry): string {
  return taskDefinition ? `${task}(${taskDefinition})` : (task ?? '');
}

/** Fargate has no instance to name. */
function placeOf({ instance, availabilityZone, capacityProvider }: Entry): string {
  return instance ?? `${availabilityZone ?? ''} ${capacityProvider === 'FARGATE_SPOT' ? 'Fargate Spot' : 'Fargate'}`;
}

function healthOf({ message }: Entry): string {
  return /(UN)?HEALTHY/.exec(message)?.[0] ?? 'UNKNOWN';
}

/** `CannotPullContainerError`: the name of the error is enough beside the English sentence in the events. */
function failureOf({ message }: Entry): string {
  const error = /\b(Cannot\w+Error)\b/.exec(message)?.[1];
  return error === undefined ? '' : ` (${error})`;
}

function protectionOf(entry: Entry): string {
  if (entry.reason !== undefined) return `축소 보호를 걸지 못했어요 (${entry.reason}).`;
  const minutes = /for (\d+) min/.exec(entry.message)?.[1];
  return minutes === undefined
    ? `${entry.task} 태스크의 축소 보호가 끝났어요.`
    : `${entry.task} 태스크가 ${minutes}분 동안 축소로부터 보호돼요.`;
}
