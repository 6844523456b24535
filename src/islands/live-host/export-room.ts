import type { Language } from '../../i18n/text.ts';
import type { HostKey } from './host-model.ts';

export type ExportForm = 'csv' | 'xlsx' | 'json' | 'log';

/** The results as a file, with the name that the server gives it. Undefined when it cannot be had now. */
export async function exportRoom(
  { room, token }: HostKey,
  form: ExportForm,
  lang: Language,
): Promise<{ name: string; content: Blob } | undefined> {
  try {
    const answer = await fetch(`/api/live/rooms/${encodeURIComponent(room)}/export?as=${form}`, {
      cache: 'no-store',
      headers: { Authorization: `Bearer ${token}`, 'Accept-Language': lang },
    });
    if (!answer.ok) return undefined;
    const named = /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1];
    return { name: named ?? `drydock-room.${form === 'log' ? 'jsonl' : form}`, content: await answer.blob() };
  } catch {
    return undefined;
  }
}
