import { expect, test } from '@playwright/test';
import { referenceMessages } from '../../src/i18n/reference-messages.ts';
import { LANGUAGES } from '../../src/i18n/text.ts';
import { NAMES, open } from './site.ts';

for (const lang of LANGUAGES) {
  const words = referenceMessages[lang];

  test.describe(`on a phone, in ${NAMES[lang]}`, () => {
    test.use({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });

    test('a table scrolls inside its box, and the head of a row stays where it is', async ({ page }) => {
      await open(page, lang, '/reference/#load-balancers');
      const table = page.getByRole('table', { name: /ALB, NLB/ });
      const box = page.locator('.ref-box').filter({ has: table });
      const head = table.getByRole('rowheader').first();
      const before = await head.boundingBox();
      const last = table.getByRole('columnheader', { name: /Classic/ });
      await expect(last).not.toBeInViewport();
      await box.evaluate((element) => element.scrollTo({ left: element.scrollWidth }));
      await expect(last).toBeInViewport();
      expect((await head.boundingBox())?.x).toBeCloseTo(before?.x ?? Number.NaN, 0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    });
  });

  test(`a row leads to its lesson and its sources, in ${NAMES[lang]}`, async ({ page }) => {
    await open(page, lang, '/reference/');
    const row = page
      .getByRole('table', { name: /ALB, NLB/ })
      .getByRole('row')
      .nth(1);
    const source = row.locator('.numbers a').first();
    const id = (await source.getAttribute('href')) ?? '';
    await source.click();
    await expect(page.locator(id)).toBeInViewport();
    const lesson = row.getByRole('rowheader').getByRole('link');
    const heading = new URL((await lesson.getAttribute('href')) ?? '', page.url()).hash;
    await lesson.click();
    await expect(page.locator(heading)).toBeInViewport();
  });

  test(`the three pages lead to each other, and changes stand newest first, in ${NAMES[lang]}`, async ({ page }) => {
    await open(page, lang, '/reference/');
    const pages = page.getByRole('navigation', { name: words.pages });
    await pages.getByRole('link', { name: words.limits }).click();
    await expect(page.getByRole('heading', { level: 1, name: words.limits })).toBeVisible();
    await pages.getByRole('link', { name: words.changes }).click();
    await expect(page.getByRole('heading', { level: 1, name: words.changes })).toBeVisible();
    const dates = await page
      .locator('.changes time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
    expect(dates.length).toBeGreaterThan(25);
    expect(dates).toEqual([...dates].sort().reverse());
  });

  test(`the search leads to a table by the names of its columns, in ${NAMES[lang]}`, async ({ page }) => {
    await open(page, lang, '/');
    await page.locator('body').press('/');
    await page.getByRole('combobox').fill('ALB NLB');
    const hit = page.locator('[role="option"][href$="/reference/#load-balancers"]');
    await expect(hit).toBeVisible();
    await hit.click();
    await expect(page.locator('#load-balancers')).toBeInViewport();
  });
}
