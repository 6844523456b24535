import type { LabWords } from '../../i18n/lab-messages.ts';
import { Icon } from './Icon.tsx';

type Props = {
  words: LabWords;
  /** Steps that can be taken back, and taken again. */
  state: { past: readonly unknown[]; future: readonly unknown[] };
  act: (action: { do: 'undo' | 'redo' }) => void;
};

/** One step back, one step forth. */
export function UndoRedo({ words, state, act }: Props) {
  return (
    <>
      <button
        class="btn icon"
        type="button"
        aria-label={words.undo}
        disabled={state.past.length === 0}
        onClick={() => act({ do: 'undo' })}
      >
        <Icon name="undo" />
      </button>
      <button
        class="btn icon"
        type="button"
        aria-label={words.redo}
        disabled={state.future.length === 0}
        onClick={() => act({ do: 'redo' })}
      >
        <Icon name="redo" />
      </button>
    </>
  );
}
