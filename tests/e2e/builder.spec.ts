import { expect, test } from '@playwright/test';
import { builderMessages } from '../../src/i18n/builder-messages.ts';
import { sandboxMessages } from '../../src/i18n/sandbox-messages.ts';
import { expectAccessible } from './axe.ts';
import { MINIMUM, NAMES, open, triedIn } from './site.ts';

test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } });

for (const lang of triedIn('en')) {
  test(`a scenario is made by form, proved while it is written, in ${NAMES[lang]}`, async ({ page }) => {
    const words = builderMessages[lang];
    const sandbox = sandboxMessages[lang];
    const verdict = page.locator('.builder-verdict');
    const answers = page.locator('#part-answers');
    await open(page, lang, '/lab/builder/');
    // A whole scenario of the lab is complete as it stands.
    await page.getByRole('button', { name: sandbox.template('rolling') }).click();
    await expect(verdict).toContainText(words.complete);
    await expectAccessible(page, 'main');

    // What is missing is told at its field, and beside the form.
    const title = page.getByRole('textbox', { name: words.inKorean(words.title), exact: true });
    await title.fill('');
    await title.blur();
    await expect(verdict).toContainText(words.missing(1));
    await expect(title).toHaveAttribute('aria-invalid', 'true');
    await title.fill('내 시나리오');
    await title.blur();
    await expect(verdict).toContainText(words.complete);

    // Solutions are settings that were tried: take the old one away, find another.
    await answers.getByRole('button', { name: sandbox.removeNamed('half') }).click();
    const solutions = answers.locator('.entry', { has: page.getByText(words.solution, { exact: true }) });
    while ((await solutions.count()) > 0)
      await solutions
        .first()
        .getByRole('button', { name: new RegExp(sandbox.removeNamed('.*')) })
        .click();
    await expect(verdict).toContainText(words.missing(1));
    await answers.locator(`input[type="range"][id="c${MINIMUM.replaceAll('/', '-')}"]`).fill('50');
    await expect(answers).toContainText(words.passes);
    await answers.getByRole('button', { name: words.takeSolution }).click();
    await expect(verdict).toContainText(words.complete);
  });
}

for (const lang of triedIn('ko')) {
  test(`a half-written scenario can be shared, and what is none is told, in ${NAMES[lang]}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const words = builderMessages[lang];
    await open(page, lang, '/lab/builder/#from=placement/survive-a-zone');
    await expect(page).toHaveURL(/#s1;/);
    const before = page.url();
    await page.getByRole('button', { name: words.addGoal }).click();
    const goal = page.locator('#part-goals .entry');
    await expect(goal).toHaveCount(1);
    await expect(page.locator('.builder-verdict')).toContainText('goals.0.say');
    await expect(page).not.toHaveURL(before);
    const whole = new URL(page.url()).hash;
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await expectAccessible(page, 'main');
    await page.goto(`${page.url().replace(/#.*/, '')}?again${whole}`);
    await expect(page.locator('.builder-form')).toBeVisible();
    await page.goto(`/ko/lab/trial/${whole}`);
    await expect(page.getByRole('alert')).toContainText(words.trialBroken);
    await page.goto('/ko/lab/trial/?empty#s1;zzzz');
    await expect(page.getByText(words.trialEmpty)).toBeVisible();
    await expectAccessible(page, 'main');
  });
}
