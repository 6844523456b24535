import { defineMessages } from './messages.ts';

/** Words of the home page. */
export const homeMessages = defineMessages(
  {
    headline: 'Practise running containers on AWS, without an AWS account.',
    lead: 'Short lessons, exam questions, and a simulated ECS cluster that shows every decision it makes. For the SAA, DVA and SOA exams, in English and Korean.',
    openLab: 'Open the lab',
    firstLesson: 'Start with lesson one',
    terms: 'Free. Works offline. Nothing to sign up for.',
    partLessons: 'Lessons that run',
    partLessonsText:
      'About a quarter of an hour each, with a cluster in the page and a question every few screens. Where the exam and today differ, both are shown.',
    partQuestions: 'Questions with proof',
    partQuestionsText:
      'Every choice has a reason. Where it can be computed, the key comes from the simulator, not from memory.',
    partLab: 'A lab that explains',
    partLabText:
      'Pick any container and ask why it stands there. Every instance that was refused names the rule, the need and what it had.',
    lessonsTitle: 'Begin with one of three',
    allLessons: 'All lessons and what is coming',
    labTitle: 'Then change something and run it',
    labLead:
      'Each scenario is a cluster with a problem. Guess, change a few values, run, and see which goals were met and why.',
    allScenarios: 'All scenarios',
    level: (level: number) => ['warm-up', 'exam', 'beyond the exam'][level - 1] ?? '',
    worksTitle: 'How it works',
    claims: (count: number) => `${count} claims, checked one by one`,
    claimsText:
      'What study notes say about containers on AWS was compared with AWS’s own pages and other first sources. Wrong and dated claims are corrected where they are taught, with the source and the day.',
    trueToday: 'true today',
    dated: 'dated: the exam still says so',
    imprecise: 'imprecise',
    wrong: 'wrong',
    claimsChart: (parts: string) => `Of the claims: ${parts}`,
    simulator: 'A simulator, not a film',
    simulatorText:
      'Placement and rolling updates follow ECS’s published rules, second by second. The same scenario gives the same run every time, in the page and on the command line.',
    offline: 'In the train, in the aeroplane',
    offlineText: 'After the first visit, lessons, questions, lab and search work without a network.',
    account: 'No account',
    accountText:
      'Nothing to sign up for, nobody who watches. Your answers stay in this browser, and you can delete them.',
    checkedSources: 'Sources and dates',
    otherLanguage: '이 사이트는 한국어로도 쓰였어요. 번역이 아니라 시험의 한국어판 용어로 새로 쓴 글이에요.',
    otherLink: '한국어로 보기',
  },
  {
    headline: 'AWS 계정 없이, AWS에서 컨테이너 운영하는 법을 연습해요.',
    lead: '짧은 레슨, 시험 문제, 그리고 모든 결정을 보여 주는 모의 ECS 클러스터가 있어요. SAA, DVA, SOA 시험을 준비할 수 있고 한국어와 영어로 쓰였어요.',
    openLab: '실습실 열기',
    firstLesson: '첫 레슨 시작하기',
    terms: '무료예요. 오프라인에서도 돼요. 가입할 것이 없어요.',
    partLessons: '돌아가는 레슨',
    partLessonsText:
      '하나에 15분쯤 걸려요. 글 안에서 클러스터가 돌아가고 몇 화면마다 문제가 나와요. 시험과 오늘이 다르면 둘 다 보여 줘요.',
    partQuestions: '증명되는 문제',
    partQuestionsText: '선택지마다 이유가 있어요. 계산할 수 있는 정답은 기억이 아니라 시뮬레이터에서 나와요.',
    partLab: '설명하는 실습실',
    partLabText:
      '컨테이너를 골라 왜 거기 있는지 물어보세요. 거절된 인스턴스마다 규칙과 필요한 양, 남아 있던 양을 말해 줘요.',
    lessonsTitle: '세 레슨 중 하나로 시작해요',
    allLessons: '모든 레슨과 나올 레슨',
    labTitle: '그다음, 값을 바꿔서 돌려 봐요',
    labLead:
      '시나리오마다 문제가 있는 클러스터가 하나씩 있어요. 먼저 짐작하고, 값을 몇 개 바꾸고, 돌려서 어떤 목표를 왜 이뤘는지 확인해요.',
    allScenarios: '모든 시나리오',
    level: (level: number) => ['준비 운동', '시험 수준', '시험 너머'][level - 1] ?? '',
    worksTitle: '이렇게 만들었어요',
    claims: (count: number) => `주장 ${count}개를 하나씩 확인했어요`,
    claimsText:
      'AWS 컨테이너에 대해 학습 노트에 적힌 내용을 AWS 공식 문서와 대조했어요. 틀렸거나 오래된 내용은 가르치는 자리에서 출처와 날짜를 밝히고 바로잡아요.',
    trueToday: '지금도 맞음',
    dated: '오래됨: 시험은 아직 이렇게 물음',
    imprecise: '부정확함',
    wrong: '틀림',
    claimsChart: (parts: string) => `주장의 판정: ${parts}`,
    simulator: '영상이 아니라 시뮬레이터',
    simulatorText:
      '배치와 롤링 업데이트는 공개된 ECS 규칙을 초 단위로 따라요. 같은 시나리오는 페이지에서든 명령줄에서든 언제나 같은 결과를 내요.',
    offline: '지하철에서도, 비행기에서도',
    offlineText: '한 번 방문하고 나면 레슨, 문제, 실습실, 검색이 네트워크 없이도 돼요.',
    account: '계정 없음',
    accountText: '가입할 것도, 지켜보는 사람도 없어요. 답은 이 브라우저에만 남고 언제든 지울 수 있어요.',
    checkedSources: '출처와 확인 날짜',
    otherLanguage: 'This site is also written in English: not translated, but in the words of the English exam.',
    otherLink: 'Read it in English',
  },
);
