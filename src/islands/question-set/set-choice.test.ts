import { describe, expect, it } from 'vitest';
import { readListFile, withList, writeListFile } from './saved-lists.ts';
import { idsOf, readSetChoice, type SetLine, writeSetChoice } from './set-choice.ts';

const line = (id: string, set = 'one', kind = 'single', apart: string[] = []): SetLine => ({ id, set, kind, apart });

describe('the address of a set', () => {
  it.each([
    '#topics=',
    '#topics=ecs-launch-types,ecs-rolling-updates&kinds=single,number&count=10&seed=3',
    '#exam=SAA-C03&count=20&seed=77',
    '#ids=a,b&title=Week%203%20%26%20more',
  ])('%s is read and written', (hash) => {
    const choice = readSetChoice(hash);
    expect(choice && writeSetChoice(choice)).toBe(hash);
  });

  it.each(['', '#', '#main', '#ids=', '#ids=<script>', '#topics=a b', '#title=only'])('%j names no set', (hash) => {
    expect(readSetChoice(hash)).toBeUndefined();
  });

  it('of a title that cannot be read keeps the questions', () => {
    expect(readSetChoice('#ids=a&title=%E0%A4')).toEqual({ by: 'ids', ids: ['a'] });
  });
});

describe('the questions of a set', () => {
  const bank = [line('a'), line('b', 'two'), line('c', 'two', 'number'), line('d', 'one', 'single', ['a'])];
  const of = (hash: string) => {
    const choice = readSetChoice(hash);
    return choice && idsOf(choice, bank, []);
  };

  it('are all of its topics and kinds, in the order of the bank', () => {
    expect(of('#topics=')).toEqual(['a', 'b', 'c', 'd']);
    expect(of('#topics=two&kinds=number')).toEqual(['c']);
  });

  it('are drawn by the seed, the same each time', () => {
    expect(of('#topics=&count=3&seed=5')).toEqual(of('#topics=&count=3&seed=5'));
    const draws = new Set([1, 2, 3, 4, 5, 6].map((seed) => of(`#topics=&count=3&seed=${seed}`)?.join()));
    expect(draws.size).toBeGreaterThan(1);
  });

  it('never hold two of which one gives the other away, while there are others', () => {
    for (let seed = 1; seed < 30; seed++) {
      const ids = of(`#topics=&count=3&seed=${seed}`) ?? [];
      expect(ids.length).toBe(3);
      expect(ids.includes('a') && ids.includes('d')).toBe(false);
    }
    expect(of('#topics=&count=4&seed=1')?.toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('named by id come in that order, once each, without those that are gone', () => {
    expect(of('#ids=c,gone,a,c')).toEqual(['c', 'a']);
  });
});

describe('saved lists', () => {
  it('go into a file and come back', () => {
    const lists = [{ name: 'Week 3', ids: ['a', 'b'] }];
    expect(readListFile(writeListFile(lists))).toEqual(lists);
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"format":"drydock-log"}',
    '{"format":"drydock-question-list","version":1,"lists":[{"name":""}]}',
  ])('are not read from %j', (text) => {
    expect(readListFile(text)).toBeUndefined();
  });

  it('of the same name replace each other', () => {
    expect(withList([{ name: 'x', ids: ['a'] }], { name: 'x', ids: ['b'] })).toEqual([{ name: 'x', ids: ['b'] }]);
  });
});
