import { defineMessages } from './messages.ts';

/** Words of the lab's list of scenarios, and of the run on the home page. */
export const labListMessages = defineMessages(
  {
    labSummary: 'Small clusters that behave like ECS. Change a setting, run it, and see every decision it made.',
    labDescription:
      'Practise ECS on simulated clusters: guess, run, and see why every task was placed, started or stopped.',
    done: 'Done',
    scenarios: (count: number) => `${count} ${count === 1 ? 'scenario' : 'scenarios'}`,
    noScenarios: 'No scenario here yet. The lessons have questions to practise with meanwhile.',
    placeOf: (index: number, all: number) => `${index} of ${all}`,
    homeTitle: 'Half the fleet at a time',
    homeLead: 'Four tasks of web:1 become web:2. Pick a percentage, press Run, and watch a simulated ECS decide.',
  },
  {
    labSummary: 'ECS처럼 움직이는 작은 클러스터예요. 설정을 바꾸고, 실행하고, 모든 결정을 들여다보세요.',
    labDescription:
      '시뮬레이션 클러스터로 ECS를 연습하세요. 예상하고, 실행하고, 태스크가 왜 거기에 배치되고 시작되고 멈췄는지 확인해요.',
    done: '완료',
    scenarios: (count: number) => `시나리오 ${count}개`,
    noScenarios: '아직 시나리오가 없어요. 그동안 레슨의 문제로 연습해 보세요.',
    placeOf: (index: number, all: number) => `${index}/${all}`,
    homeTitle: '절반씩 교체하기',
    homeLead: 'web:1 태스크 4개를 web:2로 바꿔요. 퍼센트를 고르고 실행을 눌러 시뮬레이션 ECS의 결정을 지켜보세요.',
  },
);

export type LabListWords = (typeof labListMessages)['en'];
