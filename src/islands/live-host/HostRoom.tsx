import './live-host.css';
import { useEffect, useState } from 'preact/hooks';
import { liveHostMessages } from '../../i18n/live-host-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { ExamCard } from '../exam/exam-card.ts';
import type { Topic } from '../question-set/SetBuilder.tsx';
import { Console } from './Console.tsx';
import { type HostKey, readHostKey, writeHostKey } from './host-model.ts';
import { forgetRoom, type KeptRoom, keepRoom, readRooms } from './kept-rooms.ts';
import { OpenRoom } from './OpenRoom.tsx';
import { Plain } from './Plain.tsx';

type Props = { lang: Language; topics: readonly Topic[]; cards: readonly ExamCard[] };
type Place = { at: 'new' } | { at: 'room'; room: KeptRoom } | { at: 'no-key'; room: string };

/** A room that the address names and whose key is here, or a new one. */
export function HostRoom({ lang, topics, cards }: Props) {
  const words = liveHostMessages[lang];
  const [place, setPlace] = useState<Place>();
  const [said, setSaid] = useState('');
  useEffect(() => {
    const read = () => setPlace(readPlace());
    // The way past the head of a page leads out of no room.
    const turn = () => location.hash !== SKIP && read();
    read();
    addEventListener('hashchange', turn);
    return () => removeEventListener('hashchange', turn);
  }, []);
  const enter = (room: KeptRoom) => {
    // Where nothing is kept the address has to hold the key, or a reload would lose the room.
    const hash = keepRoom(room) ? `#${room.room}` : writeHostKey(room);
    history.pushState(null, '', hash);
    setSaid('');
    setPlace({ at: 'room', room });
  };
  const leave = ({ room, token }: KeptRoom, why: string) => {
    // A wrong key must not take the right one along.
    if (keyOf(room)?.token === token) forgetRoom(room);
    history.pushState(null, '', location.pathname);
    setSaid(why);
    setPlace({ at: 'new' });
  };
  if (place?.at === 'room') {
    const { room } = place;
    return <Console key={`${room.room} ${room.token}`} {...{ lang, words, room }} leave={(why) => leave(room, why)} />;
  }
  if (place?.at === 'no-key') {
    return (
      <Plain lang={lang} words={words}>
        <p class="callout" role="alert">
          {words.noKey}
        </p>
        <p>
          <a class="btn go" href="#new">
            {words.toNew}
          </a>
        </p>
      </Plain>
    );
  }
  return <OpenRoom {...{ lang, words, topics, cards, enter, said }} isAlive={place !== undefined} />;
}

const SKIP = '#main';

function keyOf(room: string): KeptRoom | undefined {
  return readRooms().find((kept) => kept.room === room);
}

/** A key in the address wins over the kept one here, and is kept in its place once the room has taken it (`Console`). */
function readPlace(): Place {
  const named = readHostKey(location.hash);
  if (named === undefined || location.hash === '#new' || location.hash === SKIP) return { at: 'new' };
  const kept = keyOf(named.room);
  if (named.token === undefined) return kept ? { at: 'room', room: kept } : { at: 'no-key', room: named.room };
  const key: HostKey = { room: named.room, token: named.token, ...(named.screen ? { screen: named.screen } : {}) };
  return { at: 'room', room: { code: '', title: '', seconds: 60, ...kept, ...key, atMs: Date.now() } };
}
