import { expect, type Page, test } from '@playwright/test';
import { KINDS, LESSON, labOf, NAMES, open, runLab, SCENARIO, triedIn } from './site.ts';

const BUDGET = 0.02;

type Shifts = { total: number; sources: string[] };

/** Notes every layout shift that no input caused, with what moved. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] };
    const noted = { total: 0, sources: [] as string[] };
    Object.assign(window, { shifts: noted });
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries() as Shift[]) {
        if (shift.hadRecentInput) continue;
        noted.total += shift.value;
        const moved = shift.sources.map(({ node }) =>
          node instanceof Element ? node.outerHTML : (node?.textContent ?? ''),
        );
        noted.sources.push(...moved.map((text) => `${shift.value.toFixed(4)} ${text.slice(0, 90)}`));
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** The worst order on a slow line: fonts and scripts come only when the page has been painted without them. */
async function holdUntilPainted(page: Page): Promise<void> {
  await page.route(/\.(woff2|js)$/, async (route) => {
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    await route.continue();
  });
}

/** What has shifted once fonts are in, islands are alive and two frames have been drawn. */
async function shiftsOf(page: Page): Promise<Shifts> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    return (window as unknown as { shifts: Shifts }).shifts;
  });
}

function expectStill({ total, sources }: Shifts): void {
  expect(total, sources.join('\n')).toBeLessThanOrEqual(BUDGET);
}

for (const [device, viewport, language] of [
  ['a phone', { width: 360, height: 740 }, 'ko'],
  ['a wide window', { width: 1440, height: 900 }, 'en'],
] as const) {
  for (const lang of triedIn(language)) {
    test(`nothing jumps while pages load on ${device}, in ${NAMES[lang]}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await watchShifts(page);
      await holdUntilPainted(page);
      for (const [kind, path] of Object.entries(KINDS)) {
        await test.step(kind, async () => {
          await open(page, lang, path);
          expectStill(await shiftsOf(page));
        });
      }
    });
  }

  test(`nothing jumps while questions and runs of a lesson come to life on ${device}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await watchShifts(page);
    await open(page, 'en', LESSON);
    for (const island of await page.locator('astro-island').all()) {
      await island.scrollIntoViewIfNeeded();
      await expect(island).not.toHaveAttribute('ssr');
    }
    expectStill(await shiftsOf(page));
  });
}

test('the yard, the time below it and the inspector stay where they are while a run plays', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, 'en', SCENARIO);
  const lab = labOf(page, 'en');
  await runLab(lab);
  await page.getByRole('radio', { name: '60×' }).check();
  const places = page.evaluate(async (play) => {
    const frames = ['.yard', '.instrument', '.insp'].map((selector) => document.querySelector(selector));
    const seen = new Set<string>();
    while (document.querySelector('.play')?.textContent !== play) {
      seen.add(frames.map((each) => each?.getBoundingClientRect().top.toFixed()).join(' '));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return [...seen];
  }, lab.words.play);
  expect(await places).toHaveLength(1);
});

test('a late element that pushes the page down would be noticed', async ({ page }) => {
  await watchShifts(page);
  await open(page, 'en', '/');
  await page.evaluate(() => document.body.insertAdjacentHTML('afterbegin', '<hr><p>Late</p><hr><p>Later</p><hr>'));
  await expect.poll(async () => (await shiftsOf(page)).total).toBeGreaterThan(BUDGET);
});
