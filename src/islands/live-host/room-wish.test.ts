import { describe, expect, it } from 'vitest';
import { settingsOf, USUAL_WISH } from './room-wish.ts';

describe('the settings of a new room', () => {
  it('are open for a time only where everybody answers alone', () => {
    expect(settingsOf(USUAL_WISH)).not.toHaveProperty('openMs');
    expect(settingsOf({ ...USUAL_WISH, pace: 'self', openMinutes: 2 }).openMs).toBe(120_000);
  });

  it('count for accuracy, let answers be changed and hide the ten best, unless the host says otherwise', () => {
    expect(settingsOf(USUAL_WISH)).toMatchObject({
      scoring: 'accuracy',
      changeable: true,
      topTen: false,
      teams: [],
    });
  });

  it('read teams as they were typed', () => {
    expect(settingsOf({ ...USUAL_WISH, teams: 'Red, Blue' }).teams).toEqual(['Red', 'Blue']);
  });
});
