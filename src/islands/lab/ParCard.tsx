import { useEffect, useState } from 'preact/hooks';
import { type ParWords, parMessages } from '../../i18n/par-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { countStars, type Stars, starsOf } from '../../quiz-engine/stars.ts';
import type { Measures } from '../../simulator/scenario/par.ts';
import { sayMeasureNames, sayMeasures } from './say-measures.ts';

type Props = { lang: Language; id: string; par: Measures /** The drawing that it is the par of. */; draw: number };

/** The three stars of a scenario, from the log on this device, and its par. Read again whenever the log changes. */
export function ParCard({ lang, id, par, draw }: Props) {
  const words = parMessages[lang];
  const stars = useStars(id, par, draw);
  const lines: [name: string, earned: boolean, more: string][] = [
    [words.goals, stars.goals, ''],
    [words.par, stars.par, parLine(words, stars, par)],
    [words.unaided, stars.unaided, stars.goals && !stars.unaided ? words.hinted : ''],
  ];
  return (
    <section class="stars" aria-label={words.title}>
      <div class="row between">
        <h2>{words.title}</h2>
        <span class="star-row" aria-hidden="true">
          {lines.map(([name, earned]) => (
            <Star key={name} earned={earned} />
          ))}
        </span>
        <span class="vh" role="status">
          {words.stars(countStars(stars))}
        </span>
      </div>
      <ul>
        {lines.map(([name, earned, more]) => (
          <li key={name}>
            <Star earned={earned} />
            <span>
              <b>{name}</b> <span class="vh">{earned ? words.earned : words.notEarned}</span>
              {more && <span class="faint"> {more}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function parLine(words: ParWords, { best, above }: Stars, par: Measures): string {
  const said = [words.parIs(sayMeasures(words, par))];
  if (best !== undefined) said.push(words.yours(sayMeasures(words, best)));
  if (above.length > 0) said.push(words.above(sayMeasureNames(words, above)));
  if (above.length > 1) said.push(words.how);
  return said.join(' ');
}

/** Filled or hollow: the shape says it without colour. */
function Star({ earned }: { earned: boolean }) {
  return (
    <svg class={earned ? 'star earned' : 'star'} viewBox="0 0 20 20" aria-hidden="true">
      <path d="M10 1.8 12.5 7.2 18.4 7.9 14 11.9 15.2 17.8 10 14.8 4.8 17.8 6 11.9 1.6 7.9 7.5 7.2z" />
    </svg>
  );
}

function useStars(id: string, par: Measures, draw: number): Stars {
  const [stars, setStars] = useState<Stars>(() => starsOf([], id, { par, draw }));
  useEffect(() => {
    let open = true;
    const read = async () => {
      const { readLog } = await import('../progress-store.ts');
      const { attempts } = await readLog();
      if (open) setStars(starsOf(attempts, id, { par, draw }));
    };
    // Without a readable log nothing is earned here yet; the run itself counts all the same.
    const again = () => void read().catch(() => undefined);
    again();
    addEventListener('drydock:log', again);
    return () => {
      open = false;
      removeEventListener('drydock:log', again);
    };
  }, [par, draw]);
  return stars;
}
