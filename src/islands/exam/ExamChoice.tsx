import type { ExamWords } from '../../i18n/exam-messages.ts';
import type { ExamCard } from './exam-card.ts';

type Props = { words: ExamWords; card: ExamCard; checked: boolean; choose: () => void };

/** One exam to choose: what of it is here, and how much. */
export function ExamChoice({ words, card, checked, choose }: Props) {
  return (
    <label class="exam-card">
      <input type="radio" name="exam" value={card.code} checked={checked} disabled={card.has === 0} onChange={choose} />
      <span class="exam-card-text">
        <span class="row small">
          <span class="tag">{card.label}</span>
          {card.days.map((day) => (
            <span class="tag note" key={day}>
              {day}
            </span>
          ))}
        </span>
        <b>{card.title}</b>
        <span class="exam-covers">{card.covers}</span>
        <span class="small exam-facts">
          <span class="num">{card.has === 0 ? words.none : words.has(card.has)}</span>
          {card.exam !== 'containers' && (
            <span class="num">{words.whole(card.questions, card.minutes, card.pass)}</span>
          )}
        </span>
      </span>
    </label>
  );
}
