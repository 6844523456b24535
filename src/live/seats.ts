import type { Door, NotDone } from './commands.ts';
import { nameKey } from './name-key.ts';
import type { RoomEvent } from './room-events.ts';
import type { Room, Seat } from './room-state.ts';

type Joined = Extract<RoomEvent, { t: 'joined' }>;

/** Seats that hold a place: a barred one leaves its to somebody else. */
export function takenSeats(room: Room): number {
  return room.names.size;
}

/** Why nobody can sit down like this: the lobby is locked, every seat is taken, or somebody has a name that reads the same. */
export function whyNotJoin(room: Room, { seat, name, team, lang, from }: Joined): NotDone | undefined {
  if (room.made === undefined) return 'no-room';
  const isLanguage = lang === 'en' || lang === 'ko';
  if (typeof seat !== 'string' || seat === '' || typeof from !== 'string' || !isLanguage) return 'shape';
  if (team !== undefined && !isTeam(room, team)) return 'shape';
  if (room.ended) return 'ended';
  if (room.locked) return 'locked';
  if (takenSeats(room) >= room.settings.seats) return 'full';
  return whyNotName(room, name);
}

function whyNotName(room: Room, name: unknown, own?: string): NotDone | undefined {
  if (typeof name !== 'string' || name.length === 0 || name.length > 200) return 'name';
  const holder = room.names.get(nameKey(name));
  return holder === undefined || holder === own ? undefined : 'name-taken';
}

/** Who names no team gets the smallest; of equal ones the first. */
export function sitDown(room: Room, { seat, name, lang, team, from }: Joined, at: number): void {
  const status = room.settings.approval ? 'waiting' : 'in';
  const own = room.settings.teams.length === 0 ? undefined : (team ?? smallestTeam(room));
  room.seats.set(seat, {
    id: seat,
    name,
    lang,
    status,
    team: own,
    from,
    joinedAt: at,
    came: false,
    points: 0,
    right: 0,
  });
  room.names.set(nameKey(name), seat);
  room.revision++;
}

function smallestTeam(room: Room): number {
  const sizes = teamSizes(room);
  return sizes.indexOf(Math.min(...sizes));
}

/** Seats of each team, also those that wait to be let in; empty in a room without teams. */
export function teamSizes(room: Room): number[] {
  const sizes = room.settings.teams.map(() => 0);
  for (const { team, status } of room.seats.values()) {
    if (team !== undefined && status !== 'barred') sizes[team] = (sizes[team] ?? 0) + 1;
  }
  return sizes;
}

function isTeam(room: Room, team: unknown): boolean {
  return Number.isInteger(team) && (team as number) >= 0 && (team as number) < room.settings.teams.length;
}

/** What stands at the door of a room, for who has its code and no seat yet. */
export function doorOf(room: Room): Door {
  const sizes = teamSizes(room);
  const teams = room.settings.teams.map((name, team) => ({ name, seats: sizes[team] ?? 0 }));
  return { title: room.made?.title ?? '', teams };
}

/** Somebody sits there indeed; told once. */
export function come(room: Room, id: string): NotDone | undefined {
  const seat = room.seats.get(id);
  if (seat === undefined) return 'no-seat';
  seat.came = true;
  return undefined;
}

/** Takes seats back that nobody came to and nobody answered from: name and place are free again. */
export function lapse(room: Room, ids: readonly string[]): NotDone | undefined {
  const named = seatsNamed(room, ids) ?? [];
  const empty = named.filter(({ id, came }) => !came && !hasAnswered(room, id));
  for (const { id, name, status } of empty) {
    room.seats.delete(id);
    if (status !== 'barred') room.names.delete(nameKey(name));
  }
  if (empty.length === 0) return 'no-seat';
  room.revision++;
  return undefined;
}

function hasAnswered(room: Room, id: string): boolean {
  return room.asked.some(({ rounds }) => rounds.some(({ answers }) => answers.has(id)));
}

/** The seats among these that this can happen to; what is no list of seats of this room is a refusal. */
export function seatsNamed(room: Room, ids: readonly string[]): Seat[] | undefined {
  if (!Array.isArray(ids)) return undefined;
  const seats = ids.flatMap((id) => room.seats.get(id) ?? []);
  return seats.length === 0 ? undefined : seats;
}

export function letIn(room: Room, seats: readonly Seat[]): void {
  for (const seat of seats) if (seat.status === 'waiting') seat.status = 'in';
  room.revision++;
}

/** Out for good: no answers, no points, no place in anything that is counted; the name is free again. */
export function bar(room: Room, seats: readonly Seat[]): void {
  for (const seat of seats) {
    if (seat.status === 'barred') continue;
    seat.status = 'barred';
    room.names.delete(nameKey(seat.name));
  }
  room.revision++;
  for (const { rounds } of room.asked) for (const round of rounds) round.revision++;
}

export function whyNotRename(room: Room, seat: Seat | undefined, name: unknown): NotDone | undefined {
  if (seat === undefined || seat.status === 'barred') return 'no-seat';
  return whyNotName(room, name, seat.id);
}

export function rename(room: Room, seat: Seat, name: string): void {
  room.names.delete(nameKey(seat.name));
  seat.name = name;
  room.names.set(nameKey(name), seat.id);
  room.revision++;
}

export function whyNotMove(room: Room, seat: Seat | undefined, team: unknown): NotDone | undefined {
  if (seat === undefined || seat.status === 'barred') return 'no-seat';
  return isTeam(room, team) ? undefined : 'no-team';
}

/** Its points count for the new team from the first on. */
export function move(room: Room, seat: Seat, team: number): void {
  seat.team = team;
  room.revision++;
}

/** All seats that joined from the addresses of these, so that a flood is cleared at once. */
export function seatsLike(room: Room, seats: readonly Seat[]): string[] {
  const addresses = new Set(seats.map(({ from }) => from));
  return [...room.seats.values()].flatMap(({ id, from, status }) =>
    addresses.has(from) && status !== 'barred' ? id : [],
  );
}
