import { useEffect, useState } from 'preact/hooks';
import type { LiveHostWords } from '../../i18n/live-host-messages.ts';
import { pathIn } from '../../i18n/paths.ts';
import { questionSetMessages } from '../../i18n/question-set-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { BankLine, NewRoom, Opened } from '../../live/commands.ts';
import type { BankLine as ExamLine } from '../../quiz-engine/exam/bank.ts';
import type { ExamCard } from '../exam/exam-card.ts';
import { browserWorld } from '../live/browser-world.ts';
import { ask } from '../live/live-request.ts';
import { newSeed, SetBuilder, type Topic } from '../question-set/SetBuilder.tsx';
import { idsOf, type SetChoice } from '../question-set/set-choice.ts';
import { loadBank } from '../standing/load-bank.ts';
import { ChosenQuestions } from './ChosenQuestions.tsx';
import { forgetRoom, type KeptRoom, keepRoom, readRooms } from './kept-rooms.ts';
import { Plain } from './Plain.tsx';
import { RoomSettingsFields } from './RoomSettingsFields.tsx';
import { type RoomWish, settingsOf, USUAL_WISH } from './room-wish.ts';

type Props = {
  lang: Language;
  words: LiveHostWords;
  topics: readonly Topic[];
  cards: readonly ExamCard[];
  enter: (room: KeptRoom) => void;
  /** Said above everything: what became of the last room. */
  said: string;
  isAlive: boolean;
};
/** What a room can ask, with what an exam needs to draw from it. */
type Bank = { lines: BankLine[]; exam: ExamLine[] };

/** The most that the server takes. */
const MOST = 100;

/** Rooms that are open already, and a new one; or how to start the server. */
export function OpenRoom(props: Props) {
  const { lang, words, said, isAlive, enter } = props;
  const [bank, setBank] = useState<Bank | 'none'>();
  const load = async () => {
    setBank(undefined);
    const [live, exam] = await Promise.all([
      ask<{ questions?: BankLine[] }>(browserWorld, '/bank', { lang, method: 'GET' }),
      loadBank(),
    ]);
    const lines = live.kind === 'ok' ? live.body?.questions : undefined;
    setBank(lines ? { lines, exam: exam ?? [] } : 'none');
  };
  useEffect(() => void load(), []);
  return (
    <Plain lang={lang} words={words}>
      <p role="status" class="host-said">
        {said}
      </p>
      {bank === undefined && <p class="faint host-wait">{words.checking}</p>}
      {bank === 'none' && <NoServer lang={lang} words={words} retry={() => void load()} />}
      {typeof bank === 'object' && isAlive && (
        <>
          <KeptRooms words={words} enter={enter} />
          <NewRoomForm {...props} bank={bank} />
        </>
      )}
    </Plain>
  );
}

type NoServerProps = { lang: Language; words: LiveHostWords; retry: () => void };

function NoServer({ lang, words, retry }: NoServerProps) {
  return (
    <section class="callout stack" role="alert">
      <b>{words.noServer}</b>
      <p>{words.noServerText}</p>
      <pre>
        <code>HOST=0.0.0.0 npm start</code>
      </pre>
      <p>{words.noServerThen}</p>
      <p class="row">
        <a class="btn go" href={pathIn(lang, '/live/present/')}>
          {words.present}
        </a>
        <button class="btn" type="button" onClick={retry}>
          {words.tryAgain}
        </button>
      </p>
    </section>
  );
}

function KeptRooms({ words, enter }: { words: LiveHostWords; enter: (room: KeptRoom) => void }) {
  const [rooms, setRooms] = useState(readRooms);
  // Who forgets a room loses its key: it can be taken back.
  const [gone, setGone] = useState<KeptRoom>();
  if (rooms.length === 0 && gone === undefined) return null;
  return (
    <section class="card stack host-kept" aria-labelledby="kept-rooms">
      <h2 id="kept-rooms">{words.rooms}</h2>
      <ul>
        {rooms.map((room) => (
          <li key={room.room}>
            <span>
              <b class="mono">{room.code}</b> {room.title || words.untitled}
            </span>
            <button class="btn" type="button" onClick={() => enter(room)}>
              {words.comeBack}
            </button>
            <button
              class="btn plain"
              type="button"
              onClick={({ detail }) => {
                // The next room comes to where this one stood.
                if (detail > 1) return;
                forgetRoom(room.room);
                setGone(room);
                setRooms(readRooms());
              }}
            >
              {words.forget}
            </button>
          </li>
        ))}
      </ul>
      <p class="row" role="status">
        {gone && (
          <>
            <span>{words.forgotten(gone.code)}</span>
            <button
              class="btn"
              type="button"
              onClick={() => {
                keepRoom(gone);
                setGone(undefined);
                setRooms(readRooms());
              }}
            >
              {words.undo}
            </button>
          </>
        )}
      </p>
    </section>
  );
}

