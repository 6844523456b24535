import type { LiveHostWords } from '../../i18n/live-host-messages.ts';
import type { HostFrame } from '../../live/frames.ts';

/** Teams and the ten best, for the host; the projector shows them only where the room was opened so. */
export function Standing({ words, frame }: { words: LiveHostWords; frame: HostFrame }) {
  const teams = (frame.teams ?? []).toSorted((a, b) => b.mean - a.mean);
  const top = frame.top.filter(({ points }) => points !== 0);
  if (teams.length === 0 && top.length === 0) return null;
  return (
    <details class="more host-standing" open={frame.phase === 'ended'}>
      <summary>{words.standing}</summary>
      {teams.length > 0 && (
        <ol>
          {teams.map(({ name, mean, seats }) => (
            <li key={name}>
              <b>{name}</b> <span class="num">{words.teamMean(Math.round(mean), seats)}</span>
            </li>
          ))}
        </ol>
      )}
      <ol>
        {top.map(({ name, points }, place) => (
          <li key={`${place}-${name}`}>
            <b>{name}</b> <span class="num">{words.points(Math.round(points))}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
