import { useState } from 'preact/hooks';
import type { LiveHostWords } from '../../i18n/live-host-messages.ts';
import { pathIn } from '../../i18n/paths.ts';
import type { Language } from '../../i18n/text.ts';
import type { HostFrame } from '../../live/frames.ts';
import { QrCode } from '../live/QrCode.tsx';
import { showCode } from '../live/room-code.ts';
import { isOnlyHere } from './host-model.ts';

type Props = { lang: Language; words: LiveHostWords; frame: HostFrame };

/** Where the server can be reached, best first; here, if it does not know. */
export function originsOf({ join }: HostFrame): string[] {
  const origins = join.map((address) => new URL(address, location.href).origin);
  return origins.length > 0 ? [...new Set(origins)] : [location.origin];
}

/** Code, QR code and addresses. The server knows under which addresses it can be reached; the host may choose. */
export function JoinPanel({ lang, words, frame }: Props) {
  const [at, setAt] = useState(0);
  const addresses = originsOf(frame);
  const address = addresses[at] ?? addresses[0] ?? '';
  const path = pathIn(lang, '/live/');
  return (
    <div class="host-join">
      <QrCode text={`${address}${pathIn(lang, '/live/play/')}#${frame.code}`} label={words.join} />
      <div class="stack">
        <p>{words.joinText}</p>
        <p class="host-address mono">{(address + path).replace(/^http:\/\//, '')}</p>
        <p class="host-big-code mono">{showCode(frame.code)}</p>
        {isOnlyHere(address) && <p class="small host-public">{words.onlyHere}</p>}
        {frame.locked && <p class="small">{words.locked}</p>}
        {addresses.length > 1 && (
          <div class="field">
            <label for="join-address">{words.address}</label>
            <select
              class="input"
              id="join-address"
              value={at}
              onChange={({ currentTarget }) => setAt(Number(currentTarget.value))}
            >
              {addresses.map((each, place) => (
                <option key={each} value={place}>
                  {each}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
    </div>
  );
}
