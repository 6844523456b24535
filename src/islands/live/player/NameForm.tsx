import { useEffect, useRef, useState } from 'preact/hooks';
import { type PlayerWords, playerMessages } from '../../../i18n/player-messages.ts';
import type { Language } from '../../../i18n/text.ts';
import type { Join, Joined } from '../../../live/commands.ts';
import { browserWorld } from '../browser-world.ts';
import type { Seat } from '../live-place.ts';
import { ask, type Reply } from '../live-request.ts';
import { showCode } from '../room-code.ts';

type Props = { lang: Language; code: string; back: (notice: string) => void; joined: (seat: Seat) => void };

/** Asks for a name, with one already there where the server makes them, and takes a seat. */
export function NameForm({ lang, code, back, joined }: Props) {
  const words = playerMessages[lang];
  const made = useMadeNames(lang);
  const [typed, setTyped] = useState<string>();
  const [fault, setFault] = useState('');
  const [isJoining, setJoining] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const name = typed ?? made.name;
  const join = async () => {
    setJoining(true);
    setFault('');
    const body: Join = { name: name.trim(), lang };
    const reply = await ask<Joined>(browserWorld, `/codes/${code}/join`, { lang, body });
    setJoining(false);
    if (reply.kind === 'ok') return joined(seatOf(code, reply.body));
    if (reply.kind === 'refused' && reply.status === 404) return back(words.noRoom);
    setFault(sayRefusal(words, reply));
  };
  return (
    <form
      class="pl-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isJoining) void join();
      }}
    >
      <h1 tabIndex={-1} ref={heading}>
        {words.room(showCode(code))}
      </h1>
      <div class="field">
        <label for="live-name">{words.name}</label>
        <input
          class="input pl-name-field"
          id="live-name"
          value={name}
          autocomplete="off"
          maxLength={80}
          aria-invalid={fault !== '' || undefined}
          aria-describedby="live-name-hint live-name-fault"
          onInput={({ currentTarget: { value } }) => setTyped(value)}
        />
        <p class="hint" id="live-name-hint">
          {words.nameHint}
        </p>
        <p class="fault" id="live-name-fault" role="alert">
          {fault}
        </p>
      </div>
      <button class="btn go big" type="submit" aria-disabled={isJoining || undefined}>
        {isJoining ? words.joining : words.join}
      </button>
      <p class="row">
        {made.another && (
          <button
            class="btn plain"
            type="button"
            onClick={() => {
              setTyped(undefined);
              made.another?.();
            }}
          >
            {words.otherName}
          </button>
        )}
        <button class="btn plain" type="button" onClick={() => back('')}>
          {words.otherCode}
        </button>
      </p>
    </form>
  );
}

/** Names that the server makes, one of them chosen by chance; none where it makes them itself. */
function useMadeNames(lang: Language): { name: string; another: (() => void) | undefined } {
  const [names, setNames] = useState<string[]>([]);
  const [at, setAt] = useState(0);
  useEffect(() => {
    void ask<{ names?: Partial<Record<Language, string[]>> }>(browserWorld, '', { lang, method: 'GET' }).then(
      (reply) => {
        const all = reply.kind === 'ok' ? reply.body?.names?.[lang] : undefined;
        if (!Array.isArray(all) || all.length === 0) return;
        setNames(all.map(String));
        setAt(Math.floor(Math.random() * all.length));
      },
    );
  }, [lang]);
  return { name: names[at] ?? '', another: names.length > 1 ? () => setAt((at + 1) % names.length) : undefined };
}

function seatOf(code: string, { room, seat, token, name }: Joined): Seat {
  return { code, room, seat, token, name, atMs: Date.now(), unsent: [], given: {} };
}

/** The server's own sentence, where it has one. */
function sayRefusal(words: PlayerWords, reply: Exclude<Reply<Joined>, { kind: 'ok' }>): string {
  if (reply.error !== '') return reply.error;
  if (reply.kind === 'later') return words.cannotJoin;
  return reply.status === 423 ? words.roomLocked : words.notJoined;
}
