import { useEffect, useRef, useState } from 'preact/hooks';
import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { Json } from '../../simulator/run.ts';
import type { SimulationFault } from '../simulation/protocol.ts';
import { type Control, fieldName, readNumber, sameJson, shownValue, sumOf, writeSum } from './controls-model.ts';
import type { LabAction, LabState } from './lab-model.ts';

type Props = { lang: Language; words: LabWords; state: LabState; act: (action: LabAction) => void };

/** One control per path that the scenario lets a learner set. */
export function Controls({ lang, words, state, act }: Props) {
  return (
    <>
      {state.controls.map((control) => {
        const sum = sumOf(control, state.lab.source.world, state.answer);
        const faults = state.faults.filter((fault) => fault.path === control.path);
        const set = (value: Json) => act({ do: 'set', control, value });
        return (
          <OneControl
            key={control.path}
            lang={lang}
            words={words}
            control={control}
            value={shownValue(control, state.answer)}
            set={set}
            faults={faults}
          >
            {sum && <p class="bounds mono">{writeSum(sum)}</p>}
          </OneControl>
        );
      })}
    </>
  );
}

type OneProps = {
  lang: Language;
  words: LabWords;
  control: Control;
  value: Json | undefined;
  set: (value: Json) => void;
  faults: SimulationFault[];
  children: preact.ComponentChildren;
};

function OneControl({ lang, words, control, value, set, faults, children }: OneProps) {
  const id = `c${control.path.replaceAll('/', '-')}`;
  const shared = { words, id, name: control.change.label[lang], value, set, invalid: faults.length > 0 };
  return (
    <div class="field">
      {(control.kind === 'number' || control.kind === 'integer') && <NumberControl {...shared} control={control} />}
      {control.kind === 'choices' && <ChoiceControl {...shared} lang={lang} control={control} />}
      {control.kind === 'json' && <JsonControl {...shared} />}
      {children}
      {faults.map((fault) => (
        <p class="fault" id={`${id}-fault`} key={fault.message}>
          {fault.message}
        </p>
      ))}
    </div>
  );
}

type Shared = {
  words: LabWords;
  id: string;
  name: string;
  value: Json | undefined;
  set: (value: Json) => void;
  invalid: boolean;
};
type NumberLike = Extract<Control, { kind: 'number' | 'integer' }>;

function NumberControl({ words, id, name, value, set, invalid, control }: Shared & { control: NumberLike }) {
  const [typed, setTyped] = useState<string | null>(null);
  const now = typeof value === 'number' ? value : (control.min ?? 0);
  const move = (by: number) => set(Math.min(control.max ?? Infinity, Math.max(control.min ?? -Infinity, now + by)));
  const take = () => {
    const number = readNumber(typed ?? '', control);
    if (number !== undefined) set(number);
    setTyped(null);
  };
  return (
    <>
      <div class="control-name">
        <label for={id}>{name === fieldName(control.path) ? <code>{name}</code> : name}</label>
        <span class="stepper">
          <button type="button" aria-label={words.oneLess(name)} onClick={() => move(-control.step)}>
            −
          </button>
          <input
            id={control.kind === 'integer' ? id : undefined}
            aria-label={control.kind === 'integer' ? undefined : name}
            aria-invalid={invalid || undefined}
            aria-describedby={invalid ? `${id}-fault` : undefined}
            inputMode="numeric"
            autocomplete="off"
            value={typed ?? (typeof value === 'number' ? String(value) : '')}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onBlur={() => typed !== null && take()}
            onKeyDown={(event) => event.key === 'Enter' && take()}
          />
          <button type="button" aria-label={words.oneMore(name)} onClick={() => move(control.step)}>
            +
          </button>
        </span>
      </div>
      {control.kind === 'number' && <Slider id={id} control={control} now={now} set={set} />}
    </>
  );
}

function Slider({
  id,
  control,
  now,
  set,
}: {
  id: string;
  control: Extract<Control, { kind: 'number' }>;
  now: number;
  set: (value: Json) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const share = (now - control.min) / Math.max(1, control.max - control.min);
  // A style attribute would be refused by the content security policy; a property set from script is not.
  useEffect(() => input.current?.style.setProperty('--at', `${share * 100}%`), [share]);
  return (
    <input
      ref={input}
      class="slider"
      id={id}
      type="range"
      min={control.min}
      max={control.max}
      step={control.step}
      value={now}
      onInput={(event) => set(Number(event.currentTarget.value))}
    />
  );
}

type Choices = Extract<Control, { kind: 'choices' }>;

function ChoiceControl({
  words,
  id,
  name,
  value,
  set,
  invalid,
  lang,
  control,
}: Shared & { lang: Language; control: Choices }) {
  const chosen = control.choices.findIndex((choice) => sameJson(choice.value, value));
  return (
    <>
      <label for={id}>{name}</label>
      <select
        class="input"
        id={id}
        aria-invalid={invalid || undefined}
        value={String(chosen)}
        onChange={(event) => {
          const choice = control.choices[Number(event.currentTarget.value)];
          if (choice) set(choice.value);
        }}
      >
        {chosen === -1 && <option value="-1">{value === undefined ? words.unset : JSON.stringify(value)}</option>}
        {control.choices.map((choice, i) => (
          <option key={choice.label.en} value={String(i)}>
            {choice.label[lang]}
          </option>
        ))}
      </select>
    </>
  );
}

/** A structure without choices: its JSON, taken over when it is whole. */
function JsonControl({ words, id, name, value, set, invalid }: Shared) {
  const [typed, setTyped] = useState<string | null>(null);
  const [broken, setBroken] = useState(false);
  const take = (text: string) => {
    setTyped(text);
    try {
      set(JSON.parse(text) as Json);
      setBroken(false);
    } catch {
      // Half a text is normal while someone types; the field says that it is not taken over yet.
      setBroken(true);
    }
  };
  return (
    <>
      <label for={id}>{words.jsonValue(name)}</label>
      <textarea
        class="input mono"
        id={id}
        rows={4}
        spellcheck={false}
        aria-invalid={invalid || broken || undefined}
        value={typed ?? (value === undefined ? '' : JSON.stringify(value, null, 1))}
        onInput={(event) => take(event.currentTarget.value)}
        onBlur={() => !broken && setTyped(null)}
      />
      {broken && <p class="fault">{words.jsonEnd}</p>}
    </>
  );
}
