import type { Context } from 'hono';
import { liveServerMessages } from '../../i18n/live-server-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { NotDone, NotTaken } from '../../live/commands.ts';

export type Why = keyof typeof liveServerMessages.en;
type Status = 400 | 401 | 403 | 404 | 409 | 413 | 423 | 429 | 500 | 503;

/** The first of our languages that the browser wishes for. */
export function languageOf(header: string | undefined): Language {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...options] = part.trim().toLowerCase().split(';');
    const quality = Number(
      options
        .find((option) => option.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? 1,
    );
    return { tag, quality };
  });
  const known = wishes.filter(({ tag, quality }) => /^(en|ko)(-|$)/.test(tag) && quality > 0);
  const first = known.toSorted((a, b) => b.quality - a.quality)[0];
  return first?.tag.startsWith('ko') ? 'ko' : 'en';
}

/** A refusal: a sentence in the language of the request, its code, and for how long to wait when trying again helps. */
export function refuse(
  context: Context,
  status: Status,
  why: Why,
  about: { waitMs?: number; id?: string; fault?: string } = {},
): Response {
  const words = liveServerMessages[languageOf(context.req.header('Accept-Language'))][why];
  const error = typeof words === 'function' ? words(about.id ?? '') : words;
  if (about.waitMs !== undefined) context.header('Retry-After', String(Math.max(1, Math.ceil(about.waitMs / 1000))));
  const fault = about.fault === undefined ? {} : { fault: about.fault };
  return context.json({ error, why, ...fault }, status);
}

/** What the fold, or what is known before it, says of something that does not happen. */
export function refuseFold(context: Context, why: NotTaken | NotDone): Response {
  if (why === 'no-room') return refuse(context, 404, why);
  if (why === 'locked') return refuse(context, 423, why);
  return refuse(context, why === 'shape' || why === 'name' ? 400 : 409, why);
}
