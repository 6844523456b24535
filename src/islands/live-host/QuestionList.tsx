import type { LiveHostWords } from '../../i18n/live-host-messages.ts';
import type { Command } from '../../live/commands.ts';
import type { HostFrame } from '../../live/frames.ts';

type Props = {
  words: LiveHostWords;
  frame: HostFrame;
  seconds: number | null;
  send: (command: Command) => Promise<boolean>;
};

/** Every question of the room with what became of it; any can be asked next, those that were asked can be shown again. */
export function QuestionList({ words, frame, seconds, send }: Props) {
  const states = {
    'to-come': words.toCome,
    lobby: words.toCome,
    open: words.open_,
    closed: words.closed,
    revealed: words.revealed,
    ended: words.ended,
  };
  const mayAsk = frame.settings.pace === 'host' && frame.phase !== 'open' && frame.phase !== 'ended';
  return (
    <details class="more host-list">
      <summary>
        {words.list} ({frame.list.length})
      </summary>
      <ol>
        {frame.list.map(({ id, stemHtml, isPublic, rounds, state }, at) => (
          <li key={id} aria-current={at === frame.question ? 'step' : undefined}>
            <div class="host-list-stem" dangerouslySetInnerHTML={{ __html: stemHtml }} />
            <p class="row">
              <span class="tag">{states[state]}</span>
              {isPublic && <span class="tag note">{words.publicTag}</span>}
              {mayAsk && at !== frame.question && (
                <button
                  class="btn"
                  type="button"
                  aria-label={words.askNow(at + 1)}
                  onClick={() => void send({ do: 'open', question: at, seconds })}
                >
                  {words.doAsk}
                </button>
              )}
              {mayAsk && rounds > 0 && at !== frame.question && (
                <button
                  class="btn"
                  type="button"
                  aria-label={words.showNow(at + 1)}
                  onClick={() => void send({ do: 'reveal', question: at })}
                >
                  {words.doShow}
                </button>
              )}
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
