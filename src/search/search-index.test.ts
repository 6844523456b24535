import { describe, expect, it } from 'vitest';
import type { ConceptSource } from './concepts.ts';
import type { Kind, SearchDocument } from './documents.ts';
import { highlight, snippet } from './highlight.ts';
import { fromLatinKeys } from './latin-keys.ts';
import { buildSearchFile, openSearch, type SearchFile } from './search-index.ts';

const doc = (heading: string, text: string, kind: Kind = 'lesson'): SearchDocument => ({
  kind,
  url: `/x/#${heading}`,
  page: 'ECS',
  heading,
  text,
});
const DOCUMENTS = [
  doc('태스크 배치', '서비스 스케줄러가 컨테이너 인스턴스를 골라 태스크를 배치해요. 배치 전략과 배치 제약을 봐요.'),
  doc(
    '롤링 업데이트',
    '새 태스크를 먼저 띄우고 옛 태스크를 멈춰요. minimumHealthyPercent가 하한이에요. 업데이트는 조금씩 해요.',
  ),
  doc('오토 스케일링', '그룹의 크기를 정해요. 오토 스케일링은 인스턴스 수를 바꿔요. 스케일링 정책과 그룹.'),
  doc('시작 유형', '파게이트는 AWS가 서버를 맡는 시작 유형이에요. 오토 그룹.'),
  doc('ECR', '이미지를 보관하는 저장소예요.'),
  doc('용어', '롤링 업데이트: 조금씩 바꾸는 배포.', 'term'),
];
const GLOSSARY: ConceptSource[] = [
  { id: 'rolling-update', term: { en: 'rolling update', ko: '롤링 업데이트' } },
  { id: 'fargate', term: { en: 'AWS Fargate', ko: 'AWS Fargate' }, also: { en: ['Fargate'], ko: ['파게이트'] } },
  { id: 'placement', term: { en: 'task placement', ko: '태스크 배치' } },
];
const file = buildSearchFile(DOCUMENTS, GLOSSARY);
const reload = (from: SearchFile): SearchFile => JSON.parse(JSON.stringify(from));
const search = openSearch(reload(file));
const first = (query: string) => search.find(query, 5)[0]?.document.heading;

describe('search', () => {
  it.each([
    ['태스크 배치', '태스크 배치'],
    ['태스크배치', '태스크 배치'],
    ['task placement', '태스크 배치'],
    ['rolling updat', '롤링 업데이트'],
    ['롤링업데이트는', '롤링 업데이트'],
    ['롤링업데', '롤링 업데이트'],
    ['minimum healthy', '롤링 업데이트'],
    ['minimumhealthypercent', '롤링 업데이트'],
    ['fargate', '시작 유형'],
    ['시작유', '시작 유형'],
    ['오토스케일링그룹', '오토 스케일링'],
    ['오토스케일ㄹ', '오토 스케일링'],
  ])('answers %s with %s', (query, heading) => {
    expect(first(query)).toBe(heading);
  });

  it('forgives one slip in a word', () => {
    expect(first('컨테이나 배치')).toBe('태스크 배치');
    expect(first('minimun healthy')).toBe('롤링 업데이트');
  });

  it('finds a word while its last syllable is still being composed', () => {
    for (const query of ['태스ㅋ', '태슼', '태스크ㄹ']) expect(search.find(query, 5).length, query).toBeGreaterThan(0);
  });

  it('reads Korean typed on a keyboard that stood on English', () => {
    expect(fromLatinKeys('xotmzm qocl')).toBe('태스크 배치');
    expect(fromLatinKeys('rkqtdmf')).toBe('값을');
    expect(first('xotmzm qocl')).toBe('태스크 배치');
  });

  it('finds nothing, and does not fail, for a query without words or without an answer', () => {
    for (const query of ['', '  ', '?!', 'the', '👩‍💻', 'qqqqwwwwzzzz']) expect(search.find(query, 5)).toEqual([]);
  });

  it('gives the same answers from the built file and from its JSON', () => {
    const built = openSearch(file);
    for (const query of ['태스크 배치', '업데이트', 'ecr']) expect(search.find(query, 9)).toEqual(built.find(query, 9));
  });

  it('puts a lesson before the glossary on the same words', () => {
    expect(search.find('롤링 업데이트', 9).map((hit) => hit.document.kind)).toEqual(
      expect.arrayContaining(['lesson', 'term']),
    );
    expect(search.find('롤링 업데이트', 9)[0]?.document.kind).toBe('lesson');
  });

  it('puts the section that teaches a term before one that only uses it more often', () => {
    const uses = { ...doc('비용', 'ECR ECR ECR에서 이미지를 가져오는 비용'), url: '/ko/lessons/a/#cost' };
    const teaches = { ...doc('이미지를 두는 곳', '이미지는 ECR에 둡니다'), url: '/ko/lessons/a/#place' };
    const term = { ...doc('ECR', '이미지를 두는 곳', 'term'), url: '/ko/glossary/#ecr' };
    const lessons = (taught: string) =>
      openSearch(buildSearchFile([uses, teaches, { ...term, taught }], GLOSSARY))
        .find('ecr', 3)
        .flatMap(({ document }) => (document.kind === 'lesson' ? [document.url] : []));
    expect(lessons('/ko/lessons/b/#else')).toEqual([uses.url, teaches.url]);
    expect(lessons(teaches.url)).toEqual([teaches.url, uses.url]);
  });

  it('refuses an index that was made by other rules', () => {
    expect(() => openSearch({ ...file, tokenizer: 'old/0' })).toThrow(/old\/0.*reload the page/);
    expect(() => openSearch({ ...file, format: 0 })).toThrow(/reload the page/);
  });
});

describe('a hit', () => {
  const show = (query: string, length: number) => {
    const [hit] = search.find(query, 1);
    if (!hit) throw new Error('no hit');
    const matched = { terms: hit.terms, concepts: search.concepts };
    const say = (parts: ReturnType<typeof highlight>) =>
      parts.map((part) => (part.marked ? `[${part.text}]` : part.text)).join('');
    return {
      heading: say(highlight(hit.document.heading, matched)),
      text: say(snippet(hit.document.text, matched, length)),
    };
  };

  it('marks words without their particles, and concepts as a whole', () => {
    expect(show('롤링업데이트는', 500).heading).toBe('[롤링 업데이트]');
    expect(show('인스턴스 배치', 500).text).toContain('컨테이너 [인스턴스]를 골라 태스크를 [배치]해요');
  });

  it('shows the stretch of text with the match, and says where it was cut', () => {
    const { text } = show('minimum healthy', 30);
    expect(text).toContain('[minimumHealthyPercent]가');
    expect(text.startsWith('… ')).toBe(true);
    expect(text.endsWith(' …')).toBe(true);
    expect(text.length).toBeLessThan(50);
  });
});
