import { useState } from 'preact/hooks';
import type { LiveHostWords } from '../../i18n/live-host-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { HostFrame } from '../../live/frames.ts';
import { inlineHtml } from '../live/inline-html.ts';
import { HostQuestion } from './HostQuestion.tsx';
import type { KeptRoom } from './kept-rooms.ts';
import { useLooked } from './use-looked.ts';

type Props = { lang: Language; words: LiveHostWords; frame: HostFrame; room: KeptRoom };

/** Every question of an assignment with how many answered it and how many of them right; opened, with its spread as it grows. */
export function AssignmentBoard({ lang, words, frame, room }: Props) {
  const most = Math.max(1, frame.players);
  return (
    <section class="host-board" aria-labelledby="host-board">
      <h3 id="host-board">{words.eachQuestion}</h3>
      <ol>
        {frame.list.map((line, place) => {
          const { answered, right, change } = line.answers ?? { answered: 0, right: 0, change: 0 };
          return (
            <Line
              key={line.id}
              {...{ lang, words, room, place, change }}
              line={line}
              isTold={frame.phase === 'ended'}
              said={`${words.answered(answered, frame.players)} · ${words.rightOnes(right)}`}
              shares={{ answered: answered / most, right: right / most }}
            />
          );
        })}
      </ol>
    </section>
  );
}

type LineProps = Omit<Props, 'frame'> & {
  line: HostFrame['list'][number];
  place: number;
  change: number;
  isTold: boolean;
  said: string;
  shares: { answered: number; right: number };
};

function Line({ lang, words, room, line, place, change, isTold, said, shares }: LineProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <b class="num">{place + 1}</b>
          <span class="host-board-stem" dangerouslySetInnerHTML={{ __html: inlineHtml(line.stemHtml) }} />
          <span class="num small">{said}</span>
          <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect class="of" width={100 * Math.min(1, shares.answered)} height="4" />
            <rect class="is" width={100 * Math.min(1, shares.right)} height="4" />
          </svg>
        </summary>
        {isOpen && <Looked {...{ lang, words, room, place, change, isTold }} isPublic={line.isPublic} />}
      </details>
    </li>
  );
}

type LookedProps = Pick<LineProps, 'lang' | 'words' | 'room' | 'place' | 'change' | 'isTold'> & { isPublic: boolean };

function Looked({ lang, words, room, place, change, isTold, isPublic }: LookedProps) {
  const { looked, isFailed } = useLooked(lang, room, { place, change });
  if (looked === undefined) return <p role="status">{isFailed ? words.lookFailed : words.looking}</p>;
  return <HostQuestion {...{ lang, words, isPublic, isTold }} asked={looked.asked} told={looked.told} />;
}
