import { useState } from 'preact/hooks';
import { clock } from '../lab/chart-model.ts';
import { readClock } from './read-clock.ts';

type Props = { label: string; seconds: number; set: (seconds: number) => void; id?: string; hideLabel?: boolean };

/** A moment of the run, written as a clock writes it. What is none is put back. */
export function ClockField({ label, seconds, set, hideLabel }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = () => {
    const read = readClock(typed ?? '');
    setTyped(null);
    if (read !== undefined && read !== seconds) set(read);
  };
  return (
    <label class="clock-field">
      <span class={hideLabel ? 'vh' : undefined}>{label}</span>
      <input
        class="input mono"
        inputMode="numeric"
        autocomplete="off"
        size={6}
        value={typed ?? clock(seconds)}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => typed !== null && take()}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
    </label>
  );
}
