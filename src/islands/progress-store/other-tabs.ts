import { parseAttempt, type StoredAttempt } from '../../quiz-engine/attempt.ts';

/** What a tab tells the others: attempts as they are made, that much changed at once, that all is deleted. */
type News = { what: 'attempts'; attempts: readonly StoredAttempt[] } | { what: 'changed' } | { what: 'deleted' };

/** Tells this page, as every island hears it: `drydock:attempt` for each attempt, `drydock:log` for any change of the log. */
export function tellThisPage(news: News): void {
  if (news.what === 'deleted') dispatchEvent(new CustomEvent('drydock:deleted'));
  if (news.what === 'attempts') {
    for (const detail of news.attempts) dispatchEvent(new CustomEvent('drydock:attempt', { detail }));
  }
  dispatchEvent(new CustomEvent('drydock:log'));
}

export type OtherTabs = { tell(news: News): void };

/** Listens to the other tabs of this browser; where it cannot, each tab sees the news when it reads again. */
export function openOtherTabs(onDeleted: () => void): OtherTabs {
  try {
    const channel = new BroadcastChannel('drydock-log');
    channel.onmessage = ({ data }: MessageEvent<Partial<{ what: string; attempts: unknown[] }>>) => {
      if (data?.what === 'deleted') onDeleted();
      if (data?.what === 'attempts' && Array.isArray(data.attempts)) {
        // A tab of another version may speak of attempts that this one does not know.
        tellThisPage({ what: 'attempts', attempts: data.attempts.flatMap((record) => parseAttempt(record) ?? []) });
      } else tellThisPage({ what: data?.what === 'deleted' ? 'deleted' : 'changed' });
    };
    return { tell: (news) => channel.postMessage(news) };
  } catch {
    return { tell: () => undefined };
  }
}
