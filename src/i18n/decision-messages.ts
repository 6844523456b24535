import { defineMessages } from './messages.ts';

/** Words of the question "Why here?": a task, its candidates, and what refused or ranked them. */
export const decisionMessages = defineMessages(
  {
    pickTask:
      'Pick a container in the yard, or step to an entry that places a task: here stands every berth with the rule that refused it or its rank.',
    hereBeforeRun: 'Run first. Then pick any container and ask why it stands where it stands.',
    stoodAtStart:
      'This task stood here at second 0, before the run began. It was placed one after another, by the same rules.',
    taskOn: (task: string, instance: string) => `${task} on ${instance}`,
    taskNowhere: (task: string) => `${task}: placed nowhere`,
    aTask: 'A task',
    stateSince: (state: string, at: string) => `${state} since ${at}`,
    needs: (cpu: string, memory: string) => `Needs ${cpu} CPU units and ${memory} MiB.`,
    holdsPorts: (ports: string) => `Holds host port ${ports}.`,
    refusedRanked: (refused: number, ranked: number) =>
      `${refused === 0 ? 'No instance was refused' : `${refused} refused`}; ${ranked} ranked.`,
    candidates: (task: string, at: string) => `Candidates for ${task} at ${at}`,
    result: 'Result',
    refusedHead: 'Refused',
    ruleHead: 'Rule: need and have',
    rankHigher: (rule: string) => `higher: ${rule}`,
    noDecision: 'This entry decided no placement.',
  },
  {
    pickTask:
      '야드에서 컨테이너를 고르거나 태스크를 배치하는 기록으로 가 보세요. 인스턴스마다 거절한 규칙이나 순위가 여기에 나와요.',
    hereBeforeRun: '먼저 실행하세요. 그다음 아무 컨테이너나 골라 왜 거기에 있는지 물어보세요.',
    stoodAtStart: '이 태스크는 실행이 시작되기 전, 0초부터 여기에 있었어요. 같은 규칙으로 하나씩 배치된 거예요.',
    taskOn: (task: string, instance: string) => `${task} → ${instance}`,
    taskNowhere: (task: string) => `${task}: 배치되지 않음`,
    aTask: '태스크',
    stateSince: (state: string, at: string) => `${at}부터 ${state}`,
    needs: (cpu: string, memory: string) => `CPU ${cpu}단위, 메모리 ${memory}MiB가 필요해요.`,
    holdsPorts: (ports: string) => `쓰고 있는 호스트 포트: ${ports}.`,
    refusedRanked: (refused: number, ranked: number) =>
      `${refused === 0 ? '거절한 인스턴스가 없고' : `${refused}개가 거절했고`} ${ranked}개의 순위를 매겼어요.`,
    candidates: (task: string, at: string) => `${at}에 ${task} 태스크의 후보`,
    result: '결과',
    refusedHead: '거절',
    ruleHead: '규칙: 필요한 것과 있는 것',
    rankHigher: (rule: string) => `더 큼: ${rule}`,
    noDecision: '이 기록은 배치를 결정하지 않았어요.',
  },
);

export type DecisionWords = (typeof decisionMessages)['en'];
