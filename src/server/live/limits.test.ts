import { describe, expect, it } from 'vitest';
import { clientAddress } from './addresses.ts';
import { ClockSkew } from './clock-skew.ts';
import { ALPHABET, newCode, readCode } from './codes.ts';
import { Follower, type Sink } from './follower.ts';
import { JoinGate } from './join-gate.ts';
import { languageOf } from './replies.ts';
import { Tickets } from './tickets.ts';
import { TokenBucket, TokenBuckets } from './token-bucket.ts';
import { bearerOf, isSame, newToken, seatOf } from './tokens.ts';
import { WrongCodes } from './wrong-codes.ts';

describe('codes', () => {
  it('are six of 28 characters without vowels and look-alikes, never the same twice in a thousand', () => {
    expect(ALPHABET).toHaveLength(28);
    expect(ALPHABET).not.toMatch(/[AEIOU01L]/);
    const codes = Array.from({ length: 1000 }, newCode);
    expect(new Set(codes).size).toBe(1000);
    expect(codes.every((code) => readCode(code) === code)).toBe(true);
  });

  it('are read however a person types them, and nothing else is one', () => {
    expect(readCode(' kht-7 qw ')).toBe('KHT7QW');
    for (const typed of ['', 'KHT7Q', 'KHT7QWX', 'KHT7QA', 'KHT7Q0', '../../x'])
      expect(readCode(typed)).toBeUndefined();
  });
});

describe('tokens', () => {
  it('have 128 bits, name their seat and cannot be told from it', () => {
    const token = newToken();
    expect(Buffer.from(token, 'base64url')).toHaveLength(16);
    expect(seatOf(token)).not.toContain(token.slice(0, 8));
    expect(bearerOf(`Bearer ${token}`)).toBe(token);
    for (const header of [undefined, '', token, 'Bearer', 'Bearer x', `Bearer ${token}x`, `Basic ${token}`])
      expect(bearerOf(header)).toBeUndefined();
    expect([isSame(token, token), isSame(token, ''), isSame('', token)]).toEqual([true, false, false]);
  });
});

describe('a ticket', () => {
  const clock = { now: 1_000 };
  const tickets = () => new Tickets(() => clock.now);

  it('is taken once, for its room, within a minute, by whoever knows the secret of the room', () => {
    const [one, two] = [tickets(), tickets()];
    const who = { role: 'player', seat: 's' } as const;
    const ticket = one.give('room', who, 'secret');
    expect(one.take('other', ticket, 'secret')).toBeUndefined();
    expect(one.take('room', ticket, 'wrong')).toBeUndefined();
    expect(one.take('room', ticket.replace('player', 'host'), 'secret')).toBeUndefined();
    expect(one.take('room', ticket, 'secret')).toEqual(who);
    expect(one.take('room', ticket, 'secret')).toBeUndefined();
    expect(two.take('room', two.give('room', { role: 'host' }, 'secret'), 'secret')).toEqual({ role: 'host' });
    const old = one.give('room', who, 'secret');
    clock.now += 60_001;
    expect(one.take('room', old, 'secret')).toBeUndefined();
  });

  it.each(['', '.', '....', 'host..9999999999999..', 'host.x.y'])('is not %j', (text) => {
    expect(tickets().take('room', text, 'secret')).toBeUndefined();
  });
});

describe('a bucket', () => {
  it('gives its burst at once, then its rate, and says how long to wait', () => {
    const bucket = new TokenBucket(2, 10, 0);
    expect([bucket.take(0), bucket.take(0), bucket.take(0)]).toEqual([true, true, false]);
    expect(bucket.waitMs(0)).toBe(100);
    expect([bucket.take(100), bucket.take(100)]).toEqual([true, false]);
    // A clock set back gives nothing.
    expect(bucket.take(-5000)).toBe(false);
  });

  it('is forgotten when it is full again, and there are never more than so many', () => {
    const buckets = new TokenBuckets((now) => new TokenBucket(1, 1, now), 3);
    for (const name of ['a', 'b', 'c', 'd', 'e']) buckets.of(name, 0).take(0);
    expect(buckets.of('e', 0).take(0)).toBe(false);
    expect(buckets.of('a', 0).take(0)).toBe(true);
  });
});

describe('wrong codes', () => {
  it('make an address wait after ten in a minute, and nobody else', () => {
    const limits = new WrongCodes(0);
    for (let n = 0; n < 10; n++) {
      expect(limits.waitMs('guesser', 0)).toBe(0);
      limits.failed('guesser', 0);
    }
    expect(limits.waitMs('guesser', 0)).toBe(6000);
    expect(limits.waitMs('guesser', 6000)).toBe(0);
    expect(limits.waitMs('other', 0)).toBe(0);
  });

  it('from very many addresses use up the budget of all: then who failed lately waits, and who did not is let in', () => {
    const limits = new WrongCodes(0);
    for (let n = 0; n < 600; n++) limits.failed(`bot ${n}`, 0);
    expect(limits.waitMs('bot 7', 0)).toBeGreaterThan(0);
    expect(limits.waitMs('somebody', 0)).toBe(0);
  });
});

