import { isoDay } from '../../kernel/iso-day.ts';

const DAY = 86_400;

/** A second since 1970 as AWS writes times in events: `2026-01-01T00:00:30Z`. */
export function isoTime(epochSeconds: number): string {
  const days = Math.floor(epochSeconds / DAY);
  const second = epochSeconds - days * DAY;
  return `${isoDay(days)}T${two(Math.floor(second / 3600))}:${two(Math.floor((second % 3600) / 60))}:${two(second % 60)}Z`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
