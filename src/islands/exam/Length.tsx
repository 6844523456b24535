import { useEffect, useState } from 'preact/hooks';
import type { ExamWords } from '../../i18n/exam-messages.ts';
import { proportionsOf } from '../../quiz-engine/exam/assemble.ts';
import { largestRemainder } from '../../quiz-engine/exam/largest-remainder.ts';
import type { ExamCard } from './exam-card.ts';

/** Lengths that need no typing: ten minutes' worth, a sitting, and the whole. */
const PRESETS = [10, 20, 40, 65];

type Props = { words: ExamWords; length: number; most: number; whole: number; setLength: (length: number) => void };

/** Any length up to the whole exam, by number or by a usual one. */
export function Length({ words, length, most, whole, setLength }: Props) {
  const [text, setText] = useState(String(length));
  useEffect(() => setText(String(length)), [length]);
  const usual = [...new Set([...PRESETS.filter((preset) => preset < most), most])];
  return (
    <div class="exam-length">
      <div class="field">
        <label for="exam-length">{words.howLong}</label>
        <div class="row">
          <input
            class="input num"
            id="exam-length"
            type="number"
            min={1}
            max={most}
            required
            aria-describedby="exam-length-hint"
            value={text}
            onInput={({ currentTarget }) => {
              setText(currentTarget.value);
              // While it is typed, so that nothing moves under the next click.
              if (currentTarget.checkValidity()) setLength(currentTarget.valueAsNumber);
            }}
            onBlur={() => setText(String(length))}
          />
          <div class="row exam-usual">
            {usual.map((preset) => (
              <button
                key={preset}
                class="btn num"
                type="button"
                aria-pressed={preset === length}
                onClick={() => setLength(preset)}
              >
                {preset}
              </button>
            ))}
          </div>
        </div>
        <p class="hint" id="exam-length-hint">
          {most < whole ? words.shortBank(most) : words.lengthHint(most)}
        </p>
      </div>
    </div>
  );
}

/** What such an exam will be: its minutes, what does not count, and the domains for which questions are missing. */
export function Outlook({ words, card, length }: { words: ExamWords; card: ExamCard; length: number }) {
  const { unscored, minutes } = proportionsOf(length);
  const quotas = largestRemainder(
    length - unscored,
    card.domains.map(({ weight }) => weight),
  );
  const empty = card.domains.filter(({ has }) => has === 0);
  const few = card.domains.filter(({ has }, index) => has > 0 && has < (quotas[index] ?? 0));
  const list = (domains: ExamCard['domains']) => domains.map(({ title }) => title).join(' · ');
  return (
    <div class="exam-outlook">
      <p role="status">
        <b class="num">{words.summary(length, minutes)}.</b> {words.unscored(unscored)}
      </p>
      {empty.length > 0 && <p class="small">{words.emptyDomains(list(empty))}</p>}
      {few.length > 0 && <p class="small">{words.fewDomains(list(few))}</p>}
    </div>
  );
}
