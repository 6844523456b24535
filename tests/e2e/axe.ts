// What axe finds in a page. It is put into the page, which the page's own policy would refuse: use bypassCSP.
import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules that a theme can change; the others are asked once. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds against WCAG 2.2 AA: the rule, where, and why. */
export async function violations(
  page: Page,
  { within = 'html', only }: { within?: string; only?: string[] } = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([place, runOnly]) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const found = await axe.run(place, { runOnly, resultTypes: ['violations'], preload: false });
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id} at ${node.target.join(' ')}: ${node.failureSummary?.replaceAll(/\s+/g, ' ')}`),
      );
    },
    [within, only ? { type: 'rule' as const, values: only } : { type: 'tag' as const, values: RULES }] as const,
  );
}

/** No violation in either theme; the theme follows the system here. */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  const place = within === undefined ? {} : { within };
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect.soft(await violations(page, place), 'in the light theme').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect.soft(await violations(page, { ...place, only: COLOURS }), 'in the dark theme').toEqual([]);
}
