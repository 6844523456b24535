import { describe, expect, it } from 'vitest';
import { leftAt, showTime, wholeSeconds } from './countdown.ts';
import { readCode, showCode } from './room-code.ts';

describe('the time that is left', () => {
  it('counts from the arrival of the frame, whatever the clock of the device says', () => {
    expect(leftAt(20_000, 500, 500)).toBe(20_000);
    expect(leftAt(20_000, 500, 12_500)).toBe(8000);
  });

  it('stops at the bell', () => {
    expect(leftAt(20_000, 0, 99_000)).toBe(0);
    expect(leftAt(-300, 0, 0)).toBe(0);
  });

  it('is never more than was said', () => {
    expect(leftAt(20_000, 900, 0)).toBe(20_000);
  });

  it('is shown in whole seconds, of which the last one is 1', () => {
    expect([wholeSeconds(1), wholeSeconds(1000), wholeSeconds(1001), wholeSeconds(0)]).toEqual([1, 1, 2, 0]);
    expect([showTime(18), showTime(725), showTime(3720)]).toEqual(['0:18', '12:05', '1:02:00']);
  });
});

describe('the code of a room', () => {
  it('is read as people type it', () => {
    expect(['kht7qw', ' KHT 7QW ', 'kht-7qw', 'ＫＨＴ７ＱＷ'].map(readCode)).toEqual(Array(4).fill('KHT7QW'));
  });

  it('is none with other letters, or too few, or too many', () => {
    expect(['', 'KHT7Q', 'KHT7QW2', 'ㄱHT7QW', '<b>'].map(readCode)).toEqual(Array(5).fill(undefined));
  });

  it('is shown in two halves', () => {
    expect(showCode('KHT7QW')).toBe('KHT 7QW');
  });
});
