import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { loadYaml } from '../../src/disk/load-yaml.ts';
import { builderMessages } from '../../src/i18n/builder-messages.ts';
import { labMessages } from '../../src/i18n/lab-messages.ts';
import { sandboxMessages } from '../../src/i18n/sandbox-messages.ts';
import { answersNotAsSaid } from '../../src/simulator/scenario/answers-as-said.ts';
import { readScenarioFile, type Scenario } from '../../src/simulator/scenario/scenario-schema.ts';
import { expectAccessible } from './axe.ts';
import { labOf, MINIMUM, NAMES, open, runLab, triedIn } from './site.ts';

test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' }, acceptDownloads: true });

/** How many attempts the learner's log holds; none where nothing was ever kept. */
async function attemptsIn(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    if (!names.includes('drydock')) return 0;
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('drydock');
      request.onsuccess = () => resolve(request.result);
    });
    return new Promise<number>((resolve) => {
      const count = db.transaction('attempts').objectStore('attempts').count();
      count.onsuccess = () => resolve(count.result);
    });
  });
}

for (const lang of triedIn('en')) {
  test(`a scenario is made by form, proved while it is written, exported and tried, in ${NAMES[lang]}`, async ({
    page,
  }) => {
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

    // One more goal: the mistakes that miss it too say so, and take it over.
    await page.getByRole('button', { name: words.addGoal }).click();
    const goal = page.locator('#part-goals .entry').last();
    await goal.getByRole('combobox', { name: 'metric' }).fill('services.web.runing');
    await goal.getByRole('combobox', { name: 'metric' }).blur();
    await expect(goal).toContainText('services.web.running');
    await goal.getByRole('combobox', { name: 'metric' }).fill('services.web.running');
    for (const name of [words.inEnglish(words.say), words.inKorean(words.say)])
      await goal.getByRole('textbox', { name }).fill('Two run');
    await goal.getByRole('textbox', { name: words.bound }).fill('2');
    await goal.getByRole('textbox', { name: words.bound }).blur();
    await expect(goal).toContainText(words.goalMet);
    const takeMissed = answers.getByRole('button', { name: words.takeMissed });
    while ((await takeMissed.count()) > 0) await takeMissed.first().click();
    await expect(verdict).toContainText(words.complete);

    // The file is what `drydock check` takes.
    await verdict.getByRole('textbox', { name: words.fileId }).fill('my-topic/two-run');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      verdict.getByRole('button', { name: words.exportFile }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('two-run.yaml');
    const { value } = loadYaml(await readFile(await download.path(), 'utf8'), 'two-run.yaml');
    const { scenario, faults } = readScenarioFile(value);
    expect(faults).toBeUndefined();
    expect(answersNotAsSaid(scenario as Scenario)).toEqual([]);
    expect(scenario?.challenge?.goals.at(-1)).toMatchObject({ metric: 'services.web.running', is: { atLeast: 2 } });

    // And a learner meets it in the lab, without a trace in the log.
    await expect(page).toHaveURL(/#s1;/);
    await verdict.getByRole('link', { name: words.tryAsLearner }).click();
    await expect(page.getByText(words.trialIs)).toBeVisible();
    const lab = labOf(page, lang);
    await lab.minimum.fill('50');
    await runLab(lab);
    await expect(lab.verdict).toContainText(labMessages[lang].goalsMet(4, 4));
    await expect(page).toHaveURL(/#s1;[\w-]+&v1;/);
    await page.reload();
    await expect(lab.minimum).toHaveValue('50');
    expect(await attemptsIn(page)).toBe(0);
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
