import type { LiveHostWords } from '../../i18n/live-host-messages.ts';
import { progressIn } from './host-model.ts';

const [STEP, TALL] = [6, 12];
/** Right is a tall bar, not right a short one, no answer yet a line: told apart without colour. */
const HEIGHTS: Record<string, number> = { r: 12, w: 6, '.': 2 };

/** What a seat did with each question of an assignment, as a row of bars. */
export function SeatMarks({ words, marks }: { words: LiveHostWords; marks: string }) {
  const { done, right } = progressIn(marks);
  const drawn = (kind: string) =>
    [...marks]
      .map((mark, at) => (mark === kind ? `M${at * STEP} ${TALL}v${-(HEIGHTS[kind] ?? 0)}h${STEP - 2}V${TALL}z` : ''))
      .join('');
  return (
    <span class="host-marks">
      <svg
        viewBox={`0 0 ${marks.length * STEP - 2} ${TALL}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words.progress(done, marks.length, right)}
      >
        <path class="r" d={drawn('r')} />
        <path class="w" d={drawn('w')} />
        <path class="none" d={drawn('.')} />
      </svg>
      <span class="num small" aria-hidden="true">
        {done}/{marks.length}
      </span>
    </span>
  );
}
