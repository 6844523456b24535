import { expect, test } from '@playwright/test';
import { afterMessages } from '../../src/i18n/after-messages.ts';
import { homeMessages } from '../../src/i18n/home-messages.ts';
import { labMessages } from '../../src/i18n/lab-messages.ts';
import { pathIn } from '../../src/i18n/paths.ts';
import { quizMessages } from '../../src/i18n/quiz-messages.ts';
import { runMessages } from '../../src/i18n/run-messages.ts';
import { LANGUAGES } from '../../src/i18n/text.ts';
import {
  choiceOf,
  chooseAndCheck,
  expectAlive,
  keyOf,
  LESSON,
  labOf,
  MAXIMUM,
  MINIMUM,
  NAMES,
  open,
  questionOf,
  runLab,
  SCENARIO,
  textOf,
  triedIn,
} from './site.ts';

for (const lang of LANGUAGES) {
  test.describe(`in ${NAMES[lang]}`, () => {
    test('home says what this is and runs a simulation within one click, with its outcome', async ({ page }) => {
      await open(page, lang, '/');
      const main = page.getByRole('main');
      await expect(main.getByRole('heading', { level: 1, name: homeMessages[lang].headline })).toBeVisible();
      await main.getByRole('button', { name: labMessages[lang].runHere }).click();
      const verdict = main.locator('.home-run [role="status"]').filter({ has: page.getByRole('list') });
      await expect(verdict.getByRole('img', { name: labMessages[lang].met, exact: true })).not.toHaveCount(0);
      await expect(verdict.getByRole('img', { name: labMessages[lang].notMet, exact: true })).toHaveCount(0);
      await main.getByRole('radio', { name: '90%' }).check();
      await expect(verdict.getByRole('img', { name: labMessages[lang].notMet, exact: true })).not.toHaveCount(0);
    });

    test('a scenario of a lesson runs where it is told and opens in the lab with the setting that ran', async ({
      page,
    }) => {
      await open(page, lang, LESSON);
      const words = labMessages[lang];
      const card = page.locator(`.scenario-card:has([data-id="${SCENARIO.slice('/lab/'.length, -1)}"])`);
      await card.getByRole('radio', { name: words.withSolution }).check();
      await card.getByRole('button', { name: words.runHere }).click();
      const verdict = card.getByRole('status').filter({ has: page.getByRole('list') });
      await expect(verdict.getByRole('img', { name: words.met, exact: true })).toHaveCount(3);
      await card.getByRole('link', { name: words.openInLab }).click();
      await expect(page).toHaveURL(`${pathIn(lang, SCENARIO)}#v1;'${MINIMUM}':66`);
      await expect(labOf(page, lang).minimum).toHaveValue('66');
    });

    test('home leads to a lesson and to a scenario by plain links', async ({ page }) => {
      await open(page, lang, '/');
      await page
        .getByRole('main')
        .locator(`a[href="${pathIn(lang, LESSON)}"]:visible`)
        .first()
        .click();
      await expect(page).toHaveURL(pathIn(lang, LESSON));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.goBack();
      await page
        .getByRole('main')
        .locator(`a[href="${pathIn(lang, SCENARIO)}"]:visible`)
        .first()
        .click();
      await expect(page).toHaveURL(pathIn(lang, SCENARIO));
    });

    test('a wrong answer says why it is wrong and keeps the key to itself', async ({ page }) => {
      await open(page, lang, LESSON);
      const key = await keyOf(page, lang);
      const [wrong, other] = key.choices.filter((choice) => !choice.correct);
      const right = key.choices.find((choice) => choice.correct);
      const question = await questionOf(page);
      await chooseAndCheck(question, lang, wrong?.id ?? '');
      await expect(question.getByRole('status')).toHaveText(quizMessages[lang].wrong);
      const choice = choiceOf(question, wrong?.id ?? '');
      await expect(choice).toContainText(quizMessages[lang].wrongChosen);
      await expect(choice).toContainText(await textOf(page, wrong?.whyHtml ?? ''));
      await expect(question).not.toContainText(await textOf(page, other?.whyHtml ?? ''));
      await expect(choiceOf(question, right?.id ?? '')).not.toContainText(quizMessages[lang].rightAnswer);
    });

    test('the right answer shows the reason of every choice and leads into the lab', async ({ page }) => {
      await open(page, lang, LESSON);
      const key = await keyOf(page, lang);
      const wrong = key.choices.find((choice) => !choice.correct)?.id ?? '';
      const right = key.choices.find((choice) => choice.correct)?.id ?? '';
      const question = await questionOf(page);
      await chooseAndCheck(question, lang, wrong);
      await expect(question.getByRole('status')).toHaveText(quizMessages[lang].wrong);
      await chooseAndCheck(question, lang, right);
      await expect(question.getByRole('status')).toHaveText(quizMessages[lang].rightAfter(2));
      for (const choice of key.choices) {
        await expect(choiceOf(question, choice.id)).toContainText(await textOf(page, choice.whyHtml));
      }
      await question.getByRole('link', { name: afterMessages[lang].runKey }).click();
      await expect(page).toHaveURL(key.runs?.[right] ?? '');
      await expectAlive(page);
      const lab = labOf(page, lang);
      await runLab(lab);
      await expect(lab.verdict).toContainText(lab.words.goalsMet(3, 3));
    });

    test('a changed slider changes the verdict, whose evidence leads to the moment in the run', async ({ page }) => {
      await open(page, lang, LESSON);
      await page
        .getByRole('main')
        .locator(`a[href^="${pathIn(lang, SCENARIO)}"]`)
        .first()
        .click();
      // The lesson is alive as well; what counts is the page that comes.
      await expect(page).toHaveURL(new RegExp(SCENARIO));
      await expectAlive(page);
      const lab = labOf(page, lang);
      await runLab(lab);
      await expect(lab.verdict).toContainText(lab.words.goalsMet(2, 3));
      await expect(lab.verdict).toContainText(lab.words.whyMistake);
      await lab.minimum.fill('66');
      await expect(lab.verdict).toContainText(lab.words.staleVerdict);
      await lab.run.click();
      await expect(lab.verdict).toContainText(lab.words.goalsMet(3, 3));
      await expect(lab.verdict).not.toContainText(lab.words.staleVerdict);
      const evidence = lab.verdict.getByRole('listitem').first();
      const moment = evidence.getByRole('button');
      const at = (await moment.innerText()).trim();
      await moment.click();
      await expect(page.locator('.clock')).toContainText(at);
      await expect(page.locator('.yard-bar .what')).toContainText(at);
    });

    test('a link holds the answer: a new page opens with it and gives the same verdict', async ({ page, context }) => {
      await open(page, lang, SCENARIO);
      const lab = labOf(page, lang);
      await lab.minimum.fill('50');
      await expect(page).toHaveURL(`${pathIn(lang, SCENARIO)}#v1;'${MINIMUM}':50`);
      await runLab(lab);
      // Where a goal broke is fetched with the first goal that does.
      await expect(lab.verdict).toContainText('ceil(6 × 50 / 100) = 3');
      const verdict = await lab.verdict.getByRole('list').first().innerText();
      const second = await context.newPage();
      await second.goto(page.url());
      await expectAlive(second);
      const again = labOf(second, lang);
      await expect(again.minimum).toHaveValue('50');
      await runLab(again);
      await expect(again.verdict.getByRole('list').first()).toHaveText(verdict, { useInnerText: true });
    });

    test('undo, redo and reset walk through the answers, and the address follows', async ({ page }) => {
      await open(page, lang, SCENARIO);
      const lab = labOf(page, lang);
      await lab.minimum.fill('50');
      await lab.minimum.fill('60');
      await page.getByRole('button', { name: lab.words.undo }).click();
      await expect(lab.minimum).toHaveValue('50');
      await page.getByRole('button', { name: lab.words.redo }).click();
      await expect(lab.minimum).toHaveValue('60');
      await page.getByRole('button', { name: lab.words.reset }).click();
      await expect(lab.minimum).toHaveValue('67');
      await expect(page).toHaveURL(pathIn(lang, SCENARIO));
    });

    test('any task can be asked why it stands there, in the yard and in the table', async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await open(page, lang, '/lab/placement/survive-a-zone/');
      const lab = labOf(page, lang);
      await runLab(lab);
      const inspector = page.getByRole('complementary', { name: lab.words.inspector });
      await lab.yard.getByRole('button', { name: /web/ }).first().click();
      await expect(inspector.getByRole('table')).toBeVisible();
      await expect(inspector).toContainText(lab.words.chosen);
      const said = await inspector.getByRole('table').innerText();
      await page.getByRole('radio', { name: lab.words.table }).check();
      const table = page.locator('.yard-table');
      await expect(table.locator('button[aria-pressed="true"]')).toHaveCount(1);
      await expect(inspector.getByRole('table')).toHaveText(said, { useInnerText: true });
    });
  });
}

