import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredAttempt } from './attempt.ts';
import { mergeLogs, readLogFile, writeLogFile } from './log-file.ts';

const attempt: fc.Arbitrary<StoredAttempt> = fc.record({
  kind: fc.constant('question' as const),
  format: fc.constant(2),
  key: fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5'),
  id: fc.constantFrom('a', 'b'),
  version: fc.constant('v'),
  response: fc.constantFrom<string[]>(['a'], ['b']),
  correct: fc.boolean(),
  atMs: fc.nat(9),
});
const log = fc.array(attempt, { maxLength: 12 });

describe('a log of attempts as a file', () => {
  it('comes back as it went: import(export(x)) = x', () => {
    fc.assert(
      fc.property(log, (attempts) => {
        const whole = mergeLogs(attempts, []);
        expect(readLogFile(writeLogFile(attempts)).log).toEqual({ attempts: whole, unreadable: 0 });
      }),
    );
  });

  it.each([
    ['nonsense', 'x'.repeat(10_000_000), 'not-json'],
    ['a list', '[]', 'not-a-log'],
    ['something else of Drydock', '{"drydock":"room","version":1,"attempts":[]}', 'not-a-log'],
    ['nothing', '', 'not-json'],
    ['null', 'null', 'not-a-log'],
    ['a log of a later version', '{"drydock":"log","version":2,"attempts":[]}', 'newer'],
  ])('that is %s is refused', (_, text, fault) => {
    expect(readLogFile(text)).toEqual({ fault });
  });

  it('with damaged entries gives the sound ones and counts the others', () => {
    const sound = {
      format: 1,
      key: 'k',
      kind: 'question',
      id: 'q',
      version: 'v',
      response: ['a'],
      correct: true,
      atMs: 1,
    };
    const text = JSON.stringify({ drydock: 'log', version: 1, attempts: [sound, { key: 'x' }, 7] });
    expect(readLogFile(text)).toEqual({ log: { attempts: [sound], unreadable: 2 } });
  });

  it('never throws, whatever is in it', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void readLogFile(JSON.stringify(value))));
  });
});

describe('merging two logs', () => {
  it('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(log, log, log, (a, b, c) => {
        expect(mergeLogs(a, b)).toEqual(mergeLogs(b, a));
        expect(mergeLogs(mergeLogs(a, b), c)).toEqual(mergeLogs(a, mergeLogs(b, c)));
        const once = mergeLogs(a, b);
        expect(mergeLogs(once, b)).toEqual(once);
        expect(mergeLogs(once, once)).toEqual(once);
      }),
    );
  });
});
