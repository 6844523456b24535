import { presentMessages } from '../../i18n/present-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { ExamCard } from '../exam/exam-card.ts';
import type { Topic } from '../question-set/SetBuilder.tsx';
import type { SetChoice } from '../question-set/set-choice.ts';

/** What a set is about, for its head: its list, its exam, its one topic, or nothing in particular. */
export function titleOf(
  lang: Language,
  choice: SetChoice,
  topics: readonly Topic[],
  cards: readonly ExamCard[],
): string {
  const general = presentMessages[lang].title;
  if (choice.by === 'ids') return choice.title ?? general;
  if (choice.by === 'exam') return cards.find(({ code }) => code === choice.code)?.label ?? choice.code;
  const named = choice.topics.map((id) => topics.find((topic) => topic.id === id)?.title ?? id);
  return named.length === 0 || named.length > 2 ? general : named.join(' · ');
}
