import { useState } from 'preact/hooks';
import type { PlayerWords } from '../../../i18n/player-messages.ts';
import type { Seat } from '../live-place.ts';
import { readCode, showCode } from '../room-code.ts';

type Props = { words: PlayerWords; latest: Seat | undefined; notice: string; goTo: (code: string) => void };

/** Asks for the code; a seat that this device has in a room is offered first. */
export function CodeForm({ words, latest, notice, goTo }: Props) {
  const [text, setText] = useState('');
  const [fault, setFault] = useState(notice);
  return (
    <form
      class="pl-form"
      onSubmit={(event) => {
        event.preventDefault();
        const code = readCode(text);
        if (code === undefined) setFault(words.badCode);
        else goTo(code);
      }}
    >
      <h1>{words.codeTitle}</h1>
      <div class="field">
        <label for="live-code">{words.code}</label>
        <input
          class="input pl-code"
          id="live-code"
          value={text}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={12}
          aria-invalid={fault !== '' || undefined}
          aria-describedby="live-code-hint live-code-fault"
          onInput={({ currentTarget: { value } }) => {
            setText(value);
            setFault('');
          }}
        />
        <p class="hint" id="live-code-hint">
          {words.codeHint}
        </p>
        <p class="fault" id="live-code-fault" role="alert">
          {fault}
        </p>
      </div>
      <button class="btn go big" type="submit">
        {words.next}
      </button>
      {latest && (
        <button class="btn" type="button" onClick={() => goTo(latest.code)}>
          {words.back(showCode(latest.code), latest.name)}
        </button>
      )}
    </form>
  );
}
