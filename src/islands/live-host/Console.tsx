import { useLayoutEffect, useState } from 'preact/hooks';
import type { LiveHostWords } from '../../i18n/live-host-messages.ts';
import { pathIn } from '../../i18n/paths.ts';
import type { Language } from '../../i18n/text.ts';
import { HostActions } from './HostActions.tsx';
import { HostDialogs, type Opened } from './HostDialogs.tsx';
import { HostStage } from './HostStage.tsx';
import { HostTop } from './HostTop.tsx';
import { actionsOf } from './host-model.ts';
import { type KeptRoom, keepRoom } from './kept-rooms.ts';
import { People } from './People.tsx';
import { Plain } from './Plain.tsx';
import { QuestionList } from './QuestionList.tsx';
import { RoomPanel } from './RoomPanel.tsx';
import { useHostKeys } from './use-host-keys.ts';
import { useHostRoom } from './use-host-room.ts';

type Props = {
  lang: Language;
  words: LiveHostWords;
  room: KeptRoom;
  /** The room is no more, or not ours: back to the beginning, with what is said there. */
  leave: (why: string) => void;
};

/** The room as its host leads it. */
export function Console({ lang, words, room, leave }: Props) {
  const live = useHostRoom(lang, room, words.notDone);
  const [seconds, setSeconds] = useState(room.seconds);
  const [opened, setOpened] = useState<Opened>();
  const { frame, arrivedAt, lost, send } = live;
  // The room has taken the key: it is kept, with code and title, and leaves the address where this device keeps anything.
  useLayoutEffect(() => {
    if (frame && keepRoom({ ...room, code: frame.code, title: frame.title, seconds }))
      history.replaceState(history.state, '', `#${room.room}`);
  }, [frame?.code, frame?.title, seconds]);
  const actions = frame ? actionsOf(frame, seconds) : [];
  const run = (name: string) => {
    const action = actions.find((each) => each.name === name);
    if (action === undefined) return;
    if (action.name === 'end') setOpened('end');
    else void send(action.command);
  };
  const projector = () => openProjector(lang, room);
  useHostKeys(
    {
      main: () => actions[0] && run(actions[0].name),
      run,
      lock: () => frame && void send({ do: 'lock', locked: !frame.locked }),
      open: (what) => setOpened(what),
      projector,
    },
    opened !== undefined || frame === undefined,
  );
  if (lost) return <Lost {...{ lang, words, leave }} why={lost === 'gone' ? words.gone : words.stranger} />;
  if (frame === undefined) {
    return (
      <Plain lang={lang} words={words}>
        <p role="status">{live.link === 'offline' ? words.offline : words.connecting}</p>
      </Plain>
    );
  }
  return (
    <div class="host-room" onClickCapture={oncePerPress}>
      <HostTop {...{ lang, words, frame, room }} link={live.link} open={setOpened} projector={projector} />
      <div class="host-main">
        <HostStage {...{ lang, words, frame, arrivedAt, room }} />
        <People {...{ words, frame, send }} />
        <div class="host-beside">
          <QuestionList {...{ words, frame, seconds, send }} />
          <RoomPanel {...{ lang, words, frame, room, send, projector }} open={setOpened} />
        </div>
      </div>
      <HostActions {...{ words, frame, actions, run, seconds, setSeconds }} fault={live.fault} />
      <HostDialogs {...{ lang, words, frame, room, opened, send, leave }} close={() => setOpened(undefined)} />
    </div>
  );
}

/**
 * The second click of a double click is none: by then another button may stand in the place of the first, the one that closes where
 * the one that opens stood. What plays a run may be pressed as fast as one likes.
 */
function oncePerPress(event: MouseEvent): void {
  const target = event.target as Element;
  if (event.detail < 2 || target.closest('button') === null || target.closest('.run-card, .watch')) return;
  event.preventDefault();
  event.stopPropagation();
}

/** A window of its own, whose address holds what it needs. */
function openProjector(lang: Language, room: KeptRoom): void {
  if (room.screen === undefined) return;
  open(projectorPath(lang, room), `drydock-projector-${room.room}`, 'popup,width=1280,height=720');
}

export function projectorPath(lang: Language, { room, screen }: KeptRoom): string {
  return `${pathIn(lang, '/live/screen/')}#${room};${screen ?? ''}`;
}

type LostProps = { lang: Language; words: LiveHostWords; why: string; leave: (why: string) => void };

function Lost({ lang, words, why, leave }: LostProps) {
  return (
    <Plain lang={lang} words={words}>
      <p class="callout" role="alert">
        {why}
      </p>
      <p>
        <button class="btn go" type="button" onClick={() => leave('')}>
          {words.toNew}
        </button>
      </p>
    </Plain>
  );
}
