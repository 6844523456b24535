import { useEffect, useState } from 'preact/hooks';
import { standingMessages } from '../../i18n/standing-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { loadQuestion } from '../quiz/load-question.ts';
import type { Standing } from './standing-model.ts';

/** Mistakes that are named; the rest come back in review. */
const NAMED = 5;

type Named = { id: string; text: string; lesson: string; title: string };

/** What the learner was sure of and wrong, before everything else: it is what nobody would look for by themselves. */
export function SurePart({ lang, standing: { sure } }: { lang: Language; standing: Standing }) {
  const words = standingMessages[lang];
  const [named, setNamed] = useState<Named[]>([]);
  const ids = sure.map(({ id }) => id).join(' ');
  useEffect(() => {
    let gone = false;
    const wanted = sure.slice(0, NAMED).map(async ({ set, id }): Promise<Named[]> => {
      const asking = await loadQuestion(lang, set, id, 0);
      if (asking === undefined) return [];
      const { lesson, lessonTitle } = asking.key;
      return [{ id, text: openingOf(asking.asked.stemHtml), lesson, title: lessonTitle }];
    });
    void Promise.all(wanted).then((found) => {
      if (!gone) setNamed(found.flat());
    });
    return () => {
      gone = true;
    };
  }, [lang, ids]);
  if (sure.length === 0) return null;
  return (
    <section class="card sure-part" aria-labelledby="standing-sure">
      <h2 id="standing-sure">
        {words.sureTitle} <span class="tag bad num">{sure.length}</span>
      </h2>
      <p>{words.sureLead}</p>
      <ul>
        {named.map(({ id, text, lesson, title }) => (
          <li key={id}>
            <span>{text}</span>{' '}
            <a href={lesson}>
              {words.read}
              <span class="vh">: {title}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The first two sentences of a stem, as text. */
function openingOf(html: string): string {
  const text = new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
  return text
    .trim()
    .split(/(?<=[.?!])\s+/)
    .slice(0, 2)
    .join(' ');
}
