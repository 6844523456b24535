import { defineMessages } from './messages.ts';

/** Words of the strips under the lab's chart: requests, queues, utilisation, capacity. */
export const signalMessages = defineMessages(
  {
    signal: (kind: string, of: string) =>
      ({
        requests: `${of}: requests per second`,
        queue: `queue ${of}: messages`,
        cpu: `${of}: CPU in %`,
        memory: `${of}: memory in %`,
        backlog: `${of}: messages per task`,
        reservation: `${of}: CapacityProviderReservation in %`,
        group: `${of}: instances`,
        concurrent: `${of}: App Runner`,
        cost: 'cost: USD per hour',
      })[kind] ?? of,
    line: (name: string) => ({ ...NAMELESS, inFlight: 'in flight', inService: 'in service' })[name] ?? name,
    limit: (kind: 'target' | 'threshold' | 'max'): string => kind,
  },
  {
    signal: (kind: string, of: string) =>
      ({
        requests: `${of}: 초당 요청`,
        queue: `대기열 ${of}: 메시지`,
        cpu: `${of}: CPU %`,
        memory: `${of}: 메모리 %`,
        backlog: `${of}: 태스크당 메시지`,
        reservation: `${of}: CapacityProviderReservation %`,
        group: `${of}: 인스턴스`,
        concurrent: `${of}: App Runner`,
        cost: '비용: 시간당 USD',
      })[kind] ?? of,
    line: (name: string) =>
      ({
        ...NAMELESS,
        sent: '보냄',
        served: '처리',
        failed: '실패',
        visible: '대기',
        inFlight: '처리 중',
        desired: '원하는 용량',
        inService: '서비스 중',
        concurrent: '동시 요청',
        instances: '인스턴스',
      })[name] ?? name,
    limit: (kind: 'target' | 'threshold' | 'max') => ({ target: '목표', threshold: '기준', max: '최대' })[kind],
  },
);

/** Lines that stand alone on their strip: its name says enough. */
const NAMELESS: Record<string, string> = { cpu: '', memory: '', backlogPerTask: '', reservation: '', usdPerHour: '' };

export type SignalWords = (typeof signalMessages)['en'];
