import { expect, test } from '@playwright/test';
import { claimsMessages } from '../../src/i18n/claims-messages.ts';
import { LANGUAGES } from '../../src/i18n/text.ts';
import { NAMES, open } from './site.ts';

for (const lang of LANGUAGES) {
  const words = claimsMessages[lang];

  test(`the claims can be narrowed to the wrong ones, and lead to where each is put right, in ${NAMES[lang]}`, async ({
    page,
  }) => {
    await open(page, lang, '/claims/');
    await expect(page.locator('.claim:visible')).toHaveCount(251);
    for (const verdict of ['true-today', 'dated', 'imprecise'] as const) {
      await page.getByLabel(words.verdict(verdict), { exact: true }).uncheck();
    }
    await expect(page.locator('.claim:visible')).toHaveCount(9);
    await expect(page.locator('.claim-topic:visible').first().locator('.claim:visible')).not.toHaveCount(0);
    const taught = page.locator('.claim:visible .row > a').first();
    const anchor = new URL((await taught.getAttribute('href')) ?? '', page.url()).hash;
    await taught.click();
    await expect(page.locator(anchor)).toBeInViewport();
  });
}
