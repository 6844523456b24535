import { pathIn } from '../../i18n/paths.ts';
import { reviewMessages } from '../../i18n/review-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { ScenarioTitle } from './ReviewRoom.tsx';
import { freshSeed } from './review-model.ts';
import type { Review } from './use-review.ts';

type Props = { lang: Language; review: Review; scenarios: readonly ScenarioTitle[] };

/** Scenarios that are due: links into the lab, where each begins without an answer, and with numbers it never had if it draws any. */
export function DueScenarios({ lang, review: { attempts, day, today }, scenarios }: Props) {
  const words = reviewMessages[lang];
  const due = (day.plan.days[0] ?? []).flatMap((id) => {
    const scenario = scenarios.find((one) => `scenario:${one.id}` === id);
    const card = day.cards.find((one) => one.id === id);
    return scenario && card ? [{ ...scenario, card }] : [];
  });
  if (due.length === 0) return null;
  return (
    <section class="due-scenarios" aria-labelledby="due-scenarios">
      <h2 id="due-scenarios">{words.labTitle}</h2>
      <p>{words.labLead}</p>
      <ul>
        {due.map(({ id, title, draws, card }) => (
          <li key={id}>
            <a href={pathIn(lang, `/lab/${id}/`) + (draws ? `#draw=${freshSeed(attempts, id, 'scenario')}` : '')}>
              {title}
            </a>{' '}
            <span class="small faint">
              {words.labAgo(today - card.lastDay)} ·{' '}
              {(card.reviews.at(-1)?.grade ?? 1) > 1 ? words.labSolved : words.labUnsolved}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
