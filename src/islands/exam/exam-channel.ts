import type { Sitting } from '../../quiz-engine/attempt.ts';

/** What tabs of one device tell each other about an exam. */
export type ExamMessage =
  | { say: 'event'; event: Sitting }
  /** A tab shows this sitting now, and asks who else does. */
  | { say: 'here'; sitting: string; asks: boolean }
  | { say: 'gone'; sitting: string };

/** The line between the tabs; without one each tab is alone, and the log still has everything. */
export function openChannel(hear: (message: ExamMessage) => void): {
  tell: (message: ExamMessage) => void;
  close: () => void;
} {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel('drydock-exam');
  channel.onmessage = ({ data }) => hear(data as ExamMessage);
  return { tell: (message) => channel.postMessage(message), close: () => channel.close() };
}
