import type { Context } from 'hono';
import { liveServerMessages } from '../../i18n/live-server-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { NotDone, NotTaken } from '../../live/commands.ts';
import { LogUnavailable } from '../event-log/event-log.ts';

export type Why = keyof typeof liveServerMessages.en;
type About = { waitMs?: number; id?: string; fault?: string };
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

/** Why something is refused, before it is put into words. `waitMs`: for how long to wait when trying again helps. */
export class Refusal {
  readonly status: Status;
  readonly why: Why;
  readonly about: About;

  constructor(status: Status, why: Why, about: About = {}) {
    this.status = status;
    this.why = why;
    this.about = about;
  }

  /** A sentence in the language that the browser wishes for, and its code. */
  body(acceptLanguage: string | undefined): { error: string; why: Why; fault?: string } {
    const { id, fault } = this.about;
    const words = liveServerMessages[languageOf(acceptLanguage)][this.why];
    const error = typeof words === 'function' ? words(id ?? '') : words;
    return { error, why: this.why, ...(fault === undefined ? {} : { fault }) };
  }

  /** The value of `Retry-After`, in seconds. */
  get retryAfter(): string | undefined {
    const { waitMs } = this.about;
    return waitMs === undefined ? undefined : String(Math.max(1, Math.ceil(waitMs / 1000)));
  }
}

/** What an error that nobody caught is to who asked; what is a bug is written down. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof LogUnavailable) return new Refusal(503, 'unavailable', { waitMs: 1000 });
  console.error(error);
  return new Refusal(500, 'failed');
}

/** What the fold, or what is known before it, says of something that does not happen. */
export function refusalOfFold(why: NotTaken | NotDone): Refusal {
  if (why === 'no-room') return new Refusal(404, why);
  if (why === 'locked') return new Refusal(423, why);
  return new Refusal(why === 'shape' || why === 'name' ? 400 : 409, why);
}

/** A refusal as a route of the framework gives it. */
export function sayRefusal(context: Context, refusal: Refusal): Response {
  const { status, retryAfter } = refusal;
  if (retryAfter !== undefined) context.header('Retry-After', retryAfter);
  return context.json(refusal.body(context.req.header('Accept-Language')), status);
}

export function refuse(context: Context, status: Status, why: Why, about: About = {}): Response {
  return sayRefusal(context, new Refusal(status, why, about));
}

export function refuseFold(context: Context, why: NotTaken | NotDone): Response {
  return sayRefusal(context, refusalOfFold(why));
}
