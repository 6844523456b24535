// A scenario that draws its values: from a link, by hand, in the log, and from a review.
import { expect, type Page, test } from '@playwright/test';
import { labMessages } from '../../src/i18n/lab-messages.ts';
import { parMessages } from '../../src/i18n/par-messages.ts';
import { reviewMessages } from '../../src/i18n/review-messages.ts';
import { labOf, MINIMUM, NAMES, open, runLab, triedIn } from './site.ts';

const ID = 'rolling-update/half-the-fleet';
const DRAWINGS = 9;
const DAY = 86_400_000;

for (const lang of triedIn('en')) {
  test.describe(`a scenario with other numbers, in ${NAMES[lang]}`, () => {
    const words = labMessages[lang];
    const tag = (page: Page, draw: number) =>
      expect(page.locator('.lab-head')).toContainText(words.drawing((draw % DRAWINGS) + 1, DRAWINGS));

    test('comes from a link, is solved with its own values, and the log keeps which it was', async ({ page }) => {
      await open(page, lang, `/lab/${ID}/`);
      await tag(page, 0);
      const written = await page.locator('.brief-text').innerText();
      await page.getByRole('button', { name: words.drawNext }).click();
      await tag(page, 1);
      await expect(page).toHaveURL(/#draw=1$/);
      await expect(page.locator('.brief-text')).not.toHaveText(written);

      const lab = labOf(page, lang);
      await lab.minimum.fill('50');
      await expect(page).toHaveURL(new RegExp(`#draw=1&v1;.*${MINIMUM.split('/').at(-1)}.*:50$`));
      await runLab(lab);
      await expect(lab.verdict).toContainText(words.solved);
      await expect.poll(() => runs(page)).toEqual([{ id: ID, met: true, seed: 1 }]);
      // Par and star are of these numbers: the first solution of the file has reached them.
      await expect(page.getByRole('region', { name: parMessages[lang].title }).locator('.star.earned')).toHaveCount(6);

      // The same link opens the same numbers with the answer in it.
      await page.reload();
      await tag(page, 1);
      await expect(lab.minimum).toHaveValue('50');
      await page.getByRole('button', { name: words.drawNext }).click();
      await tag(page, 2);
      await page.goBack();
      await tag(page, 1);
    });

    test('leaves a scenario without draws alone, whatever the link says', async ({ page }) => {
      await open(page, lang, '/lab/placement/survive-a-zone/#draw=3');
      await expect(page.locator('.lab-head')).not.toContainText(words.drawNext);
      await expect(page.locator('.notice')).toHaveCount(0);
    });

    test('is what a review leads to, with numbers it never had', async ({ page }) => {
      await page.clock.install({ time: Date.UTC(2026, 10, 23, 1) });
      await open(page, lang, `/lab/${ID}/#draw=4`);
      await tag(page, 4);
      await runLab(labOf(page, lang));
      await expect.poll(() => runs(page)).toEqual([{ id: ID, met: false, seed: 4 }]);
      await page.clock.setFixedTime(Date.UTC(2026, 10, 23, 1) + 9 * DAY);
      await open(page, lang, '/review/');
      await page.getByRole('region', { name: reviewMessages[lang].labTitle }).getByRole('link').click();
      await expect(page).toHaveURL(new RegExp(`/lab/${ID}/#draw=5$`));
      await tag(page, 5);
    });

    test('fits a phone', async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await open(page, lang, `/lab/${ID}/#draw=4`);
      await tag(page, 4);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    });
  });
}

/** The runs in the log, with which drawing each was of. A database that is not there yet is not made by looking. */
function runs(page: Page): Promise<object[]> {
  return page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'drydock')) return [];
    return new Promise<object[]>((resolve, reject) => {
      const opening = indexedDB.open('drydock');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const all = opening.result.transaction('attempts').objectStore('attempts').getAll();
        all.onerror = () => reject(all.error);
        all.onsuccess = () => {
          opening.result.close();
          const found = all.result.filter(({ kind }) => kind === 'scenario');
          resolve(found.map(({ id, met, seed }) => ({ id, met, seed })));
        };
      };
    });
  });
}
