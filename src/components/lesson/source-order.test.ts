import { expect, test } from 'vitest';
import { orderSources } from './source-order.ts';

test('sources are numbered as the text cites them, each once; those never cited come last', () => {
  const body = 'One. <Cite id="b" /> Two. <Cite id="a" /> <Cite id="b" />';
  expect(orderSources(body, ['a', 'b', 'c'])).toEqual(['b', 'a', 'c']);
});

test('a lesson that cites nothing keeps the order of its front matter', () => {
  expect(orderSources('Plain.', ['x', 'y'])).toEqual(['x', 'y']);
});
