import type { Language } from '../../i18n/text.ts';
import type { EventLog } from '../event-log/event-log.ts';
import type { LiveRoom } from './live-room.ts';

const FORMS = ['csv', 'xlsx', 'json', 'log'] as const;
export type Form = (typeof FORMS)[number];

export function isForm(text: string): text is Form {
  return FORMS.some((form) => form === text);
}

export type Exported = { body: string | ArrayBuffer; type: string; name: string };

/** The results of a room as a file. */
export async function exportRoom(
  room: LiveRoom,
  { form, log }: { form: Form; lang: Language; log: EventLog<unknown> },
): Promise<Exported> {
  const name = `drydock-${room.state.made?.code ?? 'room'}.${form === 'log' ? 'ndjson' : form}`;
  if (form === 'log') return { body: await logOf(room, log), type: 'application/x-ndjson; charset=utf-8', name };
  return { body: '', type: 'text/plain', name };
}

/** Every event in log order, one a line: what `drydock replay` reads. Hashes of tokens and addresses are nobody's business. */
async function logOf(room: LiveRoom, log: EventLog<unknown>): Promise<string> {
  const lines: string[] = [];
  const tail = await log.tail(room.id, null, ({ off, at, event }) => {
    const hidden = Object.fromEntries(
      Object.entries(event as Record<string, unknown>).map(([key, value]) => [key, SECRET.has(key) ? '' : value]),
    );
    lines.push(`${JSON.stringify({ off, at, event: hidden })}\n`);
  });
  tail.stop();
  return lines.join('');
}

const SECRET: ReadonlySet<string> = new Set(['hostHash', 'screenHash', 'from']);
