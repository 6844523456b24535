import { useEffect, useState } from 'preact/hooks';
import type { LabWords } from '../../i18n/lab-messages.ts';
import type { EntryEvents } from '../../simulator/ecs/events/events-of.ts';
import type { LabState } from './lab-model.ts';
import type { LabHandle } from './use-lab.ts';

type Props = { words: LabWords; state: LabState; eventsOf: LabHandle['eventsOf'] };

/** What AWS would say and send for the current entry. Nothing is fetched before it is opened. */
export function Sent({ words, state, eventsOf }: Props) {
  const [open, setOpen] = useState(false);
  const run = state.shown?.run;
  const [known, setKnown] = useState<{ key: string; sent: EntryEvents | null }>();
  const key = `${run} ${state.entry}`;
  useEffect(() => {
    if (!open || state.playing) return;
    let wanted = true;
    void eventsOf(state.entry).then((sent) => wanted && setKnown({ key, sent }));
    return () => {
      wanted = false;
    };
  }, [open, key, state.playing]);
  const sent = known?.key === key ? known.sent : undefined;
  return (
    <details class="sent" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.sent}</summary>
      {open && sent === undefined && <p class="empty">{words.loading}</p>}
      {sent && sent.serviceEvents.length + sent.events.length === 0 && <p class="empty">{words.sentNothing}</p>}
      {sent && <Messages words={words} sent={sent} />}
    </details>
  );
}

function Messages({ words, sent }: { words: LabWords; sent: EntryEvents }) {
  return (
    <>
      {sent.serviceEvents.map(({ id, message }) => (
        <p class="small" key={id}>
          <span class="tag">{words.serviceEvent}</span> {message}
        </p>
      ))}
      {sent.events.map((event) => (
        <section key={event.id}>
          <p class="small">
            <span class="tag">EventBridge</span> <b>{event['detail-type']}</b>
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
          <pre class="sum" tabIndex={0}>
            {JSON.stringify(event, null, 1)}
          </pre>
        </section>
      ))}
    </>
  );
}
