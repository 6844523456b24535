import type { NewRoom } from '../../live/commands.ts';
import type { Scoring } from '../../live/room-events.ts';
import { readTeams } from './host-model.ts';

/** What an instructor fills in for a new room. */
export type RoomWish = {
  title: string;
  scoring: Scoring;
  pace: 'host' | 'self';
  /** Of an assignment: how long it is open, in minutes. */
  openMinutes: number;
  seconds: number | null;
  changeable: boolean;
  approval: boolean;
  topTen: boolean;
  /** As typed. */
  teams: string;
  seats: number;
};

export const USUAL_WISH: RoomWish = {
  title: '',
  scoring: 'accuracy',
  pace: 'host',
  openMinutes: 60,
  seconds: 60,
  changeable: true,
  approval: false,
  topTen: false,
  teams: '',
  seats: 2000,
};

/** What the server is told; of an assignment how long it is open, so that this device's clock does not matter. */
export function settingsOf(wish: RoomWish): NewRoom['settings'] {
  const { scoring, pace, changeable, approval, topTen, seats } = wish;
  return {
    scoring,
    pace,
    changeable,
    approval,
    topTen,
    seats,
    teams: readTeams(wish.teams),
    ...(pace === 'self' ? { openMs: wish.openMinutes * 60_000 } : {}),
  };
}
