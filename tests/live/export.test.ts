import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Serving, serveLive, TestHost, TestPlayer } from './live-server.fixture.ts';

let serving: Serving;
let host: TestHost;
beforeAll(async () => {
  serving = await serveLive();
  host = await TestHost.open(serving.origin, { questions: { ids: ['one', 'count'] } });
  const ada = await TestPlayer.join(serving.origin, host.opened.code, { name: '김하늘' });
  const bob = await TestPlayer.join(serving.origin, host.opened.code, { name: '=cmd|/c calc' });
  await host.command({ do: 'open', seconds: null });
  await ada.answer({ response: ['a'] });
  await bob.answer({ response: ['b'] });
  await host.command({ do: 'close' });
  await host.command({ do: 'reveal' });
  await host.command({ do: 'open', seconds: null });
  await ada.answer({ question: 1, response: 424242 });
  await host.command({ do: 'end' });
});
afterAll(() => serving.stop());

describe('an export', () => {
  it('as CSV begins with the mark of UTF-8, has every table, and no cell is a formula', async () => {
    const response = await fetch(`${serving.origin}/api/live/rooms/${host.room}/export?as=csv`, {
      headers: { Authorization: `Bearer ${host.opened.hostToken}`, 'Accept-Language': 'ko' },
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain('김하늘');
    expect(text).toContain("'=cmd|/c calc");
    expect(text.split('\r\n').filter((line) => /^[=+\-@]/.test(line))).toEqual([]);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="drydock-[A-Z0-9]{6}\.csv"$/);
  });

  it('as JSON has points per person and statistics per question', async () => {
    const { text } = await host.export('json');
    const { people, questions, format } = JSON.parse(text) as Record<string, Record<string, unknown>[]>;
    expect(format).toBe('drydock-room/1');
    expect(people?.map(({ name, right }) => [name, right])).toEqual([
      ['김하늘', 2],
      ['=cmd|/c calc', 0],
    ]);
    expect(questions).toHaveLength(2);
  });

  it('as XLSX is a workbook', async () => {
    const response = await fetch(`${serving.origin}/api/live/rooms/${host.room}/export?as=xlsx`, {
      headers: { Authorization: `Bearer ${host.opened.hostToken}` },
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    expect(bytes.includes('xl/worksheets/sheet4.xml')).toBe(true);
  });

  it('as a log has every event in order, without hashes of tokens and addresses', async () => {
    const { text } = await host.export('log');
    const events = text
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { event: { t: string } }).event);
    expect(events.map(({ t }) => t)).toEqual([
      'created',
      'joined',
      'joined',
      'opened',
      'answered',
      'answered',
      'closed',
      'revealed',
      'opened',
      'answered',
      'ended',
    ]);
    expect(events[0]).toMatchObject({ hostHash: '', screenHash: '' });
    expect(events[1]).toMatchObject({ from: '' });
  });

  it('of any other form is refused with what to write', async () => {
    expect(await host.export('pdf')).toMatchObject({ status: 400, body: { why: 'no-export' } });
  });
});

describe('a room that is deleted', () => {
  it('is gone: its address, its code and its events', async () => {
    const gone = await TestHost.open(serving.origin);
    const phone = await (await TestPlayer.join(serving.origin, gone.opened.code)).watch();
    const { origin } = serving;
    const headers = { Authorization: `Bearer ${gone.opened.hostToken}` };
    expect((await fetch(`${origin}/api/live/rooms/${gone.room}`, { method: 'DELETE', headers })).status).toBe(204);
    await phone.ended();
    expect((await gone.export('json')).status).toBe(404);
    await expect(TestPlayer.join(origin, gone.opened.code)).rejects.toThrow('404');
    expect(await serving.log.rooms()).not.toContain(gone.room);
  });
});
