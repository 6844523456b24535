import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { LiveHostWords } from '../../i18n/live-host-messages.ts';
import { pathIn } from '../../i18n/paths.ts';
import type { Language } from '../../i18n/text.ts';
import type { Command } from '../../live/commands.ts';
import type { HostFrame } from '../../live/frames.ts';
import { browserWorld } from '../live/browser-world.ts';
import { ask } from '../live/live-request.ts';
import { QrCode } from '../live/QrCode.tsx';
import { type KeyRow, KeysDialog } from '../present/KeysDialog.tsx';
import { writeHostKey } from './host-model.ts';
import { JoinPanel, originsOf } from './JoinPanel.tsx';
import type { KeptRoom } from './kept-rooms.ts';

export type Opened = 'join' | 'keys' | 'move' | 'end' | 'purge';

type Props = {
  lang: Language;
  words: LiveHostWords;
  frame: HostFrame;
  room: KeptRoom;
  opened: Opened | undefined;
  send: (command: Command) => Promise<boolean>;
  leave: (why: string) => void;
  close: () => void;
};

/** What lies over the room: how to join, the keys, the way to another device, and what is asked twice. */
export function HostDialogs(props: Props) {
  const { lang, words, frame, opened, send, close } = props;
  switch (opened) {
    case undefined:
      return null;
    case 'join':
      return (
        <Over title={words.join} words={words} close={close}>
          <JoinPanel lang={lang} words={words} frame={frame} />
        </Over>
      );
    case 'keys':
      return <KeysDialog title={words.keys} closeWord={words.close} rows={keyRows(words)} close={close} />;
    case 'move':
      return (
        <Over title={words.move} words={words} close={close}>
          <Move {...props} />
        </Over>
      );
    case 'end':
      return (
        <Over title={words.end} words={words} close={close}>
          <p>{words.endSure}</p>
          <p class="row">
            <button
              class="btn go"
              type="button"
              onClick={async () => {
                if (await send({ do: 'end' })) close();
              }}
            >
              {words.doEnd}
            </button>
          </p>
        </Over>
      );
    case 'purge':
      return (
        <Over title={words.purge} words={words} close={close}>
          <Purge {...props} />
        </Over>
      );
  }
}

type OverProps = { title: string; words: LiveHostWords; close: () => void; children: ComponentChildren };

function Over({ title, words, close, children }: OverProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="host-dialog" ref={dialog} aria-labelledby={id} onClose={close}>
      <div class="stack">
        <h2 id={id}>{title}</h2>
        {children}
        <p>
          <button class="btn" type="button" onClick={() => dialog.current?.close()}>
            {words.close}
          </button>
        </p>
      </div>
    </dialog>
  );
}

/** The address is the key: it leads to the address that phones use, or else to this one. */
function Move({ lang, words, frame, room }: Props) {
  const [isCopied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const address = (originsOf(frame)[0] ?? location.origin) + pathIn(lang, '/live/host/') + writeHostKey(room);
  const copy = async () => {
    field.current?.select();
    try {
      // Over plain HTTP there is no clipboard; the old way takes what is selected.
      if (navigator.clipboard) await navigator.clipboard.writeText(address);
      else document.execCommand('copy');
      setCopied(true);
    } catch {
      // What is selected can be copied by hand.
    }
  };
  return (
    <>
      <p>{words.moveText}</p>
      <QrCode text={address} label={words.move} />
      <div class="row">
        <input class="input mono" ref={field} readOnly aria-label={words.address} value={address} />
        <button class="btn" type="button" onClick={() => void copy()}>
          {words.copy}
        </button>
        <span role="status">{isCopied ? words.copied : ''}</span>
      </div>
    </>
  );
}

function Purge({ lang, words, room, leave }: Props) {
  const [fault, setFault] = useState('');
  const purge = async () => {
    const { token } = room;
    const path = `/rooms/${encodeURIComponent(room.room)}`;
    const reply = await ask(browserWorld, path, { lang, token, method: 'DELETE' });
    if (reply.kind === 'ok' || (reply.kind === 'refused' && reply.status === 404)) leave(words.purged);
    else setFault(reply.error || words.notDone);
  };
  return (
    <>
      <p>{words.purgeSure}</p>
      <p class="row">
        <button class="btn go" type="button" onClick={() => void purge()}>
          {words.purge}
        </button>
        <span class="fault" role="alert">
          {fault}
        </span>
      </p>
    </>
  );
}

function keyRows(words: LiveHostWords): KeyRow[] {
  return [
    [['→', 'Page Down'], words.keyMain],
    [['←', 'Page Up', 'B'], words.keyBack],
    [['N'], words.keyNext],
    [['C'], words.keyClose],
    [['R'], words.keyReveal],
    [['V'], words.keyRevote],
    [['E'], words.keyExtend],
    [['L'], words.keyLock],
    [['J'], words.keyJoin],
    [['P'], words.keyProjector],
    [['?'], words.keyKeys],
  ];
}
