import type { Entry } from '../run.ts';
import { lasting, type Sentences } from './sentence.ts';

/** Load, requests and the targets that answer them. */
export const TRAFFIC_SENTENCES = {
  'load-changed': (e) => `${serviceOf(e)}초당 요청이 ${e.requests?.sent ?? 0}개로 바뀌었어요.`,
  'requests-failing': (e) =>
    `${serviceOf(e)}초당 요청 ${e.requests?.sent ?? '?'}개 가운데 ${failedOf(e)}개가 실패해요: ${causesOf(e)}.`,
  'requests-recovered': (e) =>
    `${serviceOf(e)}요청이 더는 실패하지 않아요. ${lasting(e.seconds)} 동안 ${e.requests?.failed ?? '?'}개가 실패했어요.`,
  'requests-cut': (e) =>
    `${e.task} 태스크가 처리하던 요청 ${e.requests?.failed ?? '?'}개가 실패해요: ${CUTS[e.reason ?? ''] ?? e.reason ?? ''}.`,
  'target-gone': (e) => `대상 그룹 ${e.targetGroup}의 상태 확인이 ${e.task} 태스크가 사라진 것을 이제 알아챘어요.`,
  'target-drained': (e) =>
    `${e.task} 태스크가 처리하던 요청이 모두 끝났어요. 대상 그룹 ${e.targetGroup}에서는 ${lasting(e.seconds)} 더 draining이고, SIGTERM도 그때까지 기다려요.`,
} as const satisfies Sentences;

function serviceOf({ service }: Entry): string {
  return service === undefined ? '' : `${service} 서비스의 `;
}

function failedOf({ requests, requestFailures = [] }: Entry): number {
  return requests?.failed ?? requestFailures.reduce((sum, { failed }) => sum + failed, 0);
}

const CAUSES: Record<string, string> = {
  'no-target': '요청을 받을 대상이 없어요',
  dropped: '사라진 대상에 흐름이 묶여 있어요',
  refused: '응답하지 않는 태스크를 아직 몰라요',
  hangs: '멈춰 있는 태스크를 아직 몰라요',
  blocked: '보안 그룹이 막고 있어요',
  lost: '사라진 호스트를 아직 몰라요',
  overloaded: '태스크가 처리할 수 있는 것보다 많아요',
  cut: '태스크가 사라졌어요',
};

/** `tg 3개, 사라진 호스트를 아직 몰라요 (web-1, web-2)`. */
function causesOf({ requestFailures = [] }: Entry): string {
  return requestFailures
    .map(({ cause, failed, targetGroup, tasks }) => {
      const who = tasks.length === 0 ? '' : ` (${tasks.slice(0, 4).join(', ')}${tasks.length > 4 ? ' …' : ''})`;
      return `${targetGroup} ${failed}개, ${CAUSES[cause] ?? cause}${who}`;
    })
    .join('; ');
}

const CUTS: Record<string, string> = {
  deregistered: '등록 취소 지연이 끝났어요',
  stopped: '태스크가 STOPPED예요',
  lost: '호스트가 사라졌어요',
  exited: '컨테이너가 끝났어요',
};
