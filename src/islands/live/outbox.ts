import type { Language } from '../../i18n/text.ts';
import type { Answer, NotTaken, Received } from '../../live/commands.ts';
import { ask, type LiveWorld, pauseBefore } from './live-request.ts';

/** Where an answer stands. `waiting`: a try failed, the next one comes by itself. `refused`: it does not count, and why. */
export type Sending =
  | { state: 'sending' | 'waiting' | 'received'; answer: Answer }
  | { state: 'refused'; answer: Answer; why: NotTaken | 'other'; error: string };

export type OutboxProps = {
  room: string;
  token: string;
  lang: Language;
  /** Answers that no server has acknowledged: kept, so that a reload sends them again. */
  keep: (unsent: Answer[]) => void;
  onSending: (sending: Sending) => void;
};

export type Outbox = {
  /** Sends until it is acknowledged or refused. A newer answer to the same question and round takes the place of the older. */
  send: (answer: Answer) => void;
  /** The network is back: what waits is tried now. */
  wake: () => void;
  close: () => void;
};

type Task = { answer: Answer; failures: number; isOut: boolean; cancel: () => void };

/** Answers on their way. Sending one twice is safe: the server counts a seat's answer once, by its `seq`. */
export function openOutbox(world: LiveWorld, props: OutboxProps, unsent: readonly Answer[] = []): Outbox {
  const tasks = new Map<string, Task>();
  let isClosed = false;
  const keep = () => props.keep([...tasks.values()].map(({ answer }) => answer));

  const post = async (place: string, task: Task) => {
    task.cancel();
    task.isOut = true;
    const { answer } = task;
    props.onSending({ state: task.failures === 0 ? 'sending' : 'waiting', answer });
    const path = `/rooms/${encodeURIComponent(props.room)}/answer`;
    const reply = await ask<Received>(world, path, { lang: props.lang, token: props.token, body: answer });
    task.isOut = false;
    if (isClosed) return;
    if (reply.kind === 'later') {
      task.failures++;
      props.onSending({ state: 'waiting', answer: task.answer });
      task.cancel = world.after(pauseBefore(task.failures, world.random, reply.afterMs), () => void post(place, task));
      return;
    }
    task.failures = 0;
    // Changed while it was out: the newer one goes next.
    if (task.answer !== answer) return void post(place, task);
    tasks.delete(place);
    keep();
    if (reply.kind === 'ok') return props.onSending({ state: 'received', answer });
    props.onSending({ state: 'refused', answer, why: whyOf(reply.why), error: reply.error });
  };

  const send = (answer: Answer) => {
    const place = placeOf(answer);
    const task = tasks.get(place) ?? { answer, failures: 0, isOut: false, cancel: () => {} };
    task.answer = answer;
    tasks.set(place, task);
    keep();
    if (task.isOut) props.onSending({ state: 'sending', answer });
    else void post(place, task);
  };

  for (const answer of unsent) send(answer);
  return {
    send,
    wake: () => {
      for (const [place, task] of tasks) if (!task.isOut) void post(place, task);
    },
    close: () => {
      isClosed = true;
      for (const task of tasks.values()) task.cancel();
    },
  };
}

/** One answer of a seat: a question in one of its rounds. */
export function placeOf({ question, round }: Pick<Answer, 'question' | 'round'>): string {
  return `${question}/${round}`;
}

const REASONS: readonly string[] = [
  'not-open',
  'late',
  'other-question',
  'not-in',
  'waiting',
  'barred',
  'final',
  'shape',
] satisfies NotTaken[];

function whyOf(why: string): NotTaken | 'other' {
  return REASONS.includes(why) ? (why as NotTaken) : 'other';
}
