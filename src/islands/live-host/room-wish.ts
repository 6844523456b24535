import type { RoomSettings, Scoring } from '../../live/room-events.ts';
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

/** `nowMs`: this device's clock, which counts only for the end of an assignment. */
export function settingsOf(wish: RoomWish, nowMs: number): Partial<RoomSettings> {
  const { scoring, pace, changeable, approval, topTen, seats } = wish;
  return {
    scoring,
    pace,
    changeable,
    approval,
    topTen,
    seats,
    teams: readTeams(wish.teams),
    ...(pace === 'self' ? { deadlineMs: nowMs + wish.openMinutes * 60_000 } : {}),
  };
}
