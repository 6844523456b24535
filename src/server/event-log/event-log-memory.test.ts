import { describe, expect, it } from 'vitest';
import { describeLaws, type Fact } from './event-log.laws.ts';
import { openMemoryLog } from './event-log-memory.ts';

const clock = { ms: 1_000 };

describeLaws(
  {
    name: 'memory',
    keeps: false,
    shared: false,
    place: async () => ({ open: () => openMemoryLog<Fact>({ now: () => clock.ms }) }),
  },
  clock,
);

describe('a log in memory', () => {
  it.each([
    [{ outcome: 'not-written' }, 0],
    [{ outcome: 'unknown', written: false }, 0],
    [{ outcome: 'unknown', written: true }, 1],
  ] as const)('fails as a test wishes: %o', async (fault, count) => {
    const log = await openMemoryLog<Fact>({ now: () => 0, fault: (room) => (room === 'bad' ? fault : undefined) });
    const seen: unknown[] = [];
    await log.tail('bad', null, (stored) => seen.push(stored));
    await expect(log.append('bad', { who: 'a', n: 1 })).rejects.toMatchObject({ outcome: fault.outcome });
    expect(seen).toHaveLength(count);
    await log.append('good', { who: 'a', n: 1 });
  });
});
