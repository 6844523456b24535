import { defineMessages } from './messages.ts';

/** Words of two runs side by side. */
export const watchMessages = defineMessages(
  {
    title: 'Two runs, one time',
    yours: 'Your answer',
    common: 'Commonest wrong answer',
    other: 'Another answer',
    right: 'Right answer',
    compare: 'Compare the right answer with',
    view: 'Show as',
    chart: 'Chart',
    yard: 'Yard',
    moment: 'Moment of both runs',
    refused: 'AWS would refuse this:',
    running: 'Running both …',
    failed: 'These runs could not be made here. The links below lead to the lab and the lesson.',
    over: (at: string) => `This run is over since ${at}.`,
    before: 'Nothing has happened yet.',
  },
  {
    title: '두 실행, 같은 시각',
    yours: '내 답',
    common: '가장 많은 오답',
    other: '다른 답',
    right: '정답',
    compare: '정답과 견줄 답',
    view: '보기',
    chart: '그래프',
    yard: '부두',
    moment: '두 실행의 시각',
    refused: 'AWS가 받아 주지 않는 값이에요:',
    running: '둘 다 실행하는 중 …',
    failed: '여기서는 실행하지 못했어요. 아래 링크에서 실습실이나 레슨을 열어 보세요.',
    over: (at: string) => `이 실행은 ${at}에 끝났어요.`,
    before: '아직 아무 일도 일어나지 않았어요.',
  },
);

export type WatchWords = (typeof watchMessages)['en'];
