import { describe, expect, test } from 'vitest';
import { keepTogether, needsJoiner } from './line-breaks.ts';

/** Shows the invisible: `~` is a no-break space, `^` a word joiner. */
const seen = (text: string) => text.replaceAll('\u00a0', '~').replaceAll('\u2060', '^');

describe('what must not part at the end of a line', () => {
  test.each([
    ['ko', '태스크(task)를 시작해요', '태스크(task)^를 시작해요'],
    ['ko', '‘몇 개씩’은 몇 개일까요?', '‘몇~개씩’^은 몇~개일까요?'],
    ['ko', '인스턴스 두 대와 태스크 6 개', '인스턴스 두~대와 태스크 6~개'],
    ['ko', '멈출 수 있는 태스크', '멈출 수~있는 태스크'],
    ['ko', '메모리 1 GiB', '메모리 1~GiB'],
    ['en', 'asks for 1 GiB of memory (RAM)', 'asks for 1~GiB of memory (RAM)'],
  ] as const)('%s: %s', (lang, text, expected) => {
    expect(seen(keepTogether(lang, text))).toBe(expected);
  });

  test('a particle after bold or code that ends in a bracket is joined to it', () => {
    expect(needsJoiner('ko', '롤링 업데이트(rolling update)', '예요')).toBe(true);
    expect(needsJoiner('ko', 'web:2', '를')).toBe(false);
    expect(needsJoiner('en', '(RAM)', 'of')).toBe(false);
  });
});
