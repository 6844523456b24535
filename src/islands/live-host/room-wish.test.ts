import { describe, expect, it } from 'vitest';
import { settingsOf, USUAL_WISH } from './room-wish.ts';

describe('the settings of a new room', () => {
  it('have a deadline only where everybody answers alone', () => {
    expect(settingsOf(USUAL_WISH, 1000)).not.toHaveProperty('deadlineMs');
    expect(settingsOf({ ...USUAL_WISH, pace: 'self', openMinutes: 2 }, 1000).deadlineMs).toBe(121_000);
  });

  it('count for accuracy, let answers be changed and hide the ten best, unless the host says otherwise', () => {
    expect(settingsOf(USUAL_WISH, 0)).toMatchObject({
      scoring: 'accuracy',
      changeable: true,
      topTen: false,
      teams: [],
    });
  });

  it('read teams as they were typed', () => {
    expect(settingsOf({ ...USUAL_WISH, teams: 'Red, Blue' }, 0).teams).toEqual(['Red', 'Blue']);
  });
});
