import { describe, expect, it } from 'vitest';
import { labMessages } from '../../i18n/lab-messages.ts';
import type { Decision } from '../../simulator/run.ts';
import { marksOf } from './marks.ts';

const ZONE = 'spread(attribute:ecs.availability-zone)';
const decision: Decision = {
  chosen: 'a-1',
  candidates: [
    {
      instance: 'a-1',
      refused: [],
      ranks: [
        { rule: ZONE, value: 1 },
        { rule: 'lowest index', value: 0 },
      ],
    },
    {
      instance: 'a-2',
      refused: [],
      ranks: [
        { rule: ZONE, value: 1 },
        { rule: 'lowest index', value: 1 },
      ],
    },
    {
      instance: 'b-1',
      refused: [],
      ranks: [
        { rule: ZONE, value: 2 },
        { rule: 'lowest index', value: 2 },
      ],
    },
    { instance: 'b-2', refused: [{ rule: 'RESOURCE:MEMORY', need: '1024 MiB', have: '768 MiB' }], ranks: [] },
  ],
};

describe('the tags of a decision', () => {
  it('name the chosen berth, the rank at which others lost, and the rule that refused', () => {
    expect(marksOf(decision, labMessages.en)).toEqual({
      'a-1': { kind: 'chosen', text: 'chosen' },
      'a-2': { kind: 'ranked', text: 'order 1' },
      'b-1': { kind: 'ranked', text: 'zone 2' },
      'b-2': { kind: 'refused', text: '× memory' },
    });
  });

  it('have no chosen berth when every instance refused', () => {
    const none = { ...decision, chosen: null, candidates: decision.candidates.slice(3) };
    expect(marksOf(none, labMessages.ko)).toEqual({ 'b-2': { kind: 'refused', text: '× memory' } });
  });
});
