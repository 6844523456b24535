import type { LiveHostWords } from '../../i18n/live-host-messages.ts';
import type { RoomWish } from './room-wish.ts';

type Props = { words: LiveHostWords; wish: RoomWish; setWish: (wish: RoomWish) => void };

export const SECONDS = [15, 20, 30, 45, 60, 90, 120, 180, 300] as const;
const MINUTES = [10, 20, 30, 60, 120, 1440, 2 * 1440, 3 * 1440, 7 * 1440] as const;

/** How a room counts, how it runs, and who comes in. */
export function RoomSettingsFields({ words, wish, setWish }: Props) {
  const scorings = [
    ['accuracy', words.accuracy, words.accuracyHint],
    ['speed', words.speed, words.speedHint],
    ['certainty', words.certainty, words.certaintyHint],
  ] as const;
  const paces = [
    ['host', words.hosted],
    ['self', words.selfPaced],
  ] as const;
  const checks = [
    ['changeable', words.changeable],
    ['approval', words.approval],
    ['topTen', words.topTen],
  ] as const;
  return (
    <details class="more host-settings">
      <summary>{words.settings}</summary>
      <div class="host-settings-fields">
        <fieldset>
          <legend>
            <b>{words.scoring}</b>
          </legend>
          {scorings.map(([id, name, hint]) => (
            <label key={id} class="host-check">
              <input
                type="radio"
                name="scoring"
                checked={wish.scoring === id}
                onChange={() => setWish({ ...wish, scoring: id })}
              />
              <span>
                {name} <small class="faint">{hint}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>
            <b>{words.pace}</b>
          </legend>
          {paces.map(([id, name]) => (
            <label key={id} class="host-check">
              <input
                type="radio"
                name="pace"
                checked={wish.pace === id}
                onChange={() => setWish({ ...wish, pace: id })}
              />
              <span>{name}</span>
            </label>
          ))}
          {wish.pace === 'self' ? (
            <div class="field">
              <label for="open-minutes">{words.openFor}</label>
              <select
                class="input"
                id="open-minutes"
                value={wish.openMinutes}
                onChange={({ currentTarget }) => setWish({ ...wish, openMinutes: Number(currentTarget.value) })}
              >
                {MINUTES.map((minutes) => (
                  <option key={minutes} value={minutes}>
                    {sayMinutes(words, minutes)}
                  </option>
                ))}
              </select>
            </div>
          ) : (
            <SecondsField
              words={words}
              id="room-seconds"
              seconds={wish.seconds}
              set={(seconds) => setWish({ ...wish, seconds })}
            />
          )}
        </fieldset>
        <fieldset>
          <legend class="vh">{words.settings}</legend>
          {checks.map(([id, name]) => (
            <label key={id} class="host-check">
              <input
                type="checkbox"
                checked={wish[id]}
                onChange={({ currentTarget }) => setWish({ ...wish, [id]: currentTarget.checked })}
              />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
        <div class="field">
          <label for="room-teams">{words.teams}</label>
          <input
            class="input"
            id="room-teams"
            maxLength={400}
            aria-describedby="room-teams-hint"
            value={wish.teams}
            onInput={({ currentTarget }) => setWish({ ...wish, teams: currentTarget.value })}
          />
          <p class="hint" id="room-teams-hint">
            {words.teamsHint}
          </p>
        </div>
        <div class="field host-seats">
          <label for="room-seats">{words.seats}</label>
          <input
            class="input num"
            id="room-seats"
            type="number"
            min={1}
            max={10000}
            value={wish.seats}
            onChange={({ currentTarget }) => {
              const seats = Math.trunc(currentTarget.valueAsNumber);
              setWish({ ...wish, seats: Number.isFinite(seats) ? Math.min(10_000, Math.max(1, seats)) : 2000 });
            }}
          />
        </div>
      </div>
    </details>
  );
}

type SecondsProps = {
  words: LiveHostWords;
  id: string;
  seconds: number | null;
  set: (seconds: number | null) => void;
};

/** The time for a question, or none. */
export function SecondsField({ words, id, seconds, set }: SecondsProps) {
  return (
    <div class="field">
      <label for={id}>{words.seconds}</label>
      <select
        class="input"
        id={id}
        aria-label={words.seconds}
        value={seconds ?? 0}
        onChange={({ currentTarget }) => set(Number(currentTarget.value) || null)}
      >
        <option value={0}>{words.noBell}</option>
        {SECONDS.map((each) => (
          <option key={each} value={each}>
            {words.secondsOf(each)}
          </option>
        ))}
      </select>
    </div>
  );
}

function sayMinutes(words: LiveHostWords, minutes: number): string {
  if (minutes < 60) return words.minutes(minutes);
  return minutes < 1440 ? words.hours(minutes / 60) : words.days(minutes / 1440);
}
