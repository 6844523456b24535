import { defineMessages } from './messages.ts';

/** Words of what flows into the yard: load balancers with their targets, and queues. */
export const flowMessages = defineMessages(
  {
    flows: 'Requests and messages',
    kind: (kind: string) =>
      ({
        application: 'Application Load Balancer',
        network: 'Network Load Balancer',
        gateway: 'Gateway Load Balancer',
        classic: 'Classic Load Balancer',
      })[kind] ?? 'requests to the service',
    short: (kind: string): string =>
      ({ application: 'ALB', network: 'NLB', gateway: 'GWLB', classic: 'CLB' })[kind] ?? '→',
    perSecond: (rate: string) => `${rate}/s`,
    noRequests: 'nobody sends requests',
    failed: (rate: string) => `${rate}/s fail`,
    allServed: 'all answered',
    served: (rate: string) => `${rate}/s answered`,
    target: (state: string): string => state,
    noTargets: 'no target',
    queue: 'queue',
    visible: (count: string) => `${count} visible`,
    inFlight: (count: string) => `${count} in flight`,
    oldest: (seconds: string) => `oldest ${seconds} s`,
    readBy: (service: string) => `read by ${service}`,
  },
  {
    flows: '요청과 메시지',
    kind: (kind: string) =>
      ({
        application: 'Application Load Balancer',
        network: 'Network Load Balancer',
        gateway: 'Gateway Load Balancer',
        classic: 'Classic Load Balancer',
      })[kind] ?? '서비스로 오는 요청',
    short: (kind: string): string =>
      ({ application: 'ALB', network: 'NLB', gateway: 'GWLB', classic: 'CLB' })[kind] ?? '→',
    perSecond: (rate: string) => `초당 ${rate}`,
    noRequests: '요청을 보내는 곳이 없어요',
    failed: (rate: string) => `초당 ${rate} 실패`,
    allServed: '모두 응답',
    served: (rate: string) => `초당 ${rate} 응답`,
    target: (state: string): string => state,
    noTargets: '대상 없음',
    queue: '대기열',
    visible: (count: string) => `대기 ${count}개`,
    inFlight: (count: string) => `처리 중 ${count}개`,
    oldest: (seconds: string) => `가장 오래된 것 ${seconds}초`,
    readBy: (service: string) => `읽는 서비스: ${service}`,
  },
);

export type FlowWords = (typeof flowMessages)['en'];
