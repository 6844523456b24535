/** What the offline line says, folded from what the worker and the browser report. Pure. */
import type { Language } from '../../i18n/text.ts';
import type { PartState, WorkerMessage } from '../../service-worker/worker-messages.ts';

/** How the offline copy of the page's language stands. */
export type OfflineState =
  | { phase: 'starting' }
  | { phase: 'unsupported' }
  /** The reader's browser asks to save data: nothing is fetched before they say so. */
  | { phase: 'offer'; totalBytes: number }
  | { phase: 'saving'; savedBytes: number; totalBytes: number }
  | { phase: 'saved'; bytes: number; otherBytes: number }
  | { phase: 'no-connection'; savedBytes: number; totalBytes: number }
  | { phase: 'no-space'; totalBytes: number; freeBytes: number };

/** Line and button as data: keys of the words, and what to fill in. */
export type OfflineLine = {
  text: 'saving' | 'saved' | 'working' | 'offer' | 'noSpace' | 'noConnection' | 'unsupported' | undefined;
  button: 'other' | 'save' | 'again' | undefined;
  values: { size?: string; free?: string; percent?: string; otherSize?: string };
  /** 0–100 while something is on its way. */
  progress: number | undefined;
};

/** The next state after a message of the worker, for a page in `language`. `freeBytes` as the browser estimates it now. */
export function afterMessage(
  state: OfflineState,
  message: WorkerMessage,
  page: { language: Language; freeBytes: number; mayFetch: boolean },
): OfflineState {
  if (message.type === 'saving') {
    const { savedBytes, totalBytes } = message;
    return { phase: 'saving', savedBytes, totalBytes };
  }
  if (message.type === 'saved') return fromParts(message.parts, page);
  const reached = state.phase === 'saving' ? state : { savedBytes: 0, totalBytes: 0 };
  return message.reason === 'no-space'
    ? { phase: 'no-space', totalBytes: reached.totalBytes, freeBytes: page.freeBytes }
    : { phase: 'no-connection', savedBytes: reached.savedBytes, totalBytes: reached.totalBytes };
}

function fromParts(
  parts: Record<'app' | Language, PartState>,
  page: { language: Language; mayFetch: boolean },
): OfflineState {
  const mine = [parts.app, parts[page.language]];
  const other = parts[page.language === 'en' ? 'ko' : 'en'];
  const total = sum(mine.map(({ totalBytes }) => totalBytes));
  const saved = sum(mine.map(({ savedBytes }) => savedBytes));
  if (saved < total)
    return page.mayFetch
      ? { phase: 'saving', savedBytes: saved, totalBytes: total }
      : { phase: 'offer', totalBytes: total };
  return { phase: 'saved', bytes: saved + other.savedBytes, otherBytes: other.totalBytes - other.savedBytes };
}

/** What to show. */
export function lineOf(state: OfflineState, online: boolean): OfflineLine {
  switch (state.phase) {
    case 'starting':
      return line(undefined);
    case 'unsupported':
      return line('unsupported');
    case 'offer':
      return line('offer', { size: sizeOf(state.totalBytes) }, 'save');
    case 'saving':
      return { ...line('saving', figures(state)), progress: percentOf(state) };
    case 'saved': {
      const values = { size: sizeOf(state.bytes), otherSize: sizeOf(state.otherBytes) };
      const more = online && state.otherBytes > 0;
      return line(online ? 'saved' : 'working', values, more ? 'other' : undefined);
    }
    case 'no-connection':
      return line('noConnection', figures(state), 'again');
    case 'no-space':
      return line('noSpace', { size: sizeOf(state.totalBytes), free: sizeOf(state.freeBytes) }, 'again');
  }
}

function line(
  text: OfflineLine['text'],
  values: OfflineLine['values'] = {},
  button?: OfflineLine['button'],
): OfflineLine {
  return { text, values, button, progress: undefined };
}

function figures(state: { savedBytes: number; totalBytes: number }): OfflineLine['values'] {
  return { size: sizeOf(state.totalBytes), percent: String(percentOf(state)) };
}

function percentOf({ savedBytes, totalBytes }: { savedBytes: number; totalBytes: number }): number {
  return totalBytes === 0 ? 0 : Math.floor((100 * savedBytes) / totalBytes);
}

/** Decimal megabytes with one digit, as operating systems show them; never "0.0 MB" for something. */
export function sizeOf(bytes: number): string {
  return `${Math.max(bytes === 0 ? 0 : 0.1, bytes / 1e6).toFixed(1)} MB`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
