import { expect, type Page, test } from '@playwright/test';
import { parMessages } from '../../src/i18n/par-messages.ts';
import { pathIn } from '../../src/i18n/paths.ts';
import { LANGUAGES } from '../../src/i18n/text.ts';
import { expectAccessible } from './axe.ts';
import { labOf, MINIMUM, NAMES, open, runLab, SCENARIO, triedIn } from './site.ts';

const ID = SCENARIO.slice('/lab/'.length, -1);

const pathOn = (page: Page) => page.locator('.path');
const station = (page: Page, id: string) => pathOn(page).locator(`[data-station="${id}"]`);

for (const lang of triedIn('ko')) {
  test.describe(`stars and the path, in ${NAMES[lang]}`, () => {
    const words = parMessages[lang];

    test('a solved scenario has its stars, which the list and the path show', async ({ page }) => {
      await open(page, lang, `${SCENARIO}#v1;'${MINIMUM}':66`);
      const lab = labOf(page, lang);
      const stars = page.getByRole('region', { name: words.title });
      await expect(stars.getByRole('status')).toHaveText(words.stars(0));
      await expect(stars).toContainText(words.par);
      await runLab(lab);
      await expect(stars.locator('ul .star.earned')).not.toHaveCount(0);
      await expect(stars.getByRole('status')).not.toHaveText(words.stars(0));
      const said = (await stars.getByRole('status').textContent()) ?? '';
      await open(page, lang, '/lab/');
      await expect(station(page, ID)).toHaveAttribute('data-state', 'solved');
      await expect(station(page, ID)).toHaveAccessibleName(new RegExp(`${words.solved}, ${said}$`));
      await expect(page.locator(`[data-scenario="${ID}"] [data-star-words]`)).toHaveText(said);
      await expect(pathOn(page).locator('[data-sum]')).toContainText('1');
    });

    test('a hint costs its star, visibly', async ({ page }) => {
      await open(page, lang, `${SCENARIO}#v1;'${MINIMUM}':66`);
      const lab = labOf(page, lang);
      await lab.controls.getByRole('button', { name: lab.words.hint(1, 3) }).click();
      await runLab(lab);
      await expect(page.getByRole('region', { name: words.title })).toContainText(words.hinted);
    });

    test('the path leads a new learner to its first station', async ({ page }) => {
      await open(page, lang, '/lab/');
      const order = JSON.parse((await pathOn(page).getAttribute('data-path')) ?? '[]') as string[];
      await expect(station(page, order[0] ?? '')).toHaveAttribute('aria-current', 'step');
      await pathOn(page).locator('[data-next]').click();
      await expect(page).toHaveURL(pathIn(lang, `/lab/${order[0]}/`));
    });
  });
}

test.describe('seen by axe', () => {
  test.use({ bypassCSP: true });
  for (const lang of LANGUAGES) {
    test(`the list with something solved has no violation and fits a phone, in ${NAMES[lang]}`, async ({ page }) => {
      await open(page, lang, `${SCENARIO}#v1;'${MINIMUM}':66`);
      const lab = labOf(page, lang);
      await runLab(lab);
      await expect(page.getByRole('region', { name: parMessages[lang].title }).locator('.earned')).not.toHaveCount(0);
      await open(page, lang, '/lab/');
      await expect(station(page, ID)).toHaveAttribute('data-state', 'solved');
      await expectAccessible(page);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    });
  }
});
