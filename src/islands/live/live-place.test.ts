import { describe, expect, it } from 'vitest';
import { openLivePlace, type Seat, type TextPlace } from './live-place.ts';

const seatOf = (code: string, atMs = 1): Seat => ({
  code,
  room: `room-${code}`,
  seat: 's1',
  token: 'secret',
  name: 'Blue Crane',
  atMs,
  unsent: [],
  given: {},
});

function memory(before: string | null = null): TextPlace & { text: string | null } {
  const place = {
    text: before,
    read: () => place.text,
    write: (text: string) => {
      place.text = text;
    },
  };
  return place;
}

const refusing: TextPlace = {
  read: () => {
    throw new Error('SecurityError');
  },
  write: () => {
    throw new Error('QuotaExceededError');
  },
};

describe('the seats of this device', () => {
  it('come back by their code after a reload', () => {
    const device = memory();
    openLivePlace([device]).keep(seatOf('KHT7QW'));
    const after = openLivePlace([device]);
    expect(after.read('KHT7QW')).toEqual(seatOf('KHT7QW'));
    expect(after.read('BBBBBB')).toBeUndefined();
  });

  it('come back in the same tab where the device keeps nothing', () => {
    const tab = memory();
    openLivePlace([refusing, tab]).keep(seatOf('KHT7QW'));
    expect(openLivePlace([refusing, tab]).read('KHT7QW')?.token).toBe('secret');
  });

  it('last as long as the page where nothing is kept at all', () => {
    const place = openLivePlace([refusing, refusing]);
    place.keep(seatOf('KHT7QW'));
    expect(place.read('KHT7QW')?.name).toBe('Blue Crane');
  });

  it('take what the device has over what the tab has', () => {
    const [device, tab] = [memory(), memory()];
    openLivePlace([tab]).keep({ ...seatOf('KHT7QW'), name: 'old' });
    openLivePlace([device]).keep({ ...seatOf('KHT7QW'), name: 'new' });
    expect(openLivePlace([device, tab]).read('KHT7QW')?.name).toBe('new');
  });

  it('are left one by one, and the newest is known', () => {
    const place = openLivePlace([memory()]);
    place.keep(seatOf('AAAAAA', 1));
    place.keep(seatOf('BBBBBB', 2));
    expect(place.latest()?.code).toBe('BBBBBB');
    place.forget('BBBBBB');
    expect(place.latest()?.code).toBe('AAAAAA');
  });

  it('are forgotten from the oldest on', () => {
    const place = openLivePlace([memory()]);
    for (let room = 0; room < 9; room++) place.keep(seatOf(`AAAA0${room}`, room));
    expect(place.read('AAAA00')).toBeUndefined();
    expect(place.read('AAAA08')).toBeDefined();
  });

  it('are nothing where the kept text is damaged', () => {
    for (const text of ['{', '[]', 'null', '7', '{"KHT7QW":{"code":"KHT7QW"}}', '{"KHT7QW":null}']) {
      expect(openLivePlace([memory(text)]).latest()).toBeUndefined();
    }
  });
});
