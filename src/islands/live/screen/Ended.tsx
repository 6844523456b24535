import { showCount } from '../spread-model.ts';
import type { ScreenProps } from './Screen.tsx';

/** The end: thanks, and the ten best and the teams where the host wished for them. Nobody stands at the bottom. */
export function Ended({ lang, words, frame: { top, teams } }: ScreenProps) {
  return (
    <div class="p-ended">
      <h1>{words.ended}</h1>
      <p>{words.endedText}</p>
      <div class="p-tables">
        {teams && teams.length > 0 && (
          <section>
            <h2>{words.teams}</h2>
            <ol>
              {teams.map(({ name, mean, seats }) => (
                <li key={name}>
                  <span>{name}</span>
                  <small>{words.seats(seats)}</small>
                  <b class="num">{showCount(lang, mean)}</b>
                </li>
              ))}
            </ol>
          </section>
        )}
        {top && top.length > 0 && (
          <section>
            <h2>{words.topTen}</h2>
            <ol>
              {top.map(({ name, points }) => (
                <li key={name}>
                  <span>{name}</span>
                  <b class="num">{showCount(lang, points)}</b>
                </li>
              ))}
            </ol>
          </section>
        )}
      </div>
    </div>
  );
}
