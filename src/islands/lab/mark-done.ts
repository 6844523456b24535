import { nextOnPath } from '../../library/scenario-path.ts';
import type { Attempt } from '../../quiz-engine/attempt.ts';
import { countStars, type Stars, starsOf } from '../../quiz-engine/stars.ts';
import type { Measures } from '../../simulator/scenario/par.ts';

/**
 * Shows on the lab's list what this learner has reached on this device, and what comes next. Every word is on the page.
 * Without a readable log the list stays as it is.
 */
export async function markDone(page: Document): Promise<void> {
  const { readLog } = await import('../progress-store.ts');
  const { attempts } = await readLog();
  const path = page.querySelector<HTMLElement>('[data-path]');
  const starWords = JSON.parse(path?.dataset.stars ?? '[]') as string[];
  const all = new Map<string, Stars>();
  for (const item of page.querySelectorAll<HTMLElement>('[data-scenario]')) {
    const id = item.dataset.scenario ?? '';
    const stars = starsOf(attempts as readonly Attempt[], id, { par: parFrom(item.dataset.par) });
    all.set(id, stars);
    markCard(item, stars, starWords[countStars(stars)] ?? '');
  }
  if (path) markPath(path, all, starWords);
}

function parFrom(text: string | undefined): Measures | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as Measures);
}

function markCard(item: HTMLElement, stars: Stars, words: string): void {
  const mark = item.querySelector<HTMLElement>('[data-done]');
  if (mark) mark.hidden = !stars.goals;
  const row = item.querySelector<HTMLElement>('[data-star-row]');
  if (row === null) return;
  row.hidden = !stars.tried;
  for (const [index, star] of [...row.querySelectorAll('.star')].entries())
    star.classList.toggle('earned', index < countStars(stars));
  const said = row.querySelector('[data-star-words]');
  if (said) said.textContent = words;
}

function markPath(path: HTMLElement, all: ReadonlyMap<string, Stars>, starWords: readonly string[]): void {
  const order = JSON.parse(path.dataset.path ?? '[]') as string[];
  const next = nextOnPath(order, (id) => {
    const stars = all.get(id);
    return stars === undefined ? { goals: true, count: 3 } : { goals: stars.goals, count: countStars(stars) };
  });
  for (const station of path.querySelectorAll<HTMLElement>('[data-station]')) {
    const stars = all.get(station.dataset.station ?? '');
    if (stars === undefined) continue;
    const name = station.dataset.name ?? station.getAttribute('aria-label') ?? '';
    station.dataset.name = name;
    const { solved = '', tried = '' } = path.dataset;
    station.dataset.state = stars.goals ? 'solved' : stars.tried ? 'tried' : 'new';
    station.dataset.count = String(countStars(stars));
    const said = stars.goals ? [solved, starWords[countStars(stars)] ?? ''] : stars.tried ? [tried] : [];
    station.setAttribute('aria-label', [name, ...said].join(', '));
    if (station.dataset.station === next) station.setAttribute('aria-current', 'step');
    else station.removeAttribute('aria-current');
  }
  sayNext(path, next);
  const solved = order.filter((id) => all.get(id)?.goals).length;
  const sum = path.querySelector<HTMLElement>('[data-sum]');
  const sums = JSON.parse(sum?.dataset.sum ?? '[]') as string[];
  if (sum) sum.textContent = sums[solved] ?? sum.textContent;
}

function sayNext(path: HTMLElement, next: string | undefined): void {
  const line = path.querySelector<HTMLElement>('[data-next-line]');
  const done = path.querySelector<HTMLElement>('[data-all-done]');
  if (line) line.hidden = next === undefined;
  if (done) done.hidden = next !== undefined;
  const link = path.querySelector<HTMLAnchorElement>('[data-next]');
  const station =
    next === undefined ? null : path.querySelector<HTMLAnchorElement>(`[data-station="${CSS.escape(next)}"]`);
  if (link === null || station === null) return;
  link.href = station.href;
  link.textContent = station.title;
}
