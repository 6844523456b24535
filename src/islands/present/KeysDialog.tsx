import './keys.css';
import { useEffect, useRef } from 'preact/hooks';

/** Keys that do the same, and what they do. */
export type KeyRow = readonly [keys: readonly string[], says: string];

type Props = { title: string; closeWord: string; rows: readonly KeyRow[]; close: () => void };

/** Every key, on demand. */
export function KeysDialog({ title, closeWord, rows, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="keys" ref={dialog} aria-labelledby="keys-title" onClose={close}>
      <h2 id="keys-title">{title}</h2>
      <dl>
        {rows.map(([keys, says]) => (
          <div key={says}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <button class="btn" type="button" onClick={() => dialog.current?.close()}>
        {closeWord}
      </button>
    </dialog>
  );
}