describe('the gate of a room', () => {
  /** Joins a second for ten seconds; the flood asks without pause, the honest ask again after a second. */
  const flood = (addressOf: (honest: number) => string) => {
    const gate = new JoinGate(2000, 0);
    let flooded = 0;
    let waiting: number[] = [];
    let honest = 0;
    let second = 0;
    for (; honest < 300 && second < 60; second++) {
      if (second < 10) waiting = [...waiting, ...Array.from({ length: 30 }, (_, n) => second * 30 + n)];
      const asks = [
        ...waiting.map((n) => ({ n, address: addressOf(n) })),
        ...Array.from({ length: second < 10 ? 500 : 0 }, () => ({ n: -1, address: 'flood' })),
      ];
      // Any order: the flood first in even seconds.
      const ordered = second % 2 === 0 ? asks.toReversed() : asks;
      for (const { n, address } of ordered) {
        if (gate.ask(address, second * 1000) > 0) continue;
        if (n === -1) flooded++;
        else {
          honest++;
          waiting = waiting.filter((one) => one !== n);
        }
      }
    }
    return { flooded, honest, second };
  };

  it('lets 300 honest ones in while one address floods it with 5,000 joins', () => {
    const { flooded, honest, second } = flood((n) => `home ${n}`);
    expect(honest).toBe(300);
    expect(second).toBeLessThanOrEqual(12);
    expect(flooded).toBeLessThan(400);
  });

  it('lets them in within half a minute even when they share the address of the flood, and keeps seats free for them', () => {
    const { flooded, honest, second } = flood(() => 'flood');
    expect(honest).toBe(300);
    expect(second).toBeLessThanOrEqual(30);
    expect(flooded).toBeLessThan(1000);
  });

  it('lets a class of 200 behind one address in at once', () => {
    const gate = new JoinGate(2000, 0);
    expect(Array.from({ length: 200 }, () => gate.ask('school', 0)).every((wait) => wait === 0)).toBe(true);
  });
});

describe('the skew of a clock', () => {
  it('is zero where both clocks are one, and found where they are not', () => {
    const skew = new ClockSkew();
    skew.learn(1000, 1003, 1005);
    expect(skew.ms).toBe(0);
    const other = new ClockSkew();
    other.learn(31_000, 1_004, 31_010);
    other.learn(41_000, 11_001, 41_002);
    expect(other.ms).toBeGreaterThanOrEqual(29_999);
    expect(other.ms).toBeLessThanOrEqual(30_001);
    other.learn(50_000, 50_000, 50_001);
    expect(Math.abs(other.ms)).toBeLessThanOrEqual(1);
  });
});

describe('an address', () => {
  it('is the connection’s, or the last that a proxy wrote where there is one; an IPv6 customer has a /64', () => {
    expect(clientAddress('::ffff:10.0.0.7', '1.2.3.4', false)).toBe('10.0.0.7');
    expect(clientAddress('10.0.0.1', '6.6.6.6, 1.2.3.4', true)).toBe('1.2.3.4');
    expect(clientAddress('10.0.0.1', undefined, true)).toBe('10.0.0.1');
    expect(clientAddress('2001:db8:1:2:3:4:5:6', undefined, false)).toBe('2001:db8:1:2');
  });
});

describe('the language of an answer', () => {
  it.each([
    [undefined, 'en'],
    ['ko', 'ko'],
    ['ko-KR,ko;q=0.9,en;q=0.8', 'ko'],
    ['en-GB,en;q=0.9,ko;q=0.8', 'en'],
    ['fr,ko;q=0.5', 'ko'],
    ['en;q=0.1, ko;q=0.2', 'ko'],
    ['x'.repeat(9000), 'en'],
  ])('for %s is %s', (header, lang) => {
    expect(languageOf(header)).toBe(lang);
  });
});

describe('a reader that is too slow', () => {
  const stuck = () => {
    const seen = { written: [] as string[], taken: [] as (() => void)[], isDestroyed: false, bytes: 0 };
    const sink: Sink = {
      write: (text, taken) => {
        seen.written.push(text);
        seen.taken.push(taken);
      },
      backlog: () => seen.bytes,
      end: () => {},
      destroy: () => {
        seen.isDestroyed = true;
      },
      onClose: () => {},
    };
    return { seen, sink };
  };
  const who = { role: 'player', seat: 's' } as const;

  it('is written one frame and no more until it has taken it, then the present one', () => {
    const { seen, sink } = stuck();
    const follower = new Follower(sink, { who, lang: 'en', refresh: (self) => self.send('present') });
    for (const frame of ['one', 'two', 'three']) follower.send(frame);
    expect(seen.written).toEqual(['one']);
    seen.taken.shift()?.();
    expect(seen.written).toEqual(['one', 'present']);
  });

  it('is dropped when it has taken nothing between two heartbeats', () => {
    const { seen, sink } = stuck();
    const follower = new Follower(sink, { who, lang: 'en', refresh: () => {} });
    follower.send('one');
    follower.beat();
    expect(seen.isDestroyed).toBe(false);
    follower.beat();
    expect(seen.isDestroyed).toBe(true);
    follower.send('two');
    expect(seen.written).toEqual(['one']);
  });

  it('is dropped when more than 256 KiB wait for it', () => {
    const { seen, sink } = stuck();
    const follower = new Follower(sink, { who, lang: 'en', refresh: () => {} });
    seen.bytes = 256 * 1024 + 1;
    follower.send('one');
    expect([seen.isDestroyed, seen.written]).toEqual([true, []]);
  });
});
