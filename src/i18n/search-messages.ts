import { defineMessages } from './messages.ts';

/**
 * Words of the search dialog. They stand in the page, not in a script: `{count}` and `{query}` are filled in by the
 * dialog when it knows them.
 */
export const searchMessages = defineMessages(
  {
    search: 'Search',
    placeholder: 'Search lessons, lab and glossary',
    close: 'Close search',
    results: 'Results',
    lesson: 'Lessons',
    scenario: 'Lab',
    question: 'Questions',
    term: 'Glossary',
    reference: 'Tables, limits, changes',
    tool: 'Pages and tools',
    kept: 'Your bookmarks and notes',
    countNone: 'No results',
    countOne: '1 result',
    countMany: '{count} results',
    loading: 'Getting the index …',
    teach:
      'Type in English or Korean: a term, its abbreviation, or how it sounds. Unfinished words and small slips are fine.',
    try: 'Try',
    nothing: 'Nothing about “{query}” yet.',
    nothingHelp: 'Try fewer words, or the term as AWS writes it. The glossary lists every term with its other names.',
    glossary: 'Open the glossary',
    failed: 'The index could not be loaded. The rest of the page works; check the connection.',
    mismatch: 'Drydock was updated while this page was open. Reload to search.',
    again: 'Try again',
    reload: 'Reload',
    keyChoose: 'choose',
    keyOpen: 'open',
    keyClose: 'close',
  },
  {
    search: '검색',
    placeholder: '레슨, 실습, 용어 검색',
    close: '검색 닫기',
    results: '검색 결과',
    lesson: '레슨',
    scenario: '실습',
    question: '문제',
    term: '용어',
    reference: '표, 한도, 달라진 점',
    tool: '페이지와 도구',
    kept: '내 책갈피와 메모',
    countNone: '결과 없음',
    countOne: '결과 1개',
    countMany: '결과 {count}개',
    loading: '색인을 가져오고 있어요 …',
    teach: '한국어든 영어든, 줄임말이든 소리 나는 대로든 괜찮아요. 덜 친 낱말과 작은 오타도 알아들어요.',
    try: '이렇게 찾아보세요',
    nothing: '‘{query}’에 대한 내용은 아직 없어요.',
    nothingHelp: '낱말을 줄이거나 AWS가 쓰는 용어로 찾아보세요. 용어집에는 모든 용어와 다른 이름이 있어요.',
    glossary: '용어집 열기',
    failed: '색인을 가져오지 못했어요. 다른 기능은 그대로 쓸 수 있어요. 연결을 확인해 주세요.',
    mismatch: '이 페이지를 보는 동안 Drydock이 업데이트됐어요. 새로고침하면 검색할 수 있어요.',
    again: '다시 시도',
    reload: '새로고침',
    keyChoose: '고르기',
    keyOpen: '열기',
    keyClose: '닫기',
  },
);

/** Queries that the empty dialog offers: a term, an AWS name, and one in the other script. */
export const SAMPLE_QUERIES = {
  en: ['rolling update', 'minimumHealthyPercent', 'binpack', '태스크 배치'],
  ko: ['롤링 업데이트', 'minimumHealthyPercent', '파게이트', '배치 전략'],
};
