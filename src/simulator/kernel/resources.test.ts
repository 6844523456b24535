import { expect, test } from 'vitest';
import { covers, giveBack, take } from './resources.ts';

const need = { cpuUnits: 256, memoryMib: 512 };

test('both amounts have to fit', () => {
  expect(covers({ cpuUnits: 256, memoryMib: 512 }, need)).toBe(true);
  expect(covers({ cpuUnits: 255, memoryMib: 512 }, need)).toBe(false);
  expect(covers({ cpuUnits: 256, memoryMib: 511 }, need)).toBe(false);
});

test('what is taken comes back whole', () => {
  const free = { cpuUnits: 2048, memoryMib: 7680 };
  take(free, need);
  expect(free).toEqual({ cpuUnits: 1792, memoryMib: 7168 });
  giveBack(free, need);
  expect(free).toEqual({ cpuUnits: 2048, memoryMib: 7680 });
});
