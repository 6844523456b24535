import { expect, test } from 'vitest';
import { initialOf } from './initial.ts';

test.each([
  ['task placement', 'T'],
  ['awsvpc', 'A'],
  ['태스크', 'ㅌ'],
  ['가상 머신', 'ㄱ'],
  ['쿠버네티스', 'ㅋ'],
  ['빠른 시작', 'ㅂ'],
  ['힙', 'ㅎ'],
  ['12-factor', '#'],
])('%s stands under %s', (word, initial) => {
  expect(initialOf(word)).toBe(initial);
});
