import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConceptSource, conceptFinder, conceptsOf } from './concepts.ts';

const GLOSSARY: ConceptSource[] = [
  {
    id: 'rolling-update',
    term: { en: 'rolling update', ko: '롤링 업데이트' },
    also: { en: ['rolling deployment'], ko: ['롤링 배포'] },
  },
  { id: 'task', term: { en: 'task', ko: '태스크' }, also: { ko: ['작업'] } },
  { id: 'task-definition', term: { en: 'task definition', ko: '태스크 정의' }, abbr: 'taskdef' },
  { id: 'fargate', term: { en: 'AWS Fargate', ko: 'AWS Fargate' }, also: { en: ['Fargate'], ko: ['파게이트'] } },
  { id: 'az', term: { en: 'Availability Zone (AZ)', ko: '가용 영역' } },
];
const finder = conceptFinder(conceptsOf(GLOSSARY));
const found = (text: string) => finder.in(text).map((match) => match.token);

describe('concepts', () => {
  it.each([
    ['rolling update', ['§rolling-update']],
    ['Rolling-Updates', ['§rolling-update']],
    ['롤링업데이트는', ['§rolling-update']],
    ['롤링 업데이트를 하면', ['§rolling-update']],
    ['파게이트', ['§fargate']],
    ['파 게이트에서', ['§fargate']],
    ['두 AZ에 나눠요', ['§az']],
    ['가용영역', ['§az']],
  ])('finds %s however it is spaced, spelled or inflected', (text, tokens) => {
    expect(found(text)).toEqual(tokens);
  });

  it('takes the longest form and nothing inside it', () => {
    expect(found('a task definition is not a task')).toEqual(['§task-definition', '§task']);
  });

  it('keeps Latin forms to whole words, a plural s allowed', () => {
    expect(found('multitask tasking')).toEqual([]);
    expect(found('two tasks')).toEqual(['§task']);
  });

  it('finds two syllables only where a word begins', () => {
    expect(found('협동작업')).toEqual([]);
    expect(found('작업을')).toEqual(['§task']);
  });

  it('reads the humps of a name as words', () => {
    expect(found('registerTaskDefinition')).toEqual(['§task-definition']);
  });

  it('says where a concept stands', () => {
    const text = '먼저 롤링 업데이트를';
    const [match] = finder.in(text);
    expect(text.slice(match?.start, match?.end)).toBe('롤링 업데이트');
  });

  it('completes a half-typed term', () => {
    expect(finder.startingWith('롤링업')).toEqual(['§rolling-update']);
    expect(finder.startingWith('r')).toEqual([]);
  });

  it('gives matches in order that never overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'태스크 정의롤링업데이트taskdefinitions AZ') }), (text) => {
        const matches = finder.in(text);
        for (const [index, match] of matches.entries()) {
          expect(match.start).toBeLessThan(match.end);
          expect(match.start).toBeGreaterThanOrEqual(matches[index - 1]?.end ?? 0);
        }
      }),
    );
  });
});