function NewRoomForm({ lang, words, topics, cards, enter, bank }: Props & { bank: Bank }) {
  const [choice, setChoice] = useState<SetChoice>(() => ({
    by: 'topics',
    topics: [],
    kinds: [],
    count: 10,
    seed: newSeed(),
  }));
  const [wish, setWish] = useState<RoomWish>(USUAL_WISH);
  const [phase, setPhase] = useState<'ready' | 'opening'>('ready');
  const [fault, setFault] = useState('');
  const lines = linesWithApart(bank);
  const ids = idsOf(choice, choice.by === 'exam' ? bank.exam : lines, cards);
  const open = async () => {
    if (phase === 'opening') return;
    if (ids.length === 0 || ids.length > MOST)
      return setFault(ids.length === 0 ? words.chooseFirst : words.tooMany(MOST));
    setPhase('opening');
    setFault('');
    const body: NewRoom = {
      title: wish.title.trim(),
      lang,
      questions: { ids },
      settings: settingsOf(wish),
    };
    const reply = await ask<Opened>(browserWorld, '/rooms', { lang, body });
    setPhase('ready');
    if (reply.kind !== 'ok') return setFault(reply.error || words.notOpened);
    const { room, code, hostToken: token, screenToken: screen } = reply.body;
    enter({ room, code, token, screen, title: body.title, seconds: wish.seconds, atMs: Date.now() });
  };
  return (
    <section class="card stack host-new" aria-labelledby="new-room">
      <h2 id="new-room">{words.newRoom}</h2>
      <div class="field">
        <label for="room-title">{words.roomTitle}</label>
        <input
          class="input"
          id="room-title"
          maxLength={80}
          aria-describedby="room-title-hint"
          value={wish.title}
          onInput={({ currentTarget }) => setWish({ ...wish, title: currentTarget.value })}
        />
        <p class="hint" id="room-title-hint">
          {words.titleHint}
        </p>
      </div>
      <h3>{questionSetMessages[lang].which}</h3>
      <SetBuilder {...{ lang, topics: topicsWith(lang, topics, bank.lines), cards, choice, setChoice, ids, lines }} />
      <ChosenQuestions {...{ lang, words, ids, lines: bank.lines, setChoice }} />
      <RoomSettingsFields {...{ words, wish, setWish }} />
      <p class="row">
        <button class="btn go big" type="button" disabled={phase === 'opening'} onClick={() => void open()}>
          {phase === 'opening' ? words.opening : words.open}
        </button>
        <span class="fault" role="alert">
          {fault}
        </span>
      </p>
    </section>
  );
}

/** Which questions give each other away is known of the public ones. */
function linesWithApart({ lines, exam }: Bank): (BankLine & { apart?: readonly string[] })[] {
  const apart = new Map(exam.map((line) => [line.id, line.apart]));
  return lines.map((line) => ({ ...line, apart: apart.get(line.id) ?? [] }));
}

/** The topics of the site, then those that only rooms have, with what a room can ask of each. */
function topicsWith(lang: Language, topics: readonly Topic[], lines: readonly BankLine[]): Topic[] {
  const sets = new Map(lines.map(({ set, topic }) => [set, topic[lang]]));
  const known = [...topics.map(({ id }) => id).filter((id) => sets.has(id))];
  const all = [...known, ...[...sets.keys()].filter((set) => !known.includes(set))];
  return all.map((id) => ({
    id,
    title: topics.find((topic) => topic.id === id)?.title ?? sets.get(id) ?? id,
    count: lines.filter(({ set }) => set === id).length,
  }));
}
