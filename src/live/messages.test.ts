import { describe, expect, it } from 'vitest';
import { readAnswer, readCommand, readJoin, readNewRoom } from './messages.ts';

describe('a body', () => {
  it.each<[string, { value?: unknown; fault?: string | undefined }]>([
    [
      'of a new room is read',
      readNewRoom({ title: '', lang: 'ko', questions: { ids: ['a'] }, settings: { scoring: 'speed' } }),
    ],
    [
      'of a new room by topics is read',
      readNewRoom({ title: 'x', lang: 'en', questions: { topics: ['a'], count: 5 }, settings: {} }),
    ],
    ['of a join without a name is read', readJoin({ lang: 'en' })],
    ['of an answer is read', readAnswer({ question: 0, round: 0, response: ['a'], seq: 1, certainty: 'sure' })],
    ['of a set is read', readAnswer({ question: 0, round: 0, response: { '/a/0': { b: [1] } }, seq: 1 })],
    ['of a command is read', readCommand({ do: 'open', seconds: null })],
    ['of a command with a place is read', readCommand({ do: 'reveal', question: 2 })],
  ])('%s', (_, read) => {
    expect(read.fault).toBeUndefined();
    expect(read.value).toBeDefined();
  });

  it.each<[string, { fault?: string | undefined }, RegExp]>([
    ['that is nothing', readJoin(null), /is empty; write a mapping/],
    ['in an unknown language', readJoin({ lang: 'de' }), /^lang: .*en.*ko/],
    ['with a field nobody asked for', readJoin({ lang: 'en', admin: true }), /^admin: /],
    ['of a command nobody knows', readCommand({ do: 'dance' }), /^do: /],
    ['with a bell of no time', readCommand({ do: 'open', seconds: 0 }), /^seconds: 0 is too small/],
    ['without questions', readNewRoom({ title: '', lang: 'en', settings: {} }), /^questions: /],
    [
      'with settings of another kind',
      readNewRoom({ title: '', lang: 'en', questions: { ids: ['a'] }, settings: { seats: 0 } }),
      /^settings.seats: /,
    ],
    [
      'too deep to walk',
      readAnswer({ question: 0, round: 0, seq: 1, response: JSON.parse('['.repeat(5000) + ']'.repeat(5000)) }),
      /too deep/,
    ],
  ])('%s is refused in a sentence', (_, read, sentence) => {
    expect(read.fault).toMatch(sentence);
  });
});
