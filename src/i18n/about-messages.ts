import { defineMessages } from './messages.ts';

/** Words of the pages about Drydock itself: glossary, about, offline, page not found. */
export const aboutMessages = defineMessages(
  {
    glossaryTitle: 'Glossary',
    glossaryLead: (count: number) =>
      `${count} words of containers on AWS, as the documentation and the exams use them. Search knows every other form of them too.`,
    jump: 'Letters',
    also: 'also',
    explained: 'Where it is explained',
    aboutTitle: 'About Drydock',
    aboutLead:
      'Drydock is a place to practise running containers on AWS without an AWS account: lessons, questions and simulated clusters, in English and Korean, online or in aeroplane mode.',
    notAffiliatedTitle: 'Not affiliated with AWS',
    notAffiliated:
      'Drydock is an independent study aid. It is not made, endorsed or reviewed by Amazon Web Services. Its questions are its own; none comes from an exam.',
    simulatorTitle: 'The simulator, and what it assumes',
    simulator:
      'The lab runs a model of ECS: task placement and rolling updates after the published rules, in whole seconds. Where AWS publishes no number, the model uses one that a scenario can change. Start-up times, health checks and prices of a real account differ; the order of events and the arithmetic are what it teaches.',
    simulatorNot:
      'It does not model the network, prices, or faults of AWS itself, and a met goal here is no promise for production.',
    version: (version: string) => `This is version ${version}.`,
    examsTitle: 'Exams this follows',
    examsFrom: (day: string) => `from ${day}`,
    examsUntil: (day: string) => `until ${day}`,
    exam: 'Exam',
    guide: 'What of it can be practised here',
    sourcesTitle: 'Sources and dates',
    sourcesLead: (read: number, cited: number) =>
      `${read} pages were read and compared with our text on the day shown; ${cited} more are named as the place to look, without that comparison.`,
    checked: 'Checked',
    read: 'read',
    cited: 'named',
    source: 'Source',
    licencesTitle: 'Licences',
    licencesLead:
      'Drydock is free software under the MIT licence. What your browser receives contains these packages, under these terms:',
    licenceText: (name: string) => `Licence of ${name}`,
    offlineTitle: 'This page is not on this device',
    offlineLead: 'You are offline, and this address was not among the pages that were kept.',
    offlineKept:
      'Nothing is lost: your answers are stored in this browser. These work without a network once Drydock has been kept on this device:',
    offlineAgain: 'Try again',
    missingTitle: 'There is no page here',
    missingLead: 'The address may be old, or mistyped. Nothing of yours is lost.',
    missingHome: 'Go to the home page',
  },
  {
    glossaryTitle: '용어집',
    glossaryLead: (count: number) =>
      `AWS 컨테이너에 관한 용어 ${count}개예요. 공식 문서와 시험에 나오는 표현 그대로이고, 검색은 다른 표기도 모두 알아요.`,
    jump: '첫소리',
    also: '다른 표기',
    explained: '설명하는 곳',
    aboutTitle: 'Drydock 소개',
    aboutLead:
      'Drydock은 AWS 계정 없이 AWS의 컨테이너 운영을 연습하는 곳이에요. 레슨, 문제, 모의 클러스터가 한국어와 영어로 있고, 온라인에서도 비행기 모드에서도 돼요.',
    notAffiliatedTitle: 'AWS와 관련이 없어요',
    notAffiliated:
      'Drydock은 독립적으로 만든 학습 도구예요. Amazon Web Services가 만들거나 보증하거나 검토하지 않았어요. 문제는 모두 직접 썼고, 실제 시험에서 가져온 것은 없어요.',
    simulatorTitle: '시뮬레이터와 그 가정',
    simulator:
      '실습실은 ECS의 모형을 돌려요. 태스크 배치와 롤링 업데이트가 공개된 규칙을 초 단위로 따라요. AWS가 공개하지 않은 숫자는 시나리오에서 바꿀 수 있는 값을 써요. 실제 계정의 시작 시간, 상태 확인, 요금은 다를 수 있어요. 이 모형이 가르치는 것은 사건의 순서와 계산이에요.',
    simulatorNot:
      '네트워크, 요금, AWS 자체의 장애는 다루지 않아요. 여기서 목표를 이뤘다고 해서 실제 운영이 보장되지는 않아요.',
    version: (version: string) => `지금 버전은 ${version}이에요.`,
    examsTitle: '기준으로 삼은 시험',
    examsFrom: (day: string) => `${day}부터`,
    examsUntil: (day: string) => `${day}까지`,
    exam: '시험',
    guide: '여기서 연습할 수 있는 부분',
    sourcesTitle: '출처와 확인 날짜',
    sourcesLead: (read: number, cited: number) =>
      `문서 ${read}개는 적힌 날짜에 읽고 우리 글과 대조했어요. 다른 ${cited}개는 대조하지 않고 찾아볼 곳으로만 적었어요.`,
    checked: '확인',
    read: '읽음',
    cited: '이름만',
    source: '출처',
    licencesTitle: '라이선스',
    licencesLead:
      'Drydock은 MIT 라이선스를 따르는 자유 소프트웨어예요. 브라우저가 받는 파일에는 다음 패키지가 각 조건에 따라 들어 있어요.',
    licenceText: (name: string) => `${name} 라이선스`,
    offlineTitle: '이 페이지는 기기에 저장되지 않았어요',
    offlineLead: '지금 오프라인이고, 이 주소는 저장해 둔 페이지에 없어요.',
    offlineKept:
      '잃은 것은 없어요. 답은 이 브라우저에 남아 있어요. Drydock을 기기에 저장했다면 아래는 네트워크 없이도 돼요.',
    offlineAgain: '다시 시도하기',
    missingTitle: '여기에는 페이지가 없어요',
    missingLead: '오래됐거나 잘못 적은 주소일 수 있어요. 잃은 것은 없어요.',
    missingHome: '홈으로 가기',
  },
);
