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
    readinessTitle: 'How reviews are planned and readiness is estimated',
    readinessReview:
      'Each question and each scenario that you answered is a card of FSRS-6, a published model of forgetting. Wrong is its grade Again; right but unsure, Hard; right, Good; right, sure and faster than your own median, Easy. Of several answers on one day the first counts. A card returns when the chance that you remember it falls to 90 %, and never later than the day before your exam; in its last week it returns at 95 %. More than 20 a day are spread over the days after, unless an exam comes first.',
    readinessForecast:
      'A forecast goes through every question here that your exam may ask. One that you have seen counts as the chance that you remember it on the day of the exam, and beyond that as a guess. One that is new counts as the chance of the Elo rule: from your first answers, the number of choices, and how hard the question is. No difficulties have been fitted from answers of many learners yet; until then recalling counts as a little easier than working out. Domains count by the weights of the exam guide. The interval holds the luck of the draw and how few answers you have given; it is made so that eight of ten exams end inside.',
    readinessRecord:
      'Whether it deserves trust is checked on you: for every mock exam you hand in, the forecast of the moment it began is worked out again from your own log and compared with the score. It is a forecast of the mock exams here, which cover the container part only. AWS does not publish its scale; ours is a straight line from 100 to 1,000.',
    readinessCertainty:
      'Unsure, fairly sure and sure stand for chances of 50, 75 and 95 %. If what you said is higher than what came true, you are surer than you are right.',
    privacyTitle: 'What is kept about you, and where',
    privacy:
      'Your answers, runs, exams, bookmarks and notes stay in this browser, on this device. No account, no cookie, no measuring; nothing is sent anywhere, not even when you save a backup: that is a file on your disk.',
    privacyCleared:
      'A browser may clear its storage: when the device is full, after weeks without a visit, or because it was told to. Drydock asks it once not to, says so when something is gone, and brings it back from a backup. “Your data” shows, saves and deletes all of it.',
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
    readinessTitle: '복습을 계획하고 준비된 정도를 어림하는 방법',
    readinessReview:
      '답한 문제와 시나리오는 저마다 FSRS-6의 카드가 돼요. FSRS-6은 공개된 망각 모형이에요. 틀리면 Again, 맞혔지만 자신이 없으면 Hard, 맞히면 Good, 확신을 갖고 내 중앙값보다 빨리 맞히면 Easy로 봐요. 하루에 여러 번 답하면 첫 답만 세요. 기억할 확률이 90%로 떨어질 때 다시 나오고, 아무리 늦어도 시험 전날까지는 나와요. 시험 전 마지막 주에는 95%에서 나와요. 하루 20개를 넘으면 다음 날들로 나누고, 그 전에 시험이 있으면 시험에 맞춰요.',
    readinessForecast:
      '예측은 그 시험에 나올 수 있는 여기 문제를 하나씩 살펴봐요. 풀어 본 문제는 시험 날 기억할 확률로 세고, 잊었다면 찍어서 맞힐 확률로 세요. 풀지 않은 문제는 Elo 규칙의 확률로 세요. 처음 한 답들, 선택지 수, 문제의 난이도로 계산해요. 여러 학습자의 답으로 구한 난이도는 아직 없어서, 그때까지는 떠올리는 문제를 따져 보는 문제보다 조금 쉽게 봐요. 영역은 시험 안내서의 비중대로 세요. 구간에는 어떤 문제가 뽑히느냐는 운과 답이 적어서 생기는 불확실함이 함께 들어 있고, 시험 열 번 중 여덟 번이 그 안에서 끝나도록 만들었어요.',
    readinessRecord:
      '믿을 만한지는 여러분의 기록으로 확인해요. 모의시험을 낼 때마다 시험을 시작한 순간의 예측을 내 기록에서 다시 계산해 점수와 견줘요. 이 예측은 컨테이너 부분만 다루는 여기 모의시험에 대한 것이에요. AWS는 점수 환산법을 공개하지 않아서, 여기서는 100에서 1,000까지 직선으로 환산해요.',
    readinessCertainty:
      '자신 없음, 꽤 확신, 확신은 각각 50%, 75%, 95%를 뜻해요. 말한 확률이 실제로 맞힌 비율보다 높으면 맞힌 것보다 더 확신한 거예요.',
    privacyTitle: '무엇을 어디에 남기나요',
    privacy:
      '답, 실습, 시험, 책갈피, 메모는 이 기기의 이 브라우저에만 남아요. 계정도 쿠키도 이용 측정도 없어요. 아무 데로도 보내지 않고, 백업도 여러분의 디스크에 생기는 파일일 뿐이에요.',
    privacyCleared:
      '브라우저가 저장소를 비울 때가 있어요. 기기가 꽉 찼거나, 몇 주 동안 들르지 않았거나, 누가 지우라고 했을 때예요. Drydock은 지우지 말라고 한 번 부탁하고, 사라진 것이 있으면 알려 드리고, 백업에서 되살려요. ‘내 데이터’에서 모두 보고, 저장하고, 지울 수 있어요.',
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
