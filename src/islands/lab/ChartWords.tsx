import type { LabWords } from '../../i18n/lab-messages.ts';
import { clock, type Chart as Model } from './chart-model.ts';
import { BOTTOM, LEFT, type Scale, TOP } from './chart-shape.ts';
import type { GuessLine } from './guess-lines.ts';

/** Words in the chart, where they fit. */
type Props = { words: LabWords; chart: Model; x: Scale; y: Scale };

type GuessesProps = Omit<Props, 'words'> & {
  guesses: readonly GuessLine[];
  guessWord: (value: string) => string;
  /** Length of the run, and the pixel where it ends. */
  seconds: number;
  end: number;
};

/** The learner's guess beside what the run says. */
export function Guesses({ chart, guesses, guessWord, seconds, end, x, y }: GuessesProps) {
  return (
    <>
      {guesses.map((guess) => {
        if ('at' in guess) {
          if (guess.at > seconds) return null;
          const right = x(guess.at) > (LEFT + end) / 2;
          return (
            <g key={guess.id}>
              <path class="guess-line" d={`M${x(guess.at)} ${TOP}V${BOTTOM}`} />
              <text
                class="halo"
                x={x(guess.at) + (right ? -5 : 5)}
                y={BOTTOM - 6}
                text-anchor={right ? 'end' : 'start'}
              >
                {guessWord(clock(guess.at))}
              </text>
            </g>
          );
        }
        if (guess.count > chart.top) return null;
        return (
          <g key={guess.id}>
            <path class="guess-line" d={`M${LEFT} ${y(guess.count)}H${end}`} />
            <text class="halo" x={LEFT + 6} y={y(guess.count) + 13}>
              {guessWord(String(guess.count))}
            </text>
          </g>
        );
      })}
    </>
  );
}

/** Each revision's name on its widest and tallest stretch, when it fits there. */
export function Names({ words, chart, x, y }: Props) {
  return (
    <>
      {chart.bands.map((band) => {
        const room = band.steps
          .map((step) => ({ step, px: x(step.to) - x(step.from), high: y(step.low) - y(step.high) }))
          .filter(({ high }) => high >= 20)
          .sort((a, b) => b.px - a.px)[0];
        const text = words.healthyBand(band.taskDefinition);
        const width = [...text].reduce((sum, letter) => sum + (letter > '\u1100' ? 12.4 : 7.3), 0) + 12;
        if (room === undefined || room.px < width + 8) return null;
        const left = x(room.step.from) + 6;
        const middle = (y(room.step.low) + y(room.step.high)) / 2;
        return (
          <g key={band.taskDefinition}>
            <rect class="tab" x={left} y={middle - 9} width={width} height="18" />
            <text class="b" x={left + 6} y={middle + 4}>
              {text}
            </text>
          </g>
        );
      })}
    </>
  );
}

/** "starting" on the first stretch of tasks that are not healthy yet, where there is room for the word. */
export function StartingLabel({ words, chart, x, y }: Props) {
  const step = chart.starting.find(
    (each) => x(each.to) - x(each.from) > words.starting.length * 9 && y(each.low) - y(each.high) > 14,
  );
  if (step === undefined) return null;
  return (
    <text x={x(step.from) + 8} y={(y(step.low) + y(step.high)) / 2 + 4}>
      {words.starting}
    </text>
  );
}
