import { expect, test } from '@playwright/test';
import { afterMessages } from '../../src/i18n/after-messages.ts';
import { reportMessages } from '../../src/i18n/report-messages.ts';
import { LANGUAGES } from '../../src/i18n/text.ts';
import { chooseAndCheck, keyOf, LESSON, NAMES, open, QUESTION, questionOf } from './site.ts';

for (const lang of LANGUAGES) {
  const words = reportMessages[lang];

  test(`a mistake is reported from a page and from a question, with item, version and file filled in, in ${NAMES[lang]}`, async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, lang, LESSON);
    await page.getByRole('contentinfo').getByRole('link', { name: words.report }).click();
    const text = page.getByLabel(words.theReport);
    await expect(text).toHaveValue(
      /lesson:ecs-rolling-updates\n.*[0-9a-f]{12}\n.*\/lessons\/ecs-rolling-updates\/\n.*mdx/,
    );
    await text.fill('the floor');
    await page.getByRole('button', { name: words.copy }).click();
    await expect(page.getByRole('status').filter({ hasText: words.copied })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('the floor');

    await open(page, lang, LESSON);
    const question = await questionOf(page);
    const { choices, version } = await keyOf(page, lang);
    const right = choices.find(({ correct }) => correct);
    await chooseAndCheck(question, lang, right?.id ?? '');
    await question.getByRole('link', { name: afterMessages[lang].report }).click();
    await expect(text).toHaveValue(new RegExp(`question:${QUESTION.id}\n.*${version}\n`));
  });
}
