import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerSet, Json } from '../../simulator/run.ts';
import { readFragment, writeFragment } from './answer-fragment.ts';

const pointer = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => `/${text}`);
// JSON has no -0: it comes back as 0.
const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Json);
const answer = fc.dictionary(pointer, json, { maxKeys: 6 }) as fc.Arbitrary<AnswerSet>;

describe('the answer in a link', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(answer, (set) => {
        const reading = readFragment(`#${writeFragment(set)}`);
        const expected = Object.keys(set).length === 0 ? { kind: 'none' } : { kind: 'answer', set: { ...set } };
        expect(reading).toEqual(expected);
      }),
    );
  });

  it('holds only characters that a URL fragment may hold', () => {
    fc.assert(
      fc.property(answer, (set) => {
        const fragment = writeFragment(set);
        expect(fragment).toMatch(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/?%]*$/);
        expect(new URL(`https://drydock.test/lab/#${fragment}`).hash.slice(1)).toBe(fragment);
      }),
    );
  });

  it('never throws, whatever the fragment is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `#v1;${text}`),
        ),
        (hash) => {
          expect(['none', 'answer', 'corrupt', 'newer', 'foreign']).toContain(readFragment(hash).kind);
        },
      ),
    );
  });

  it('is called corrupt when a link was cut anywhere', () => {
    const whole = writeFragment({ '/services/0/placementStrategy': [{ type: 'spread', field: 'instanceId' }] });
    for (let length = 'v1;'.length + 1; length < whole.length; length++) {
      expect(readFragment(whole.slice(0, length)).kind).toBe('corrupt');
    }
  });

  it.each([
    ['', 'none'],
    ['#', 'none'],
    ['#main', 'foreign'],
    ['#v1', 'foreign'],
    ['#v2;anything', 'newer'],
    ['#v0;', 'corrupt'],
    ['#v1;%E0%A4%A', 'corrupt'],
    ["#v1;'no-pointer':1", 'corrupt'],
    [`#v1;${'('.repeat(50_000)}`, 'corrupt'],
  ])('reads %j as %s', (hash, kind) => {
    expect(readFragment(hash).kind).toBe(kind);
  });

  it('says which drawing it is an answer to, and comes back with it', () => {
    fc.assert(
      fc.property(answer, fc.integer({ min: 1, max: 999_999_999 }), (set, draw) => {
        const { draw: read, ...reading } = readFragment(`#${writeFragment(set, draw)}`);
        expect(read).toBe(draw);
        expect(reading).toEqual(readFragment(writeFragment(set)));
      }),
    );
    expect(writeFragment({}, 3)).toBe('draw=3');
    expect(writeFragment({ '/a': 1 }, 3)).toBe("draw=3&v1;'/a':1");
    expect(writeFragment({}, 0)).toBe('');
  });

  it.each(['#draw=', '#draw=x', '#draw=-1', '#draw=1234567890', '#draw=3v1;'])('%s names no drawing', (hash) => {
    expect(readFragment(hash)).toEqual({ kind: 'foreign' });
  });

  it('reads version 1 forever', () => {
    const recorded =
      "#v1;'/services/0/deploymentConfiguration/minimumHealthyPercent':50,'/services/0/placementStrategy':!('type':'spread','field':'attribute:ecs.availability-zone')~";
    expect(readFragment(recorded)).toEqual({
      kind: 'answer',
      set: {
        '/services/0/deploymentConfiguration/minimumHealthyPercent': 50,
        '/services/0/placementStrategy': [{ type: 'spread', field: 'attribute:ecs.availability-zone' }],
      },
    });
  });
});
