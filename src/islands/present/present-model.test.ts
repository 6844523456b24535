import { describe, expect, it } from 'vitest';
import type { AskedCase, AskedChoices, QuestionKey } from '../../quiz-engine/asked/asked-question.ts';
import {
  AT_FIRST,
  commonestWrong,
  type PresentAction,
  rightShare,
  slidesOf,
  soundState,
  stateOf,
  stepPresent,
} from './present-model.ts';

const asked: AskedChoices = {
  kind: 'single',
  id: 'q',
  set: 'ecs',
  stemHtml: 'How many?',
  pick: 1,
  choices: ['a', 'b', 'c'].map((id) => ({ id, html: id })),
};
const key: QuestionKey = {
  version: 'v',
  grading: { kind: 'single', choices: [{ id: 'a', correct: true }, { id: 'b' }, { id: 'c' }] },
  whyHtml: {},
  lesson: '/',
  lessonTitle: '',
  objective: '',
};
const after = (...actions: PresentAction[]) => actions.reduce(stepPresent, AT_FIRST);
const hand = (of: string, by: 1 | -1 = 1): PresentAction => ({ do: 'hand', slide: 'q', of, by });

describe('hands', () => {
  it('are counted for each choice, and never below nothing', () => {
    const state = after(hand('a'), hand('b'), hand('b'), hand('a', -1), hand('a', -1));
    expect(stateOf(state, 'q').votes).toEqual([{ a: 0, b: 2 }]);
  });

  it('of a second vote stand beside those of the first', () => {
    const state = after(hand('b'), { do: 'reveal', slide: 'q' }, { do: 'vote-again', slide: 'q' }, hand('a'));
    expect(stateOf(state, 'q')).toEqual({ votes: [{ b: 1 }, { a: 1 }], revealed: false });
  });

  it('of an empty vote are not kept as a first one', () => {
    expect(stateOf(after({ do: 'vote-again', slide: 'q' }), 'q').votes).toEqual([{}]);
  });

  it('give the share that is right, and what most others took', () => {
    expect(rightShare(key, { a: 1, b: 2, c: 1 })).toBe(25);
    expect(rightShare(key, {})).toBeUndefined();
    expect(commonestWrong(key, { a: 5, b: 1, c: 2 })).toBe('c');
    expect(commonestWrong(key, { a: 5, b: 0 })).toBeUndefined();
  });
});

describe('slides', () => {
  it('show each part of a case with its story', () => {
    const story: AskedCase = {
      kind: 'case',
      id: 'story',
      set: 'ecs',
      stemHtml: 'Once',
      parts: [asked, { ...asked, id: 'r' }],
    };
    const slides = slidesOf([{ asked: story, key: { ...key, parts: { q: key, r: key } } }]);
    expect(slides.map(({ id, storyHtml }) => [id, storyHtml])).toEqual([
      ['story.q', 'Once'],
      ['story.r', 'Once'],
    ]);
  });
});

describe('what a tab kept', () => {
  it('comes back as it was', () => {
    const state = after(hand('a'), { do: 'go', to: 2 }, { do: 'reveal', slide: 'q' });
    expect(soundState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  it.each([null, 3, [], { at: -1, slides: { q: { votes: 'x' } } }, { at: 0.5, slides: null }])(
    'and cannot be read is a beginning: %j',
    (value) => {
      expect(soundState(value)).toEqual(AT_FIRST);
    },
  );
});
