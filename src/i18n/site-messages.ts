import { defineMessages } from './messages.ts';

/** Words of the frame around every page, and of the pages that only show content. */
export const siteMessages = defineMessages(
  {
    skip: 'Skip to content',
    home: 'Home',
    lessons: 'Lessons',
    lab: 'Lab',
    exam: 'Exams',
    glossary: 'Glossary',
    about: 'About',
    mainNavigation: 'Main',
    search: 'Search',
    theme: 'Light or dark',
    tagline: 'Practise running containers on AWS, without an AWS account.',
    notAffiliated:
      'Drydock is not affiliated with AWS. Amazon Web Services, AWS and the names of its services are trademarks of Amazon.com, Inc. or its affiliates.',
    noTracking: 'No account, no tracking. What you learn stays on this device.',
    claims: 'Claims, checked',
    sourcesAndDates: 'Sources and dates',
    licences: 'Licences',
    yourData: 'Your data',
    stats: 'Question statistics',
    version: (version: string) => `Version ${version}`,
  },
  {
    skip: '본문으로 건너뛰기',
    home: '홈',
    lessons: '레슨',
    lab: '실습실',
    exam: '모의시험',
    glossary: '용어집',
    about: '소개',
    mainNavigation: '주 메뉴',
    search: '검색',
    theme: '밝게 또는 어둡게',
    tagline: 'AWS 계정 없이, AWS에서 컨테이너 운영하기를 연습해요.',
    notAffiliated:
      'Drydock은 AWS와 관련이 없어요. Amazon Web Services, AWS와 각 서비스 이름은 Amazon.com, Inc. 또는 그 계열사의 상표예요.',
    noTracking: '계정도 추적도 없어요. 배운 기록은 이 기기에만 남아요.',
    claims: '확인한 주장들',
    sourcesAndDates: '출처와 확인 날짜',
    licences: '라이선스',
    yourData: '내 데이터',
    stats: '문항 통계',
    version: (version: string) => `버전 ${version}`,
  },
);