for (const lang of triedIn('ko')) {
  test('a run of a lesson is a picture without JavaScript, plays by keyboard and opens in the lab as it is set', async ({
    page,
    browser,
  }) => {
    const quiet = await browser.newPage({ javaScriptEnabled: false });
    await quiet.goto(pathIn(lang, LESSON));
    const still = quiet.locator('.run-figure').first();
    await expect(still.locator('.run-now')).toContainText('1:00');
    await expect(still.locator('.berth svg')).not.toHaveCount(0);
    await expect(still.locator('.wide-only .chart')).toBeVisible();
    await quiet.close();

    await open(page, lang, LESSON);
    const words = labMessages[lang];
    const run = page.locator('.run-figure').first();
    await run.getByRole('button', { name: runMessages[lang].play }).press('Enter');
    await expect(run.getByRole('button', { name: words.pause })).toBeFocused();
    await page.keyboard.press('Space');
    await expect(run.getByRole('button', { name: words.play })).toBeFocused();
    const time = run.getByRole('slider', { name: words.momentOfRun });
    await time.press('End');
    await expect(run.locator('.run-now')).toContainText('2:04');
    await expect(run.getByRole('img', { name: words.met, exact: true })).toHaveCount(3);
    await run.getByRole('link', { name: runMessages[lang].tryOthers }).click();
    await expect(labOf(page, lang).minimum).toHaveValue('50');
    await expect(page).toHaveURL(new RegExp(`'${MAXIMUM}':100`));
  });
}
