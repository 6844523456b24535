import { useEffect, useRef } from 'preact/hooks';

type Props = { id: string; question: string; yes: string; no: string; onYes: () => void; onNo: () => void };

/** Asks before something is gone. Escape is no. */
export function Sure({ id, question, yes, no, onYes, onNo }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={onNo}>
      <div class="pad stack">
        <p id={id}>
          <b>{question}</b>
        </p>
        <div class="row">
          <button class="btn" type="button" onClick={onYes}>
            {yes}
          </button>
          <button class="btn ink" type="button" onClick={() => dialog.current?.close()}>
            {no}
          </button>
        </div>
      </div>
    </dialog>
  );
}
