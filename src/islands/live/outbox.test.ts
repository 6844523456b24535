import { describe, expect, it } from 'vitest';
import type { Answer } from '../../live/commands.ts';
import { type Asked, fakeWorld, json } from './live-world.fixture.ts';
import { openOutbox, type Sending } from './outbox.ts';

const answerOf = (seq: number, question = 0): Answer => ({ question, round: 0, response: [`c${seq}`], seq });
const received = ({ body }: Asked) => json({ received: true, seq: (body as Answer).seq, off: '1' });

function outboxWith(answer: (asked: Asked) => Response | Promise<Response>, unsent: Answer[] = []) {
  const fake = fakeWorld(answer);
  const said: Sending[] = [];
  const kept: Answer[][] = [];
  const outbox = openOutbox(
    fake.world,
    { room: 'r', token: 't', lang: 'en', keep: (all) => kept.push(all), onSending: (sending) => said.push(sending) },
    unsent,
  );
  const sent = () => fake.asked.map(({ body }) => (body as Answer).seq);
  return { ...fake, outbox, said, kept, sent };
}

describe('the outbox of answers', () => {
  it('sends an answer once and says that it was received', async () => {
    const { outbox, said, sent, kept, pass } = outboxWith(received);
    outbox.send(answerOf(1));
    await pass(60_000);
    expect(sent()).toEqual([1]);
    expect(said.map(({ state }) => state)).toEqual(['sending', 'received']);
    expect(kept).toEqual([[answerOf(1)], []]);
  });

  it('sends again with the same number while the server answers 503 or cannot be reached, until it is received', async () => {
    const replies: (() => Response | Promise<Response>)[] = [
      () => json({}, 503),
      () => Promise.reject(new TypeError('no network')),
      () => new Response('<h1>Bad gateway</h1>', { status: 502 }),
    ];
    const { outbox, said, sent, pass } = outboxWith((asked) => (replies.shift() ?? (() => received(asked)))());
    outbox.send(answerOf(1));
    await pass(30_000);
    expect(sent()).toEqual([1, 1, 1, 1]);
    expect(said.at(-1)?.state).toBe('received');
    expect(said.some(({ state }) => state === 'waiting')).toBe(true);
  });

  it('keeps an answer until it is acknowledged, so that a reload sends it again', async () => {
    const { kept, outbox, pass } = outboxWith(() => json({}, 503));
    outbox.send(answerOf(3));
    await pass(5000);
    expect(kept.at(-1)).toEqual([answerOf(3)]);
    const after = outboxWith(received, kept.at(-1));
    await after.pass(0);
    expect(after.sent()).toEqual([3]);
    expect(after.kept.at(-1)).toEqual([]);
  });

  it('sends only the newest of the changes that were made while one was on its way', async () => {
    const { outbox, said, sent, pass } = outboxWith(received);
    outbox.send(answerOf(1));
    outbox.send(answerOf(2));
    outbox.send(answerOf(3));
    await pass(0);
    expect(sent()).toEqual([1, 3]);
    expect(said.filter(({ state }) => state === 'received').map(({ answer }) => answer.seq)).toEqual([3]);
  });

  it('does not let an answer that waits hold up the next question', async () => {
    const { outbox, sent, pass } = outboxWith((asked) =>
      (asked.body as Answer).question === 0 ? json({}, 503) : received(asked),
    );
    outbox.send(answerOf(1, 0));
    outbox.send(answerOf(1, 1));
    await pass(0);
    expect(sent()).toEqual([1, 1]);
  });

  it('stops at a refusal and says why', async () => {
    const { outbox, said, sent, kept, pass } = outboxWith(() => json({ error: 'Too late.', why: 'late' }, 409));
    outbox.send(answerOf(1));
    await pass(60_000);
    expect(sent()).toEqual([1]);
    expect(said.at(-1)).toEqual({ state: 'refused', answer: answerOf(1), why: 'late', error: 'Too late.' });
    expect(kept.at(-1)).toEqual([]);
  });

  it('knows no reason that the server did not name', async () => {
    const { outbox, said, pass } = outboxWith(() => json({ error: 'x', why: 'moon' }, 403));
    outbox.send(answerOf(1));
    await pass(0);
    expect(said.at(-1)).toMatchObject({ state: 'refused', why: 'other' });
  });

  it('tries at once when the network is back, and not twice at a time', async () => {
    let isUp = false;
    const { outbox, sent, pass } = outboxWith((asked) => (isUp ? received(asked) : json({}, 503)));
    outbox.send(answerOf(1));
    await pass(20_000);
    isUp = true;
    const before = sent().length;
    outbox.wake();
    outbox.wake();
    await pass(0);
    expect(sent().length).toBe(before + 1);
  });

  it('sends nothing more once it is closed', async () => {
    const { outbox, sent, pass } = outboxWith(() => json({}, 503));
    outbox.send(answerOf(1));
    await pass(0);
    outbox.close();
    await pass(60_000);
    expect(sent()).toEqual([1]);
  });
});
