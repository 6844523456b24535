import { expect, test } from '@playwright/test';
import { otherLanguage, pathIn } from '../../src/i18n/paths.ts';
import { LANGUAGES } from '../../src/i18n/text.ts';
import { expectAlive, LESSON, labOf, MINIMUM, NAMES, open, SCENARIO } from './site.ts';

for (const lang of LANGUAGES) {
  test(`the language switch keeps the page and its fragment, from ${NAMES[lang]}`, async ({ page }) => {
    const other = otherLanguage(lang);
    const answer = `#v1;'${MINIMUM}':66`;
    await open(page, lang, SCENARIO + answer);
    await page.locator('[data-keep-hash]').click();
    await expect(page).toHaveURL(pathIn(other, SCENARIO) + answer);
    await expectAlive(page);
    await expect(labOf(page, other).minimum).toHaveValue('66');
    await open(page, lang, `${LESSON}#rounding`);
    await page.locator('[data-keep-hash]').click();
    await expect(page).toHaveURL(`${pathIn(other, LESSON)}#rounding`);
    await expect(page.locator('#rounding')).toBeInViewport();
    await expect(page.locator('html')).toHaveAttribute('lang', other);
  });
}

test('a chosen theme is there before the first paint of the next page', async ({ page }) => {
  await page.addInitScript(() => {
    // No paint comes before the body: what the root says when the body begins is what is painted.
    new MutationObserver((_, observer) => {
      if (document.body === null) return;
      observer.disconnect();
      Object.assign(window, { themeAtBody: document.documentElement.dataset.theme ?? 'system' });
    }).observe(document, { childList: true, subtree: true });
  });
  const themeAtBody = () => page.evaluate(() => (window as unknown as { themeAtBody: string }).themeAtBody);
  await open(page, 'en', '/');
  expect(await themeAtBody()).toBe('system');
  const light = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.locator('[data-toggle-theme]').click();
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe(light);
  await page.reload();
  expect(await themeAtBody()).toBe('dark');
  await open(page, 'ko', LESSON);
  expect(await themeAtBody()).toBe('dark');
  await page.locator('[data-toggle-theme]').click();
  await page.reload();
  expect(await themeAtBody()).toBe('system');
});

test('a stored theme that is no theme is ignored', async ({ page }) => {
  await open(page, 'en', '/');
  await page.evaluate(() => localStorage.setItem('drydock-theme', 'plaid'));
  await page.reload();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', /./);
});
