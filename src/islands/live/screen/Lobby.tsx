import { pathIn } from '../../../i18n/paths.ts';
import type { Language } from '../../../i18n/text.ts';
import type { ScreenFrame } from '../../../live/frames.ts';
import { showTime, wholeSeconds } from '../countdown.ts';
import { QrCode } from '../QrCode.tsx';
import { showCode } from '../room-code.ts';
import { showCount } from '../spread-model.ts';
import { useLeft } from '../use-left.ts';
import type { ScreenProps } from './Screen.tsx';

/** How to come in: address, code, QR, and how many are here. Of an assignment also until when. */
export function Lobby({ lang, words, frame, arrivedAt }: ScreenProps) {
  const { players, code, join, settings, questions } = frame;
  const left = useLeft(frame.deadlineInMs, arrivedAt);
  const address = join[0];
  const counted = players === 0 ? words.nobody : words.here(players).replace(String(players), showCount(lang, players));
  return (
    <div class="p-lobby">
      <div class="p-how">
        <h1>{settings.pace === 'self' ? frame.title || words.assignment : words.joinHere}</h1>
        <p>
          {words.openAddress} <b class="mono">{addressOf(lang, frame)}</b>
        </p>
        <p>{words.withCode}</p>
        <p class="p-code">{showCode(code)}</p>
        <p class="p-here" role="status">
          {counted}
        </p>
        {settings.pace === 'self' && (
          <p>
            {words.questions(questions)}
            {left !== undefined && ` · ${left > 0 ? words.until(showTime(wholeSeconds(left))) : words.over}`}
          </p>
        )}
      </div>
      {address !== undefined && (
        <figure class="p-qr">
          <QrCode text={`${address}#${code}`} label={words.qr} />
          <figcaption>{words.orScan}</figcaption>
        </figure>
      )}
    </div>
  );
}

/** The address as people type it: without the scheme, to the page that asks for the code. */
export function addressOf(lang: Language, { join }: ScreenFrame): string {
  const page = join[0] ?? `${location.host}${pathIn(lang, '/live/play/')}`;
  return page.replace(/^https?:\/\//, '').replace(/play\/$/, '');
}
