import { useId, useState } from 'preact/hooks';

type Props = {
  label: string;
  value: string | number | undefined;
  kind: 'text' | 'number' | 'choice' | 'long';
  /** Undefined takes the value away. */
  set: (value: string | number | undefined) => void;
  choices?: readonly (string | { value: string; label: string })[] | undefined;
  /** What is offered while one writes. */
  offered?: readonly string[] | undefined;
  faults?: readonly string[] | undefined;
  hint?: string | undefined;
  /** A name of AWS's: set in the type of code. */
  isCode?: boolean | undefined;
  lang?: string | undefined;
};

/** One field of a form, taken over when it is left or with Enter, so that half a word is no step to undo. */
export function Field({ label, value, kind, set, choices = [], offered = [], faults = [], hint, isCode, lang }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === undefined ? '' : String(value));
  const take = () => {
    if (typed === null) return;
    const text = kind === 'long' ? typed : typed.trim();
    setTyped(null);
    if (kind !== 'number') return set(text === '' ? undefined : text);
    if (text === '') return set(undefined);
    // What is no number is put there all the same: the fault that follows says what to write.
    set(/^-?\d{1,9}(\.\d+)?$/.test(text) ? Number(text) : text);
  };
  const about = [hint ? `${id}-hint` : '', faults.length > 0 ? `${id}-fault` : ''].filter(Boolean).join(' ');
  const shared = {
    id,
    lang,
    class: isCode ? 'input mono' : 'input',
    'aria-invalid': faults.length > 0 || undefined,
    'aria-describedby': about || undefined,
    onBlur: take,
  };
  return (
    <div class={kind === 'long' ? 'field long' : 'field'}>
      <label for={id}>{isCode ? <code>{breakable(label)}</code> : label}</label>
      {kind === 'choice' ? (
        <select
          {...shared}
          value={shown}
          onChange={(event) => set(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
        >
          {choices.map((choice) => {
            const option = typeof choice === 'string' ? { value: choice, label: choice } : choice;
            return (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            );
          })}
        </select>
      ) : kind === 'long' ? (
        <textarea {...shared} rows={4} value={shown} onInput={(event) => setTyped(event.currentTarget.value)} />
      ) : (
        <input
          {...shared}
          list={offered.length > 0 ? `${id}-offered` : undefined}
          inputMode={kind === 'number' ? 'numeric' : undefined}
          autocomplete="off"
          spellcheck={isCode ? false : undefined}
          value={shown}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onChange={take}
          onKeyDown={(event) => event.key === 'Enter' && take()}
        />
      )}
      {offered.length > 0 && (
        <datalist id={`${id}-offered`}>
          {offered.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {faults.length > 0 && (
        <p class="fault" id={`${id}-fault`}>
          {faults.join(' ')}
        </p>
      )}
    </div>
  );
}

/** A name of AWS's breaks between its words, where it is too long for its place. */
function breakable(label: string) {
  return label.split(/(?=[A-Z])/).flatMap((part, i) => (i === 0 ? [part] : [<wbr key={i} />, part]));
}
