import type { Told } from '../../../live/frames.ts';
import type { AskedQuestion } from '../../../quiz-engine/asked/asked-question.ts';
import type { Response } from '../../../quiz-engine/grade.ts';
import { shareOf, showCount, spreadLines } from '../spread-model.ts';
import type { SceneOf } from './SeatRoom.tsx';

type Props = Pick<SceneOf, 'lang' | 'words'> & { asked: AskedQuestion; told: Told; mine: Response | undefined };

/** How the whole class answered: a bar and a number each; the right one also by a mark, the own one by a word. */
export function Spread({ lang, words, asked, told, mine }: Props) {
  const lines = spreadLines(asked, told.key, told.spread, {
    right: words.rightOnes,
    wrong: words.wrongOnes,
  });
  const isMine = (id: string) => (Array.isArray(mine) ? mine.includes(id) : String(mine) === id);
  return (
    <section class="pl-spread" aria-labelledby="live-spread">
      <h2 id="live-spread">{words.class}</h2>
      <ul class="spread">
        {lines.map((line) => (
          <li key={line.id} class={line.right ? 'right' : ''}>
            <span class="spread-name">
              <b class="mono">{line.label}</b>
              {line.right && line.html !== undefined && <span>{words.rightOnes}</span>}
              {isMine(line.id) && <span class="tag">{words.yours}</span>}
            </span>
            <svg viewBox="0 0 160 12" preserveAspectRatio="none" aria-hidden="true">
              <rect class="b" width={160 * shareOf(line, lines)} height="12" />
              <rect class="p" width={160 * shareOf(line, lines)} height="12" />
            </svg>
            <b class="num">{showCount(lang, line.count)}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
