import type { SandboxWords } from '../../i18n/sandbox-messages.ts';
import { clock } from '../lab/chart-model.ts';
import type { SimulationFault } from '../simulation/protocol.ts';
import { ClockField } from './ClockField.tsx';
import { type Draft, eventsOf } from './draft.ts';
import { tellEvent } from './intervene-model.ts';
import { movedEvent, withoutEvent } from './interventions.ts';

type Props = {
  words: SandboxWords;
  draft: Draft;
  second: number;
  faults: readonly SimulationFault[];
  edit: (draft: Draft) => void;
  goTo: (second: number) => void;
};

/** Everything that happens to the world, in order: each can be moved in time and taken away. */
export function Happenings({ words, draft, second, faults, edit, goTo }: Props) {
  const events = eventsOf(draft);
  return (
    <section class="block happenings" aria-labelledby="happenings-name">
      <h2 id="happenings-name">{words.happenings}</h2>
      {events.length === 0 && <p class="empty">{words.noHappenings}</p>}
      <ol>
        {events.map((event, index) => {
          const { verb, subject, value } = tellEvent(event);
          const text = words.told(verb, subject, value);
          const begins = `events.${index}`;
          const own = faults.filter(({ path }) => path === begins || path.startsWith(`${begins}.`));
          return (
            <li key={`${index} ${text}`} class={event.at <= second ? 'past' : undefined}>
              <ClockField
                hideLabel
                label={words.timeOf(text)}
                seconds={event.at}
                set={(at) => edit(movedEvent(draft, index, at))}
              />
              <button
                class="as-link told"
                type="button"
                title={words.goThere(clock(event.at))}
                onClick={() => goTo(event.at)}
              >
                {text}
              </button>
              <button
                class="btn plain slim"
                type="button"
                aria-label={words.removeNamed(`${clock(event.at)} ${text}`)}
                onClick={() => edit(withoutEvent(draft, index))}
              >
                ×
              </button>
              {own.map(({ message }) => (
                <p class="fault-line" key={message}>
                  {message}
                </p>
              ))}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
