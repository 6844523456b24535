import { expect, type Page, test } from '@playwright/test';
import { awsCliMessages } from '../../src/i18n/aws-cli-messages.ts';
import { compareMessages } from '../../src/i18n/compare-messages.ts';
import { LANGUAGES, type Language } from '../../src/i18n/text.ts';
import { expectAccessible } from './axe.ts';
import { type Lab, labOf, MINIMUM, NAMES, open, runLab, SCENARIO, triedIn } from './site.ts';

// A run that plays would move on between a key and what is read after it.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** What a paste may hold: nothing of it may break the page or reach a value that the scenario keeps. */
const NONSENSE = [
  '{',
  '{"__proto__": {"polluted": 1}}',
  '{"/__proto__/polluted": 1}',
  'aws ecs update-service --service web --desired-count 99',
  'aws ecs update-service --service web --deployment-configuration {{{{',
  "aws ecs update-service --service '",
  'rm -rf / && aws',
  '$(reboot)',
  `aws ${'x'.repeat(5000)}`,
  '\u0000\uffff한글 🚢',
];

async function openCli(page: Page, lab: Lab) {
  await page.locator('summary').filter({ hasText: lab.words.awsCli }).click();
  return page.locator('#aws-cli-paste');
}

for (const lang of triedIn('ko')) {
  test.describe(`change, in ${NAMES[lang]}`, () => {
    test('what is changed stands as AWS CLI commands, and pasted commands change it', async ({ page }) => {
      await open(page, lang, SCENARIO);
      const lab = labOf(page, lang);
      const words = awsCliMessages[lang];
      const paste = await openCli(page, lab);
      await expect(lab.controls).toContainText(words.nothing);
      await lab.minimum.fill('50');
      await expect(page.getByLabel(words.commands, { exact: true })).toHaveValue(
        /^aws ecs update-service[\s\S]*--service web[\s\S]*minimumHealthyPercent=50/,
      );
      await paste.fill('aws ecs update-service --service web --deployment-configuration minimumHealthyPercent=66');
      await lab.controls.getByRole('button', { name: words.take }).click();
      await expect(lab.controls).toContainText(words.taken(1));
      await expect(lab.minimum).toHaveValue('66');
      await runLab(lab);
      await expect(lab.verdict).toContainText(lab.words.goalsMet(3, 3));
    });

    test('nonsense that is pasted is refused at its place, and nothing of the answer is lost', async ({ page }) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await open(page, lang, SCENARIO);
      const lab = labOf(page, lang);
      const words = awsCliMessages[lang];
      await lab.minimum.fill('66');
      const paste = await openCli(page, lab);
      for (const text of NONSENSE) {
        await paste.fill(text);
        await lab.controls.getByRole('button', { name: words.take }).click();
        await expect(page.locator('#aws-cli-said .fault'), text.slice(0, 60)).toContainText(
          words.place(1, 1).slice(0, 4),
        );
        await expect(lab.minimum).toHaveValue('66');
      }
      await page.locator('#aws-cli-said').getByRole('button', { name: words.show }).click();
      await expect(paste).toBeFocused();
      await runLab(lab);
      await expect(lab.verdict).toContainText(lab.words.goalsMet(3, 3));
      expect(errors).toEqual([]);
    });

    test('a kept run stands beside the next one, at the same second, by keyboard alone', async ({ page }) => {
      await open(page, lang, SCENARIO);
      const lab = labOf(page, lang);
      const words = compareMessages[lang];
      await runLab(lab);
      await page.getByRole('button', { name: lab.words.keepRun }).press('Enter');
      const compare = page.getByRole('region', { name: words.title });
      await expect(compare).toContainText(words.sameRun);
      await lab.minimum.fill('66');
      await lab.run.press('Enter');
      await expect(lab.verdict).toContainText(lab.words.goalsMet(3, 3));
      const table = compare.getByRole('table', { name: words.caption });
      await expect(table.getByRole('row').filter({ hasText: '67' })).toContainText('66');
      await lab.scrub.press('Home');
      await expect(table).toContainText(words.atMoment('0:00'));
      await lab.scrub.press('PageUp');
      await expect(table).not.toContainText(words.atMoment('0:00'));
      await compare.getByRole('button', { name: words.takeBack }).press('Enter');
      await expect(lab.minimum).toHaveValue('67');
      await compare.getByRole('button', { name: words.drop }).press('Enter');
      await expect(compare).toHaveCount(0);
      await expect(page.getByRole('button', { name: lab.words.keepRun })).toBeVisible();
    });
  });
}

test.describe('seen by axe', () => {
  test.use({ bypassCSP: true });
  for (const lang of LANGUAGES) {
    test(`commands and comparison have no violation, also on a phone, in ${NAMES[lang]}`, async ({ page }) => {
      await withBoth(page, lang);
      await expectAccessible(page);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await expectAccessible(page);
    });
  }
});

async function withBoth(page: Page, lang: Language): Promise<void> {
  await open(page, lang, `${SCENARIO}#v1;'${MINIMUM}':66`);
  const lab = labOf(page, lang);
  await runLab(lab);
  await page.getByRole('button', { name: lab.words.keepRun }).click();
  await lab.minimum.fill('40');
  await lab.run.click();
  await expect(page.getByRole('table', { name: compareMessages[lang].caption })).toBeVisible();
  await openCli(page, lab);
}
