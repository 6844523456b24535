// Questions in front of a class without a server: by keyboard alone, without a network, and on paper.
import { expect, test } from '@playwright/test';
import { pathIn } from '../../src/i18n/paths.ts';
import { presentMessages } from '../../src/i18n/present-messages.ts';
import { questionSetMessages } from '../../src/i18n/question-set-messages.ts';
import { LANGUAGES } from '../../src/i18n/text.ts';
import { expectAccessible } from './axe.ts';
import { keyOf, LESSON, NAMES, open, QUESTION, textOf } from './site.ts';

test.use({ bypassCSP: true });

for (const lang of LANGUAGES) {
  const words = presentMessages[lang];

  test(`in ${NAMES[lang]} a class is asked by keyboard: hands, reveal, vote again, next, and back after a reload`, async ({
    page,
  }) => {
    const key = await keyOf(page, lang);
    await page.setViewportSize({ width: 1440, height: 810 });
    await open(page, lang, `/live/present/#ids=${QUESTION.id}&title=Week%203`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('1');
    const shown = await page.locator('.hands > li').count();
    expect(shown).toBe(key.choices.length);
    await expect(page.locator('.hands .why')).toHaveCount(0);

    for (const press of ['1', '2', '2', '2', 'Shift+2']) await page.keyboard.press(press);
    await expect(page.getByRole('status').filter({ hasText: words.hands(3) })).toBeVisible();
    await expect(page.locator('.hands output').nth(1)).toHaveText('2');

    await page.keyboard.press('r');
    const reason = await textOf(page, key.choices.find(({ correct }) => correct)?.whyHtml ?? '');
    await expect(page.locator('.hands .is-right .why')).toHaveText(reason);
    await page.keyboard.press('v');
    await expect(page.locator('.hands .why')).toHaveCount(0);
    await expect(page.getByText(words.firstVote(2))).toBeVisible();

    await page.keyboard.press('t');
    await expect(page.getByRole('button', { name: words.stopTimer })).toBeVisible();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: words.keysTitle })).toBeVisible();
    await page.keyboard.press('Escape');

    await page.reload();
    await expect(page.getByText(words.firstVote(2))).toBeVisible();
    await page.keyboard.press('r');
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
}

test('every kind of question is shown, answered on the screen and told', async ({ page }) => {
  const words = presentMessages.en;
  await page.setViewportSize({ width: 1440, height: 810 });
  for (const [kind, place] of [
    ['order', '.step'],
    ['match', '.pair'],
    ['number', '.number'],
    ['scenario', '.slide-task'],
    ['case', '.slide-story'],
  ] as const) {
    await page.goto('about:blank');
    await open(page, 'en', `/live/present/#topics=&kinds=${kind}&count=2&seed=3`);
    await expect(page.locator(place).first()).toBeVisible();
    await page.keyboard.press('r');
    await expect(page.getByRole('button', { name: words.hide })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), kind).toBeLessThanOrEqual(1440);
    if (kind !== 'scenario') continue;
    await page.getByRole('button', { name: words.showRun }).click();
    await expect(page.locator('.run-stage .goals .mark').first()).toBeVisible();
  }
});

test('a set is built from topics and kinds, and a paper of it is printed with its key on another page', async ({
  page,
}) => {
  const [words, setWords] = [presentMessages.en, questionSetMessages.en];
  await page.setViewportSize({ width: 820, height: 1100 });
  await open(page, 'en', LESSON);
  await page.getByRole('link', { name: words.fromLesson }).click();
  await expect(page.locator('.slide')).toBeVisible();
  await page.getByRole('link', { name: words.other }).click();
  await page.getByLabel(setWords.single).check();
  await page.getByLabel(setWords.howMany).fill('4');
  await expect(page.getByText(setWords.chosen(4))).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: words.paper }).click();
  await expect(page.locator('.paper-sheet').first().locator('.paper-questions > li')).toHaveCount(4);
  await page.getByRole('radio', { name: words.both }).check();
  await expect(page.locator('.paper-sheet').first().locator('.stem[lang="ko"]')).toHaveCount(4);
  await expect(page.locator('.paper-key .paper-reasons dd').first()).not.toBeEmpty();
  await expectAccessible(page);

  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.paper-tools')).toBeHidden();
  expect(await page.locator('.paper-key').evaluate((key) => getComputedStyle(key).breakBefore)).toBe('page');
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
});

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow', bypassCSP: false });

  test('the presenter opens, asks and reveals', async ({ page, context }) => {
    const words = presentMessages.en;
    await page.goto('/');
    await expect(page.locator('drydock-offline')).toHaveAttribute('data-phase', 'saved', { timeout: 30_000 });
    await context.setOffline(true);
    await page.goto(`${pathIn('en', '/live/present/')}#ids=${QUESTION.id}`);
    await expect(page.locator('.hands > li').first()).toBeVisible();
    await page.keyboard.press('r');
    await expect(page.locator('.hands .is-right .why')).not.toBeEmpty();
    await expect(page.getByText(words.rightMark, { exact: true })).toBeVisible();
  });
});
