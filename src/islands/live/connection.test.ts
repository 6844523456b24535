import { describe, expect, it } from 'vitest';
import { bellOf, type Link, type Lost, openConnection } from './connection.ts';
import { type Asked, fakeWorld, json } from './live-world.fixture.ts';

async function connect(answer: (asked: Asked) => Response | Promise<Response> = () => json({ ticket: 't' })) {
  const { world, asked, streams, pass } = fakeWorld(answer);
  const seen = { frames: [] as unknown[], arrivedAt: [] as number[], links: [] as Link[], lost: [] as Lost[] };
  const connection = openConnection<{ to?: string; phase: string; leftMs?: number }>(world, {
    to: 'host',
    nextWithin: bellOf,
    room: 'room-1',
    token: 'secret',
    lang: 'ko',
    onFrame: (frame, arrivedAt) => {
      seen.frames.push(frame);
      seen.arrivedAt.push(arrivedAt);
    },
    onLink: (link) => seen.links.push(link),
    onLost: (why) => seen.lost.push(why),
  });
  await pass(0);
  const latest = () => streams.at(-1);
  return { connection, seen, asked, streams, pass, latest };
}

describe('a connection to a room', () => {
  it('fetches a ticket with the token and opens a stream with the ticket: the token is in no address', async () => {
    const { asked, streams } = await connect(() => json({ ticket: 'a b' }));
    expect(asked[0]?.path).toBe('/api/live/rooms/room-1/ticket');
    expect(new Headers(asked[0]?.init.headers).get('Authorization')).toBe('Bearer secret');
    expect(streams[0]?.url).toBe('/api/live/rooms/room-1/stream?ticket=a+b&lang=ko');
  });

  it('hands on each frame with the moment of its arrival, and says that it is connected', async () => {
    const { seen, latest, pass } = await connect();
    expect(seen.links).toEqual(['connecting']);
    latest()?.say('open');
    await pass(700);
    latest()?.say('frame', '{"phase":"lobby"}');
    expect(seen.frames).toEqual([{ phase: 'lobby' }]);
    expect(seen.arrivedAt).toEqual([700]);
    expect(seen.links.at(-1)).toBe('connected');
  });

  it('drops what is no frame and goes on', async () => {
    const { seen, latest } = await connect();
    latest()?.say('frame', '{"phase":');
    latest()?.say('frame', '{}');
    expect(seen.frames).toEqual([{}]);
  });

  it('with the token of another view is a stranger’s, and shows nothing of it', async () => {
    const { seen, latest } = await connect();
    latest()?.say('frame', '{"to":"player","phase":"lobby"}');
    expect([seen.frames, seen.lost, latest()?.isClosed]).toEqual([[], ['stranger'], true]);
  });

  it('leaves a broken stream to the browser, which takes it up again with Last-Event-ID', async () => {
    const { seen, streams, latest, pass } = await connect();
    latest()?.say('open');
    const first = latest();
    if (first) first.readyState = 0;
    first?.say('error');
    expect(seen.links.at(-1)).toBe('connecting');
    await pass(5000);
    expect(streams).toHaveLength(1);
    first?.say('open');
    expect(seen.links.at(-1)).toBe('connected');
  });

  it('makes a stream anew that the browser gave up, with a fresh ticket, after a pause', async () => {
    const { asked, streams, latest, pass } = await connect();
    const first = latest();
    if (first) first.readyState = 2;
    first?.say('error');
    expect(streams).toHaveLength(1);
    await pass(1000);
    expect(streams).toHaveLength(2);
    expect(asked.map(({ path }) => path)).toEqual(Array(2).fill('/api/live/rooms/room-1/ticket'));
    expect(first?.isClosed).toBe(true);
  });

  it('makes a stream anew that neither opens nor fails', async () => {
    const { streams, pass } = await connect();
    await pass(20_000);
    expect(streams.length).toBeGreaterThan(1);
  });

  it('goes on trying while the server answers 503, at longer and longer intervals, and says offline meanwhile', async () => {
    let isUp = false;
    const { seen, asked, latest, pass } = await connect(() => (isUp ? json({ ticket: 't' }) : json({}, 503)));
    await pass(60_000);
    expect(seen.links.at(-1)).toBe('offline');
    expect(asked.length).toBeGreaterThan(6);
    expect(asked.length).toBeLessThan(20);
    isUp = true;
    await pass(10_000);
    latest()?.say('open');
    expect(seen.links.at(-1)).toBe('connected');
  });

  it('waits as long as the server asks for', async () => {
    const { asked, pass } = await connect(() => json({}, 429, { 'Retry-After': '20' }));
    await pass(19_000);
    expect(asked).toHaveLength(1);
    await pass(3000);
    expect(asked).toHaveLength(2);
  });

  it('goes on trying when nothing answers at all', async () => {
    const { asked, pass, seen } = await connect(() => Promise.reject(new TypeError('Failed to fetch')));
    await pass(20_000);
    expect(asked.length).toBeGreaterThan(3);
    expect(seen.lost).toEqual([]);
  });

  it('stops when there is no such room, or the token is of another', async () => {
    const gone = await connect(() => json({ error: 'x' }, 404));
    const stranger = await connect(() => json({ error: 'x' }, 401));
    await gone.pass(60_000);
    expect([gone.asked.length, gone.seen.lost]).toEqual([1, ['gone']]);
    expect(stranger.seen.lost).toEqual(['stranger']);
  });

  it('is made anew when the device wakes after a silence, and left alone when it spoke just now', async () => {
    const { connection, streams, latest, pass } = await connect();
    latest()?.say('open');
    connection.wake();
    await pass(0);
    expect(streams).toHaveLength(1);
    await pass(30_000);
    connection.wake();
    await pass(0);
    expect(streams).toHaveLength(2);
    expect(streams[0]?.isClosed).toBe(true);
  });

  it('is made anew when the bell must have rung and nothing was heard, and left alone when the end was told', async () => {
    const { streams, latest, pass } = await connect();
    latest()?.say('open');
    latest()?.say('frame', '{"phase":"open","leftMs":20000}');
    await pass(19_000);
    latest()?.say('frame', '{"phase":"closed","leftMs":0}');
    await pass(60_000);
    expect(streams).toHaveLength(1);
    latest()?.say('frame', '{"phase":"open","leftMs":20000}');
    await pass(29_000);
    expect(streams).toHaveLength(2);
  });

  it('hears nothing of a stream that was replaced, and makes none once it is closed', async () => {
    const { connection, seen, streams, pass } = await connect();
    streams[0]?.say('open');
    await pass(30_000);
    connection.wake();
    await pass(0);
    streams[0]?.say('frame', '{}');
    expect(seen.frames).toEqual([]);
    connection.close();
    await pass(60_000);
    expect(streams).toHaveLength(2);
  });
});
