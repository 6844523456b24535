import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AskedQuestion, QuestionKey } from '../../quiz-engine/asked/asked-question.ts';
import { askWith } from '../../quiz-engine/asked/drawing.ts';
import { gradeAsked } from '../../quiz-engine/asked/grade-asked.ts';
import { shownOrder } from '../../quiz-engine/asked/shown-order.ts';
import type { Response } from '../../quiz-engine/grade.ts';
import { moved } from './moved.ts';
import { readTypedNumber } from './typed-number.ts';

const fields = { id: 'q', set: 's', stemHtml: '' };
const item = (id: string) => ({ id, html: id });
const bare: QuestionKey = { version: 'v', whyHtml: {}, lesson: '', lessonTitle: '', objective: '' };

const single: AskedQuestion = { ...fields, kind: 'single', pick: 1, choices: ['a', 'b', 'c', 'd'].map(item) };
const singleKey: QuestionKey = {
  ...bare,
  grading: { kind: 'single', choices: [{ id: 'a' }, { id: 'b', correct: true }, { id: 'c' }, { id: 'd' }] },
};
const order: AskedQuestion = { ...fields, kind: 'order', steps: ['s1', 's2', 's3', 's4'].map(item) };
const number: AskedQuestion = { ...fields, id: 'n', kind: 'number', drawn: true };
const drawn: QuestionKey['drawn'] = {
  stemHtml: '{desired} tasks',
  whyHtml: 'of {desired}',
  usualWhyHtml: ['not {desired}'],
  drawings: [
    { values: { desired: 3 }, key: 2, usual: [1] },
    { values: { desired: 5 }, key: 3, usual: [2] },
    { values: { desired: 7 }, key: 4, usual: [3] },
  ],
};

describe('shuffling', () => {
  it('never changes a verdict', () => {
    fc.assert(
      fc.property(fc.nat(), fc.subarray(['a', 'b', 'c', 'd']), (seed, response) => {
        const asking = askWith(single, singleKey, seed);
        expect(gradeAsked(asking.asked, asking.key, response, {})).toEqual(gradeAsked(single, singleKey, response, {}));
      }),
    );
  });

  it('keeps every choice once, and the same seed gives the same order wherever it began', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, before) => {
        const ids = (asked: AskedQuestion) => ('choices' in asked ? asked.choices.map(({ id }) => id) : []);
        const shown = ids(shownOrder(single, seed));
        expect(shown.toSorted()).toEqual(['a', 'b', 'c', 'd']);
        expect(ids(shownOrder(shownOrder(single, before), seed))).toEqual(shown);
      }),
    );
  });

  it('brings every choice to every place, about equally often', () => {
    const firsts = new Map<string, number>();
    for (let seed = 0; seed < 400; seed++) {
      const asked = shownOrder(single, seed);
      const first = 'choices' in asked ? (asked.choices[0]?.id ?? '') : '';
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    expect([...firsts.keys()].sort()).toEqual(['a', 'b', 'c', 'd']);
    for (const count of firsts.values()) expect(count).toBeGreaterThan(70);
  });

  it('leaves choices whose order means something as they are', () => {
    const fixed: AskedQuestion = { ...single, fixed: true };
    for (let seed = 0; seed < 50; seed++) expect(shownOrder(fixed, seed)).toBe(fixed);
  });

  it('shows the steps of an order in ones that say nothing about the right one', () => {
    const seen = new Set(Array.from({ length: 300 }, (_, seed) => JSON.stringify(shownOrder(order, seed))));
    expect(seen.size).toBe(24);
  });
});

describe('drawing', () => {
  it('fills stem, key and reasons with the numbers of a seed', () => {
    const { asked, key } = askWith(number, { ...bare, drawn }, 1);
    expect(asked.stemHtml).toBe('5 tasks');
    expect(key.whyHtml.value).toBe('of 5');
    expect(key.usual).toEqual([{ value: 2, whyHtml: 'not 5' }]);
    expect(gradeAsked(asked, key, 3, {}).correct).toBe(true);
    expect(gradeAsked(asked, key, 2, {}).correct).toBe(false);
  });

  it('gives every drawing once before one comes again', () => {
    const stems = [4, 5, 6, 7].map((seed) => askWith(number, { ...bare, drawn }, seed).asked.stemHtml);
    expect(new Set(stems.slice(0, 3)).size).toBe(3);
    expect(stems[3]).toBe(stems[0]);
  });

  it('makes choices of a single question, from the least to the greatest', () => {
    const empty: AskedQuestion = { ...fields, kind: 'single', pick: 1, drawn: true, choices: [] };
    const { asked, key } = askWith(empty, { ...bare, drawn }, 2);
    expect('choices' in asked && asked.choices.map(({ html }) => html)).toEqual(['3', '4']);
    expect(gradeAsked(asked, key, ['4'], {}).correct).toBe(true);
    expect(key.whyHtml['3']).toBe('not 7');
  });

  it('draws the parts of a case with it', () => {
    const story: AskedQuestion = { ...fields, kind: 'case', parts: [number] };
    const { asked, key } = askWith(story, { ...bare, parts: { n: { ...bare, drawn } } }, 0);
    expect(gradeAsked(asked, key, { n: 2 }, {})).toMatchObject({ correct: true, credit: 1 });
    expect(gradeAsked(asked, key, { n: 9 }, {})).toMatchObject({ correct: false, credit: 0 });
  });
});

describe('a scenario', () => {
  const asked: AskedQuestion = { ...fields, kind: 'scenario', scenario: 'a/b' };
  it('is decided by its run alone', () => {
    const met = { correct: true, credit: 1, items: [] };
    expect(gradeAsked(asked, bare, {}, { q: met })).toBe(met);
    expect(gradeAsked(asked, bare, {}, {}).correct).toBe(false);
  });
});

it('grading is total: any response to any kind has a verdict', () => {
  const match: AskedQuestion = { ...fields, kind: 'match', left: [item('l')], right: [] };
  const matchKey: QuestionKey = { ...bare, grading: { kind: 'match', pairs: { l: 'r' } } };
  const asked = fc.constantFrom<[AskedQuestion, QuestionKey]>(
    [single, singleKey],
    [match, matchKey],
    [order, { ...bare, grading: { kind: 'order', steps: ['s1', 's2', 's3', 's4'] } }],
    [
      { ...fields, kind: 'case', parts: [{ ...match, id: 'm' }] },
      { ...bare, parts: { m: matchKey } },
    ],
  );
  fc.assert(
    fc.property(asked, fc.jsonValue(), ([question, key], response) => {
      const { credit } = gradeAsked(question, key, response as Response, {});
      expect(credit >= 0 && credit <= 1).toBe(true);
    }),
  );
});

describe('a typed number', () => {
  it.each([
    ['3', 3],
    [' 2.5 ', 2.5],
    ['1,024', 1024],
    ['-3', -3],
    ['−3', -3],
    ['.5', 0.5],
    ['1,02', null],
    ['three', null],
    ['', null],
    ['1e9', null],
    ['0x10', null],
  ])('"%s" is read as %s', (text, value) => {
    expect(readTypedNumber(text)).toBe(value);
  });
});

it('moving a step keeps every other in its order, and nothing leaves the list', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { minLength: 1 }), fc.integer(), fc.integer(), (items, from, to) => {
      const result = moved(items, from, to);
      expect(result.toSorted()).toEqual(items.toSorted());
      const item = items[from];
      if (item !== undefined) expect(result.filter((x) => x !== item)).toEqual(items.filter((x) => x !== item));
    }),
  );
});
