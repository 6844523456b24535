import { defineMessages } from './messages.ts';

/** Words of what can be chosen of the log. */
export const logMessages = defineMessages(
  {
    logKind: 'Kind of entry',
    logService: 'Service',
    logText: 'Find',
    allKinds: 'Every kind',
    allServices: 'Every service',
    kindOfEntry: (kind: string) =>
      ({
        placement: 'Placement',
        task: 'Tasks and containers',
        deployment: 'Deployments',
        scaling: 'Scaling and alarms',
        capacity: 'Instances and capacity',
        traffic: 'Requests and targets',
        event: 'Events and rules',
      })[kind] ?? kind,
    entriesFound: (found: number, all: number) => (found === all ? `${all} entries` : `${found} of ${all} entries`),
    onlyTask: (task: string) => `only ${task}`,
    letGo: '(show the others again)',
    wholeLog: 'Show all',
  },
  {
    logKind: '기록 종류',
    logService: '서비스',
    logText: '찾기',
    allKinds: '모든 종류',
    allServices: '모든 서비스',
    kindOfEntry: (kind: string) =>
      ({
        placement: '배치',
        task: '태스크와 컨테이너',
        deployment: '배포',
        scaling: '조정과 경보',
        capacity: '인스턴스와 용량',
        traffic: '요청과 대상',
        event: '이벤트와 규칙',
      })[kind] ?? kind,
    entriesFound: (found: number, all: number) => (found === all ? `기록 ${all}개` : `기록 ${all}개 중 ${found}개`),
    onlyTask: (task: string) => `${task}만`,
    letGo: '(다른 기록도 다시 보기)',
    wholeLog: '모두 보기',
  },
);
