import { useEffect, useRef } from 'preact/hooks';
import { pathIn } from '../../../i18n/paths.ts';
import { type PlayerWords, playerMessages } from '../../../i18n/player-messages.ts';
import type { Language } from '../../../i18n/text.ts';
import type { PlayerFrame } from '../../../live/frames.ts';
import type { LivePlace, Seat } from '../live-place.ts';
import { showCount } from '../spread-model.ts';
import { Asked } from './Asked.tsx';
import { Assignment } from './Assignment.tsx';
import { PlayerHead } from './PlayerHead.tsx';
import { type Scene, sceneOf } from './player-model.ts';
import { ToldRoom } from './ToldRoom.tsx';
import { type Room, useRoom } from './use-room.ts';

type Props = { lang: Language; seat: Seat; place: LivePlace; leave: () => void };

/** A seat in a room: whatever the room does is shown here, and the seat is kept through all of it. */
export function SeatRoom({ lang, seat, place, leave }: Props) {
  const words = playerMessages[lang];
  const room = useRoom(lang, seat, place);
  const { frame, link } = room.state;
  const scene = sceneOf(room.state);
  const main = useFocusOn(scene, frame);
  return (
    <>
      <PlayerHead lang={lang} seat={{ code: seat.code, name: frame?.me.name ?? seat.name }} link={link} />
      <div class="pl" data-scene={scene} ref={main}>
        <SceneView lang={lang} words={words} room={room} scene={scene} leave={leave} />
      </div>
    </>
  );
}

/** Whoever listens or goes by keyboard begins at the top of what came. */
function useFocusOn(scene: Scene, frame: PlayerFrame | undefined) {
  const main = useRef<HTMLDivElement>(null);
  const before = useRef<string>();
  useEffect(() => {
    const now = `${scene} ${frame?.question ?? ''} ${frame?.round ?? 0}`;
    if (before.current !== undefined && before.current !== now) {
      scrollTo(0, 0);
      main.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    }
    before.current = now;
  });
  return main;
}

type SceneProps = { lang: Language; words: PlayerWords; room: Room; scene: Scene; leave: () => void };

function SceneView({ lang, words, room, scene, leave }: SceneProps) {
  const { frame, arrivedAt } = room.state;
  switch (scene) {
    case 'connecting':
      return <p>{words.connecting}</p>;
    case 'gone':
      return <Farewell title={words.goneTitle} text={words.goneText} words={words} leave={leave} />;
    case 'stranger':
      return <Farewell title={words.strangerTitle} text={words.strangerText} words={words} leave={leave} />;
    case 'barred':
      return <Farewell title={words.barredTitle} text={words.barredText} words={words} />;
    case 'waiting':
      return <Farewell title={words.waitTitle} text={words.waitText} words={words} />;
  }
  if (frame === undefined) return null;
  const props = { lang, words, room, frame, arrivedAt };
  switch (scene) {
    case 'lobby':
      return <Lobby {...props} />;
    case 'asked':
      return <Asked {...props} key={`${frame.question}/${frame.round}`} />;
    case 'told':
      return <ToldRoom {...props} key={`${frame.question}/${frame.round}`} />;
    case 'ended':
      return <Ended {...props} />;
    case 'assignment':
      return <Assignment {...props} />;
  }
}

/** What every scene of a room is drawn from. */
export type SceneOf = { lang: Language; words: PlayerWords; room: Room; frame: PlayerFrame; arrivedAt: number };

function Lobby({ lang, words, frame }: SceneOf) {
  const { me, settings, players, title } = frame;
  const team = me.team === undefined ? undefined : settings.teams[me.team];
  return (
    <div class="pl-still">
      <h1 tabIndex={-1}>{words.lobbyTitle(me.name)}</h1>
      {title !== '' && <p class="pl-room-title">{title}</p>}
      {team !== undefined && <p class="tag">{words.team(team)}</p>}
      <p>{words.lobbyText}</p>
      <p class="faint">
        {players > 0 ? words.players(players).replace(String(players), showCount(lang, players)) : ''}
      </p>
    </div>
  );
}

function Ended({ lang, words, frame: { me } }: SceneOf) {
  return (
    <div class="pl-still">
      <h1 tabIndex={-1}>{words.endedTitle}</h1>
      <p>{words.endedText}</p>
      {me.total !== undefined && (
        <dl class="mine">
          <div>
            <dt>{words.endedTotal}</dt>
            <dd>{showCount(lang, me.total)}</dd>
          </div>
          {me.place !== undefined && (
            <div>
              <dt>{words.place}</dt>
              <dd>{me.place}</dd>
            </div>
          )}
        </dl>
      )}
      <p>
        <a class="btn go big" href={pathIn(lang, '/')}>
          {words.goOn}
        </a>
      </p>
    </div>
  );
}

type FarewellProps = { title: string; text: string; words: PlayerWords; leave?: () => void };

/** One sentence and, where there is one, the way on. */
function Farewell({ title, text, words, leave }: FarewellProps) {
  return (
    <div class="pl-still">
      <h1 tabIndex={-1}>{title}</h1>
      <p>{text}</p>
      {leave && (
        <button class="btn go big" type="button" onClick={leave}>
          {words.joinAgain}
        </button>
      )}
    </div>
  );
}
