import { expect, it } from 'vitest';
import { faultsOf } from './small-library.fixture.ts';

it('a library in which everything is right has no faults', () => {
  expect(faultsOf({})).toEqual([]);
});
