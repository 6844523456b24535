// The yard, its log and the reasons, in a real browser: what is linked stays linked, in both languages, by mouse and keys.
import { expect, test } from '@playwright/test';
import { flowMessages } from '../../src/i18n/flow-messages.ts';
import { logMessages } from '../../src/i18n/log-messages.ts';
import { whyMessages } from '../../src/i18n/why-messages.ts';
import { expectAccessible } from './axe.ts';
import { labOf, open, runLab, SCENARIO } from './site.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' }, bypassCSP: true });

for (const lang of ['en', 'ko'] as const) {
  test(`${lang}: the log is filtered by kind and text, and an entry moves the playhead and is marked in the yard`, async ({
    page,
  }) => {
    await open(page, lang, SCENARIO);
    const lab = labOf(page, lang);
    await runLab(lab);
    await page.getByRole('tab', { name: lab.words.log, exact: true }).click();
    const lines = page.locator('.log.whole li');
    // The log is fetched with its tab.
    await expect(lines.first()).toBeVisible();
    const all = await lines.count();
    await page.getByLabel(logMessages[lang].logKind).selectOption('placement');
    await expect.poll(() => lines.count()).toBeLessThan(all);
    await page.getByLabel(logMessages[lang].logText).fill('web-8');
    await expect(lines).toHaveCount(1);
    await lines.getByRole('button').press('Enter');
    await expect(lines.locator('[aria-current]')).toHaveCount(1);
    await expect(lab.yard.locator('.task.spot')).toHaveAttribute('data-task', 'web-8');
    await expect(lab.scrub).toHaveValue('75');
    await expectAccessible(page);
    await page.getByRole('button', { name: logMessages[lang].wholeLog }).click();
    await expect(lines).toHaveCount(all);
  });

  test(`${lang}: a picked task has its own log, and lets the others back`, async ({ page }) => {
    await open(page, lang, SCENARIO);
    const lab = labOf(page, lang);
    await runLab(lab);
    await page.getByRole('tab', { name: lab.words.log, exact: true }).click();
    const lines = page.locator('.log.whole li');
    // The log is fetched with its tab.
    await expect(lines.first()).toBeVisible();
    const all = await lines.count();
    await lab.yard.locator('[data-task]').first().click();
    await expect.poll(() => lines.count()).toBeLessThan(all);
    await page.locator('.log-found button').click();
    await expect(lines).toHaveCount(all);
  });

  test(`${lang}: a step of a deployment writes both bounds out and says which holds`, async ({ page }) => {
    await open(page, lang, SCENARIO);
    const lab = labOf(page, lang);
    await runLab(lab);
    await lab.scrub.fill('31');
    await page.getByRole('tab', { name: lab.words.whyNow }).click();
    const panel = page.getByRole('tabpanel');
    await expect(panel.getByText('ceil(6 × 67 / 100) = 5')).toBeVisible();
    await expect(panel.getByText('floor(6 × 100 / 100) = 6')).toBeVisible();
    await expect(panel.getByRole('img', { name: whyMessages[lang].holds }).first()).toBeVisible();
    await expectAccessible(page);
  });

  test(`${lang}: a load balancer says what comes, what fails and how its targets stand, at every second`, async ({
    page,
  }) => {
    await open(page, lang, '/lab/load-balancing/half-for-the-lonely/');
    const lab = labOf(page, lang);
    await runLab(lab);
    const words = flowMessages[lang];
    const edge = page.locator('[data-flow="edge"]');
    await lab.scrub.fill('60');
    await expect(edge).toContainText(words.perSecond('80'));
    await expect(edge).toContainText(words.failed('10'));
    await lab.scrub.fill('322');
    await expect(edge).toContainText(words.served('80'));
    await expectAccessible(page);
  });
}

test('a goal that was not met says where it broke and what was needed, and leads there', async ({ page }) => {
  await open(page, 'en', SCENARIO);
  const lab = labOf(page, 'en');
  await lab.minimum.fill('0');
  await runLab(lab);
  const broken = lab.verdict.locator('.broken').first();
  await expect(broken).toContainText('have 0, need ≥ 4');
  await expect(broken).toContainText('ceil(6 × 0 / 100) = 0');
  await broken.getByRole('button').click();
  await expect(lab.scrub).toHaveValue('30');
});

test('a guess stands in the chart beside the run', async ({ page }) => {
  await open(page, 'en', SCENARIO);
  const lab = labOf(page, 'en');
  await page.locator('.guess-field input').first().fill('4');
  await runLab(lab);
  await expect(page.locator('.chart')).toContainText('your guess 4');
});

test('hints cost a star that is seen to go, and whoever looks at the solution has not solved it', async ({ page }) => {
  await open(page, 'en', SCENARIO);
  const lab = labOf(page, 'en');
  const why = whyMessages.en;
  await runLab(lab);
  await expect(page.locator('.star-line')).toHaveText(lab.words.starKept);
  await page.getByRole('button', { name: /^Hint 1/ }).click();
  await expect(page.locator('.star-line')).toHaveText(lab.words.starLost);
  await page.getByRole('button', { name: lab.words.showSolution }).click();
  await expect(page.getByText(why.solutionWarning)).toBeVisible();
  await page.getByRole('button', { name: why.showAnyway }).click();
  await page.getByRole('button', { name: why.takeOver }).first().click();
  await lab.run.click();
  await expect(lab.verdict.getByText(lab.words.metAfterSolution)).toBeVisible();
  const attempts = () =>
    page.evaluate(
      () =>
        new Promise<{ met?: boolean; hints?: number; sawSolution?: boolean }[]>((done) => {
          const opened = indexedDB.open('drydock');
          opened.onsuccess = () => {
            const all = opened.result.transaction('attempts').objectStore('attempts').getAll();
            all.onsuccess = () => done(all.result);
          };
        }),
    );
  await expect
    .poll(async () => (await attempts()).filter(({ met }) => met))
    .toMatchObject([{ met: true, hints: 1, sawSolution: true }]);
});

test('interfaces and ports of an instance stand on its berth and in the table', async ({ page }) => {
  await open(page, 'en', '/lab/networking/interfaces-run-out/');
  const lab = labOf(page, 'en');
  await runLab(lab);
  await expect(lab.yard.locator('[data-instance="a-1"] .gauges')).toContainText('ENI2 / 2');
  await page.getByRole('radio', { name: lab.words.table, exact: true }).check();
  await expect(page.getByRole('columnheader', { name: 'ENI' })).toBeVisible();
  await expect(page.getByRole('row', { name: /a-1/ })).toContainText('2 / 2');
});

for (const width of [360, 820, 1440]) {
  test(`nothing of the flows, the log or the reasons is wider than a page of ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page, 'ko', '/lab/load-balancing/half-for-the-lonely/');
    const lab = labOf(page, 'ko');
    await runLab(lab);
    for (const tab of [lab.words.whyNow, lab.words.log]) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBe(0);
    }
  });
}
