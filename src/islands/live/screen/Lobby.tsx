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
          {words.openAddress} <b class="mono">{addressOf(frame)}</b>
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

/** The address as people type it: without the scheme. */
export function addressOf({ join }: ScreenFrame): string {
  return (join[0] ?? `${location.host}/live/play/`).replace(/^https?:\/\//, '').replace(/\/$/, '');
}
