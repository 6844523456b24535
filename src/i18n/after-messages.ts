import { defineMessages } from './messages.ts';

/** Words of what follows an answer: fetched with it. */
export const afterMessages = defineMessages(
  {
    today: 'Today',
    watch: 'Watch it: your answer beside the right one',
    watchCommon: 'Watch it: the commonest wrong answer beside the right one',
    watchRight: 'Watch it: the right answer beside another',
    watchFailed: 'The simulator could not be loaded. Check the connection and press again.',
    runIt: 'Your answer in the lab',
    runCommon: 'The commonest wrong answer in the lab',
    runKey: 'The right answer in the lab',
    readIt: 'Read it in the lesson',
    report: 'Report a mistake',
    opening: 'Loading …',
  },
  {
    today: '오늘의 AWS',
    watch: '내 답과 정답을 나란히 돌려 보기',
    watchCommon: '가장 많은 오답과 정답을 나란히 돌려 보기',
    watchRight: '정답과 다른 답을 나란히 돌려 보기',
    watchFailed: '시뮬레이터를 불러오지 못했어요. 연결을 확인하고 다시 눌러 주세요.',
    runIt: '내 답을 실습실에서 열기',
    runCommon: '가장 많은 오답을 실습실에서 열기',
    runKey: '정답을 실습실에서 열기',
    readIt: '레슨에서 읽기',
    report: '잘못된 곳 알리기',
    opening: '불러오는 중 …',
  },
);

export type AfterWords = (typeof afterMessages)['en'];
