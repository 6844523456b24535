import type { LiveHostWords } from '../../i18n/live-host-messages.ts';
import type { HostFrame } from '../../live/frames.ts';
import type { Action, ActionName } from './host-model.ts';
import { SecondsField } from './RoomSettingsFields.tsx';

type Props = {
  words: LiveHostWords;
  frame: HostFrame;
  actions: readonly Action[];
  run: (name: string) => void;
  fault: string;
  seconds: number | null;
  setSeconds: (seconds: number | null) => void;
};

const WORDS = {
  start: 'doStart',
  next: 'doNext',
  close: 'doClose',
  reveal: 'doReveal',
  revote: 'doRevote',
  extend: 'doExtend',
  extendLong: 'doExtendLong',
  back: 'doBack',
  end: 'doEnd',
} as const satisfies Record<ActionName, keyof LiveHostWords>;

const KEYS: Partial<Record<ActionName, string>> = {
  start: 'N',
  next: 'N',
  close: 'C',
  reveal: 'R',
  revote: 'V',
  extend: 'E',
  back: 'B',
};

/** What can be done now, always at the same place; what comes next is the orange one. */
export function HostActions({ words, frame, actions, run, fault, seconds, setSeconds }: Props) {
  return (
    <footer class="host-foot">
      <p class="host-now" role="status">
        {fault ? (
          <span class="fault">{fault}</span>
        ) : frame.phase === 'open' && frame.settings.pace === 'host' ? (
          <b class="num">{words.answered(frame.answered, frame.players)}</b>
        ) : (
          <span class="num">{words.connectedOf(frame.connected, frame.players)}</span>
        )}
      </p>
      {frame.settings.pace === 'host' && frame.phase !== 'ended' && (
        <div class="host-seconds">
          <SecondsField words={words} id="next-seconds" seconds={seconds} set={setSeconds} />
        </div>
      )}
      {/* The last is the first to be pressed: it stands where the thumb is. */}
      {actions.toReversed().map(({ name }) => (
        <button
          key={name}
          class={name === actions[0]?.name ? 'btn go big' : 'btn'}
          type="button"
          aria-keyshortcuts={KEYS[name]}
          onClick={() => run(name)}
        >
          {words[WORDS[name]]} {KEYS[name] && <kbd>{KEYS[name]}</kbd>}
        </button>
      ))}
    </footer>
  );
}
