import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { question } from './item-rules/question.fixture.ts';
import { readQuestions } from './question-schema.ts';

/** JSON drops keys without a value, as a file has none. */
const asWritten = (changed: object = {}) => JSON.parse(JSON.stringify({ ...question(), ...changed }));
const said = (changed: object) =>
  readQuestions([asWritten(changed)]).faults.map((fault) => `${fault.path.join('.')}: ${fault.message}`);
const [a, b, c] = asWritten().choices;

describe('a question file', () => {
  it('is read as it is written, with the place of each question', () => {
    const one = asWritten();
    const other = asWritten({
      id: 'other',
      kind: 'multiple',
      choices: [a, { ...b, correct: true, belief: undefined }, c],
    });
    expect(readQuestions([one, other]).questions).toEqual([
      { index: 0, question: one },
      { index: 1, question: other },
    ]);
  });

  it('takes every optional field', () => {
    const fields = {
      hints: [{ en: 'Count.', ko: '세어 보세요.' }],
      order: 'fixed',
      apart: ['other'],
      exceptions: [{ rule: 'O7', reason: 'the words are AWS’s' }],
      visibility: 'live',
      today: { en: 'Changed.', ko: '바뀌었어요.' },
    };
    expect(said(fields)).toEqual([]);
  });

  it.each([
    ['is a mapping', { id: 'x' }],
    ['is empty', null],
    ['is a text', 'x'],
  ])('that %s is refused', (_, value) => {
    expect(readQuestions(value).faults).toEqual([
      { path: [], message: 'a question file is a list; begin each question with "- id:"' },
    ]);
  });

  it('keeps what is whole when one question is not', () => {
    const { questions, faults } = readQuestions([asWritten(), { id: 3 }, asWritten({ id: 'third' })]);
    expect(questions.map((read) => [read.index, read.question.id])).toEqual([
      [0, 'sound'],
      [2, 'third'],
    ]);
    expect(new Set(faults.map((fault) => fault.path[0]))).toEqual(new Set([1]));
  });

  it('is read or refused, whatever stands in it, and never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => void readQuestions(value)));
    fc.assert(fc.property(fc.array(fc.anything()), (value) => void readQuestions(value)));
  });
});

describe('a question', () => {
  it.each([
    [
      'with an unknown key',
      { shuffled: true },
      '0.shuffled: unknown key "shuffled"; the keys here are id, lesson, objective, exams, claims, kind, cognitive, stem, choices, proof, order, sources and 7 more',
    ],
    [
      'with an exam that does not exist',
      { exams: ['CLF'] },
      '0.exams.0: "CLF" is not allowed; write SAA, DVA, SOA or DOP',
    ],
    [
      'of a kind that is none',
      { kind: 'essay' },
      '0.kind: "essay" is not a kind of question; write single, multiple, order, match, number, scenario or case',
    ],
    ['without a source', { sources: [] }, '0.sources: a list of 0 is too small; write at least 1 item'],
    [
      'with four hints',
      { hints: Array(4).fill({ en: 'A', ko: '가' }) },
      '0.hints: a list of 4 is too large; write at most 3 items',
    ],
    [
      'whose exception has no reason',
      { exceptions: [{ rule: 'O7', reason: '' }] },
      '0.exceptions.0.reason: an exception without a reason; say why the rule does not fit here',
    ],
    [
      'whose id has an underscore',
      { id: 'my_question' },
      '0.id: an id is lower-case letters, digits and hyphens; write for example rolling-floor-rounds-up',
    ],
    [
      'with two right choices where one is asked for',
      { choices: [a, { ...b, correct: true, belief: undefined }, c] },
      '0.choices: a single-choice question has exactly one right choice, this has 2 right choices (a, b); mark one with "correct: true", or write "kind: multiple"',
    ],
    [
      'with correct: false',
      { choices: [a, { ...b, correct: false }, c] },
      '0.choices.1.correct: false is not allowed; write true',
    ],
    [
      'with a belief on the right choice',
      { choices: [{ ...a, belief: 'x' }, b, c] },
      '0.choices.0.belief: a right choice comes from no misconception; remove belief',
    ],
    [
      'with two choices of one id',
      { choices: [a, b, { ...c, id: 'b' }] },
      '0.choices.2.id: choice "b" stands twice; give each choice its own id',
    ],
  ])('%s is refused, with what to write', (_, changed, fault) => {
    expect(said(changed)).toEqual([fault]);
  });
});

describe('a proof', () => {
  const each = { a: { set: {} }, b: { set: {} }, c: { set: {} }, d: { set: {} } };

  it('says what every choice sets', () => {
    expect(said({ proof: { scenario: 'placement/even', goals: ['all'], each } })).toEqual([]);
    const { d, ...three } = each;
    expect(said({ proof: { scenario: 'placement/even', goals: ['all'], each: { ...three, e: d } } })).toEqual([
      '0.proof.each: choice "d" is not proved; say what it sets: "d: { set: { … } }"',
      '0.proof.each.e: there is no choice "e"; the choices are a, b, c, d',
    ]);
  });

  it('names at least one goal', () => {
    expect(said({ proof: { scenario: 'placement/even', goals: [], each } })).toEqual([
      '0.proof.goals: a list of 0 is too small; write at least 1 item',
    ]);
  });

  it('with a world of its own is refused when that world is', () => {
    const [only, ...more] = said({ proof: { scenario: { model: 'ecs', world: 3 }, goals: ['all'], each } });
    expect(more).toEqual([]);
    // The list of keys grows with the simulator.
    expect(only).toMatch(/^0\.proof\.scenario\.world: is the number 3; write a mapping \(key: value\) with region, /);
  });
});
