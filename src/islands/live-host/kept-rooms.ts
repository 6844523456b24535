import type { HostKey } from './host-model.ts';

/** A room that this device leads, with what only this device decides. */
export type KeptRoom = HostKey & {
  code: string;
  title: string;
  /** Seconds for a question; null without a bell. */
  seconds: number | null;
  /** When it was opened or taken over, by this device's clock: the newest first. */
  atMs: number;
};

const KEY = 'drydock-host-rooms';
const MOST = 12;

/** Storage that is refused keeps nothing: then the key stays in the address. */
export function readRooms(): KeptRoom[] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]') as unknown;
    return (Array.isArray(kept) ? kept : []).filter(isKept).sort((a, b) => b.atMs - a.atMs);
  } catch {
    return [];
  }
}

/** False when the device does not take it. */
export function keepRoom(room: KeptRoom): boolean {
  return write([room, ...readRooms().filter((each) => each.room !== room.room)].slice(0, MOST));
}

export function forgetRoom(room: string): void {
  write(readRooms().filter((each) => each.room !== room));
}

function write(rooms: readonly KeptRoom[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(rooms));
    return true;
  } catch {
    return false;
  }
}

function isKept(value: unknown): value is KeptRoom {
  const room = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return typeof room.room === 'string' && typeof room.token === 'string' && typeof room.atMs === 'number';
}
