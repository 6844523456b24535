import type { PlayerWords } from '../../../i18n/player-messages.ts';
import type { Door } from '../../../live/commands.ts';

type Props = {
  words: PlayerWords;
  teams: Door['teams'];
  /** Place of the chosen one; undefined lets the room choose. */
  team: number | undefined;
  choose: (team: number | undefined) => void;
};

/** Which team to play for, with how many are in each; nothing where the room has no teams. */
export function TeamField({ words, teams, team, choose }: Props) {
  if (teams.length === 0) return null;
  const wishes = [
    { at: undefined, name: words.anyTeam, said: words.anyTeamHint },
    ...teams.map(({ name, seats }, at) => ({ at, name, said: words.teamSeats(seats) })),
  ];
  return (
    <fieldset class="pl-teams">
      <legend>{words.yourTeam}</legend>
      {wishes.map(({ at, name, said }) => (
        <label key={at ?? 'any'}>
          <input type="radio" name="live-team" checked={team === at} onChange={() => choose(at)} />
          <span class="pl-team-name">{name}</span>
          <span class="small num">{said}</span>
        </label>
      ))}
    </fieldset>
  );
}
