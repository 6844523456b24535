import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromJamo, toJamo } from './hangul.ts';
import { normalize, TOKENIZER, termsOf, tokensOf, wordsOf } from './tokenize.ts';

describe('the tokenizer', () => {
  it.each([
    ['ECS를', ['ecs']],
    ['S3버킷', ['s3', '버킷']],
    ['Fargate태스크의', ['fargate', '태스크']],
    ['롤링업데이트는', ['롤링업데이트']],
    ['업데이트에서는', ['업데이트']],
    ['컨테이너 인스턴스에서', ['컨테이너', '인스턴스']],
    ['배치해요', ['배치']],
    ['가용 영역', ['가용', '영역']],
  ])('cuts %s at the script border and takes particles off', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it.each([
    ['tasks', ['task']],
    ['strategies', ['strategy']],
    ['patches', ['patch']],
    ['2 AZs', ['2', 'az']],
    ['ecs eks efs ebs aws', ['ecs', 'eks', 'efs', 'ebs', 'aws']],
    ['process status analysis', ['process', 'status', 'analysis']],
    ['Kubernetes', ['kubernetes']],
  ])('takes the plural off %s, but not a final s that belongs to the word', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('reads a name in camel case as itself and as its words', () => {
    expect(termsOf('minimumHealthyPercent')).toEqual(['minimumhealthypercent', 'minimum', 'healthy', 'percent']);
  });

  it('drops words that stand in every sentence', () => {
    expect(wordsOf('what is the 수 있어요')).toEqual([]);
  });

  it('spells Hangul as typed, so that a half-composed syllable is a prefix of the whole one', () => {
    expect(toJamo('태스ㅋ')).toBe('ㅌㅐㅅㅡㅋ');
    expect(toJamo('태슼')).toBe('ㅌㅐㅅㅡㅋ');
    expect(toJamo('태스크').startsWith(toJamo('태스ㅋ'))).toBe(true);
    expect(toJamo('ㅘㄺ')).toBe('ㅗㅏㄹㄱ');
    expect(toJamo('값')).toBe('ㄱㅏㅂㅅ');
  });

  it('puts letters together again as a keyboard does', () => {
    const syllables = fc.string({
      unit: fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code)),
    });
    fc.assert(
      fc.property(syllables, (word) => {
        expect(toJamo(fromJamo(toJamo(word)))).toBe(toJamo(word));
      }),
    );
    expect(fromJamo('ㅌㅐㅅㅡㅋㅡㄹㅡㄹ')).toBe('태스크를');
  });

  it('reads full-width and decomposed input like the plain one', () => {
    expect(termsOf('ＥＣＳ')).toEqual(['ecs']);
    expect(termsOf('태스크'.normalize('NFD'))).toEqual(termsOf('태스크'));
  });

  it('leaves jamo that a keyboard sends as they are', () => {
    expect(normalize('태스ㅋ')).toBe('태스ㅋ');
  });

  it('says where each term stands in the text, its particle left out', () => {
    const text = 'A 태스크를 placement';
    expect(tokensOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['태스크', 'placement']);
  });

  it('never throws, and gives terms without spaces that lie inside the text', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'태스크를ㅋaA1 .-sie') }),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const normalized = normalize(text);
        for (const token of tokensOf(normalized)) {
          expect(token.term).toMatch(/^[a-z0-9ㄱ-ㅎㅏ-ㅣ]+$/);
          expect(normalized.slice(token.start, token.end)).not.toMatch(/\s/);
        }
      }),
    );
  });

  it('gives the same terms for a text and its normal form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(termsOf(normalize(text))).toEqual(termsOf(text));
      }),
    );
  });

  it('never leaves less than two syllables of a Hangul word', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'태스크를에서는으로이가'), minLength: 2, maxLength: 8 }),
        (word) => {
          for (const stem of wordsOf(word)) expect(stem.length).toBeGreaterThanOrEqual(2);
        },
      ),
    );
  });

  it('was recorded once: other terms for this text need another name in TOKENIZER', () => {
    const sample = 'ECS를 쓰면 태스크정의가 minimumHealthyPercent 값을 지키며 tasks in 2 AZs';
    expect(`${TOKENIZER} ${termsOf(sample).join(' ')}`).toBe(RECORDED);
  });
});

/** Old indexes live in caches until the next visit: change this together with `TOKENIZER`. */
const RECORDED =
  'en-ko/1 ecs ㅆㅡㅁㅕㄴ ㅌㅐㅅㅡㅋㅡㅈㅓㅇ minimumhealthypercent minimum healthy percent ㄱㅏㅂㅅㅇㅡㄹ ㅈㅣㅋㅣ task 2 az';
