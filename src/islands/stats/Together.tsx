import { statsMessages } from '../../i18n/stats-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { FEWEST, reliabilityOf } from '../../quiz-engine/item-statistics/flags.ts';
import { spearmanBrown, type TestFigures } from '../../quiz-engine/item-statistics/test-figures.ts';
import { show } from './stats-model.ts';

type Props = { lang: Language; test: TestFigures | undefined; learners: number };

/** How far the questions together can be relied on. */
export function Together({ lang, test, learners }: Props) {
  const words = statsMessages[lang];
  const { alpha } = test ?? {};
  return (
    <section class="stats-together" aria-labelledby="stats-together">
      <h2 id="stats-together">{words.togetherTitle}</h2>
      {learners < FEWEST && <p class="callout stats-few">{words.lowData}</p>}
      {test === undefined ? (
        <p>{words.togetherNone}</p>
      ) : (
        <>
          <p class="faint">{words.togetherOf(test.n, test.k)}</p>
          <dl class="stats-tiles num">
            <Tile name={words.meanScore} value={words.meanOf(show(test.mean, 1), test.max, show(test.sd, 1))} />
            <Tile
              name={words.alpha}
              value={show(alpha)}
              note={alpha === undefined ? undefined : words[reliabilityOf(alpha)]}
            />
            <Tile name={words.kr20} value={show(test.kr20)} />
            <Tile
              name={words.errorRatio}
              value={test.errorRatio === undefined ? '–' : `${show(test.errorRatio, 0)} %`}
            />
            <Tile name={words.sem} value={test.sem === undefined ? '–' : words.points(show(test.sem, 1))} />
            <Tile name={`${words.longer} (α)`} value={alpha === undefined ? '–' : show(spearmanBrown(alpha, 2))} />
          </dl>
        </>
      )}
    </section>
  );
}

function Tile({ name, value, note }: { name: string; value: string; note?: string | undefined }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value}
        {note !== undefined && <small>{note}</small>}
      </dd>
    </div>
  );
}
