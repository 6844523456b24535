import './player.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { playerMessages } from '../../../i18n/player-messages.ts';
import type { Language } from '../../../i18n/text.ts';
import { browserPlaces, openLivePlace, type Seat } from '../live-place.ts';
import { readCode } from '../room-code.ts';
import { CodeForm } from './CodeForm.tsx';
import { NameForm } from './NameForm.tsx';
import { PlayerHead } from './PlayerHead.tsx';
import { SeatRoom } from './SeatRoom.tsx';

/** Where a device is on its way into a room. */
type Step =
  | { at: 'starting' }
  | { at: 'code'; notice?: string }
  | { at: 'name'; code: string }
  | { at: 'seat'; seat: Seat };

/**
 * A player's page: code, name, room. The code stands in the address, so that a reload, a locked phone or a copied link
 * comes back to it; the seat is remembered beside it and stands in no address.
 */
export function Player({ lang }: { lang: Language }) {
  const words = playerMessages[lang];
  const place = useMemo(() => openLivePlace(typeof window === 'undefined' ? [] : browserPlaces()), []);
  const [step, setStep] = useState<Step>({ at: 'starting' });
  const enter = () => {
    const code = readCode(decodeHash(location.hash));
    const seat = code === undefined ? undefined : place.read(code);
    setStep(seat ? { at: 'seat', seat } : code === undefined ? { at: 'code' } : { at: 'name', code });
  };
  useEffect(() => {
    enter();
    addEventListener('hashchange', enter);
    return () => removeEventListener('hashchange', enter);
  }, []);
  const goTo = (code: string | undefined) => {
    history.replaceState(history.state, '', code === undefined ? location.pathname : `#${code}`);
    enter();
  };
  const leave = (seat: Seat) => {
    place.forget(seat.code);
    goTo(undefined);
  };
  if (step.at === 'seat')
    return <SeatRoom key={step.seat.token} lang={lang} seat={step.seat} place={place} leave={() => leave(step.seat)} />;
  return (
    <>
      <PlayerHead lang={lang} />
      <div class="pl">
        {step.at === 'starting' && <p>{words.loading}</p>}
        {step.at === 'code' && (
          <CodeForm words={words} latest={place.latest()} notice={step.notice ?? ''} goTo={goTo} />
        )}
        {step.at === 'name' && (
          <NameForm
            key={step.code}
            lang={lang}
            code={step.code}
            back={(notice) => {
              goTo(undefined);
              setStep({ at: 'code', notice });
            }}
            joined={(seat) => {
              place.keep(seat);
              setStep({ at: 'seat', seat });
            }}
          />
        )}
      </div>
    </>
  );
}

function decodeHash(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}
