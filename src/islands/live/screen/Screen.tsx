import './screen.css';
import { useEffect, useRef } from 'preact/hooks';
import { type ScreenWords, screenMessages } from '../../../i18n/screen-messages.ts';
import type { Language } from '../../../i18n/text.ts';
import type { ScreenFrame } from '../../../live/frames.ts';
import { showCode } from '../room-code.ts';
import { Ended } from './Ended.tsx';
import { addressOf, Lobby } from './Lobby.tsx';
import { ScreenAsked } from './ScreenAsked.tsx';
import { ScreenTold } from './ScreenTold.tsx';
import { useScreen } from './use-screen.ts';

/** What every view of the wall is drawn from. */
export type ScreenProps = { lang: Language; words: ScreenWords; frame: ScreenFrame; arrivedAt: number };

/** The wall of a room: shows what the room does, needs no hands, and holds nothing private. */
export function Screen({ lang }: { lang: Language }) {
  const words = screenMessages[lang];
  const { isBare, link, lost, frame, arrivedAt } = useScreen(lang);
  const stage = useFit(frame);
  if (isBare) return <Still title={words.noRoom} text={words.noRoomText} />;
  if (lost !== undefined) return <Still title={words.gone} text={words.goneText} />;
  if (frame === undefined) return <Still title={words.connecting} text="" />;
  const isLobby = frame.phase === 'lobby' || frame.settings.pace === 'self';
  return (
    <>
      <header class="p-top">
        <span class="brand">
          <svg aria-hidden="true">
            <use href="#i-brand" />
          </svg>
          {frame.title || 'Drydock'}
        </span>
        {link === 'offline' && (
          <span class="p-offline" role="status">
            {words.offline}
          </span>
        )}
        {!isLobby && (
          <p class="join">
            <span class="mono">{addressOf(lang, frame)}</span>
            <b>{showCode(frame.code)}</b>
          </p>
        )}
      </header>
      <div class="p-stage" ref={stage}>
        <View lang={lang} words={words} frame={frame} arrivedAt={arrivedAt} isLobby={isLobby} />
      </div>
    </>
  );
}

function View({ isLobby, ...props }: ScreenProps & { isLobby: boolean }) {
  const { phase, asked, told } = props.frame;
  if (phase === 'ended') return <Ended {...props} />;
  if (isLobby || asked === undefined) return <Lobby {...props} />;
  if (phase === 'revealed' && told !== undefined) return <ScreenTold {...props} asked={asked} told={told} />;
  return <ScreenAsked {...props} asked={asked} />;
}

function Still({ title, text }: { title: string; text: string }) {
  return (
    <div class="p-still">
      <h1>{title}</h1>
      <p>{text}</p>
    </div>
  );
}

/** Nobody scrolls a wall: what is too much is set smaller, down to what the last row can still read. */
function useFit(frame: ScreenFrame | undefined) {
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = stage.current;
    if (place === null) return;
    const resize = () => {
      for (let step = 0; step <= STEPS; step++) {
        place.style.setProperty('--fit', String(1 - (step * (1 - LEAST)) / STEPS));
        if (place.scrollHeight <= place.clientHeight + 1) return;
      }
    };
    resize();
    const watch = new ResizeObserver(resize);
    watch.observe(place);
    // What is fetched comes later than its place.
    for (const part of place.children) watch.observe(part);
    return () => watch.disconnect();
  }, [frame?.phase, frame?.question, frame?.round, frame?.told]);
  return stage;
}

const STEPS = 8;
const LEAST = 0.5;
