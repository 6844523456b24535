import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import type { LiveHostWords } from '../../i18n/live-host-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { FieldOfOutcomes } from '../../live/frames.ts';
import type { Response } from '../../quiz-engine/grade.ts';
import type { AnswerSet } from '../../simulator/run.ts';

type Props = { lang: Language; words: LiveHostWords; scenario: string; field: FieldOfOutcomes };
type PlayRun = typeof import('../run-player/PlayRun.tsx').PlayRun;
type Playing = { View: ComponentType<Parameters<PlayRun>[0]>; at: number };

/** Every different answer to a simulator task with what it came to; any can be played. */
export function FieldOfSets({ lang, words, scenario, field }: Props) {
  const [playing, setPlaying] = useState<Playing | 'failed'>();
  const play = (at: number) =>
    import('../run-player/PlayRun.tsx').then(
      ({ PlayRun }) => setPlaying({ View: PlayRun, at }),
      () => setPlaying('failed'),
    );
  const nameOf = (at: number) =>
    at === field.best ? words.best : at === field.instructive ? words.instructive : undefined;
  const chosen = typeof playing === 'object' ? field.sets[playing.at] : undefined;
  return (
    <section class="stack host-field" aria-labelledby="host-field">
      <h3 id="host-field">{words.field}</h3>
      <p class="row">
        {field.best !== undefined && (
          <button class="btn ink" type="button" onClick={() => void play(field.best ?? 0)}>
            {words.playBest}
          </button>
        )}
        {field.instructive !== undefined && (
          <button class="btn ink" type="button" onClick={() => void play(field.instructive ?? 0)}>
            {words.playInstructive}
          </button>
        )}
      </p>
      <p class="fault" role="status">
        {playing === 'failed' ? words.playFailed : ''}
      </p>
      {typeof playing === 'object' && chosen && (
        <div class="stack">
          <playing.View
            key={playing.at}
            lang={lang}
            id={scenario}
            settings={[{ label: nameOf(playing.at) ?? words.playThis, set: setOf(chosen.set) }]}
            legend={words.field}
          />
          <p>
            <button class="btn" type="button" onClick={() => setPlaying(undefined)}>
              {words.closeRun}
            </button>
          </p>
        </div>
      )}
      <ul class="host-sets">
        {field.sets.map(({ set, count, outcome }, at) => {
          const name = nameOf(at);
          const passed = outcome.goals.filter((goal) => goal.passed).length;
          return (
            <li key={JSON.stringify(set)}>
              <span>
                {words.fieldLine(count, passed, outcome.goals.length)}
                {outcome.refused && ` · ${words.refusedSet}`} {name && <span class="tag">{name}</span>}
              </span>
              <code class="small">{sayPaths(set)}</code>
              <button class="btn" type="button" onClick={() => void play(at)}>
                {words.playThis}
              </button>
            </li>
          );
        })}
      </ul>
      {field.more !== undefined && <p class="small faint">{words.fieldMore(field.more)}</p>}
    </section>
  );
}

/** A response is what the room took for a set: paths with values. */
function setOf(response: Response): AnswerSet {
  const isSet = typeof response === 'object' && response !== null && !Array.isArray(response);
  return isSet ? (response as unknown as AnswerSet) : {};
}

/** `minimumHealthyPercent 50, desiredCount 4`: the last name of each path is enough in front of a class. */
function sayPaths(set: Response): string {
  return Object.entries(setOf(set))
    .map(([path, value]) => `${path.split('/').at(-1)} ${JSON.stringify(value)}`)
    .join(', ');
}
