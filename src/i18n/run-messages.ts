import { defineMessages } from './messages.ts';

/** Words of a run that a lesson shows: its card, before and after it plays. */
export const runMessages = defineMessages(
  {
    run: 'A run',
    settings: 'Settings of this run',
    asWritten: 'with the settings as written',
    stillAt: (clock: string, end: string) => `${clock} of ${end}`,
    play: 'Play this run',
    playing: 'Loading the run…',
    tryOthers: 'Try other settings',
    outcome: 'What the run gives in the end',
  },
  {
    run: '실행 기록',
    settings: '이 실행의 설정',
    asWritten: '원래 설정 그대로',
    stillAt: (clock: string, end: string) => `${end} 가운데 ${clock}`,
    play: '이 실행 재생',
    playing: '실행을 불러오는 중…',
    tryOthers: '다른 설정으로 해 보기',
    outcome: '실행이 끝났을 때의 결과',
  },
);

export type RunWords = (typeof runMessages)['en'];
