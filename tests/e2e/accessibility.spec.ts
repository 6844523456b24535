import { expect, test } from '@playwright/test';
import { quizMessages } from '../../src/i18n/quiz-messages.ts';
import { LANGUAGES } from '../../src/i18n/text.ts';
import { expectAccessible, violations } from './axe.ts';
import {
  chooseAndCheck,
  KINDS,
  keyOf,
  LESSON,
  labOf,
  NAMES,
  open,
  QUESTION,
  questionOf,
  runLab,
  SCENARIO,
  triedIn,
} from './site.ts';

// axe is put into the page, which the page's own policy would refuse.
test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } });

for (const lang of LANGUAGES) {
  // The dark colours are the same in both languages.
  const inDark = triedIn('en').includes(lang);
  test.describe(`axe finds nothing in ${inDark ? 'either theme' : 'the light theme'}, in ${NAMES[lang]}`, () => {
    for (const [kind, path] of Object.entries(KINDS)) {
      test(`on the ${kind}`, async ({ page }) => {
        await open(page, lang, path);
        if (inDark) await expectAccessible(page);
        else expect(await violations(page)).toEqual([]);
      });
    }
  });
}

for (const lang of triedIn('ko')) {
  test.describe(`axe finds nothing on the way, in ${NAMES[lang]}`, () => {
    test('on a phone, in the lab with its sheet open', async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await open(page, lang, SCENARIO);
      const lab = labOf(page, lang);
      await lab.controls.getByRole('button', { name: lab.words.change }).click();
      await expectAccessible(page);
    });

    test('in the lab after a run that misses a goal, in the yard with a task asked', async ({ page }) => {
      await open(page, lang, SCENARIO);
      const lab = labOf(page, lang);
      await runLab(lab);
      await expect(lab.verdict).toContainText(lab.words.whyMistake);
      await lab.yard.getByRole('button').first().click();
      await expectAccessible(page, 'main');
    });

    test('in the lab after a solved run, as a table, with its log and a stale verdict', async ({ page }) => {
      await open(page, lang, '/lab/placement/survive-a-zone/');
      const lab = labOf(page, lang);
      await runLab(lab);
      await page.getByRole('radio', { name: lab.words.table }).check();
      await page.locator('.yard-table').getByRole('button').first().click();
      await expectAccessible(page, 'main');
      await page.getByRole('tab', { name: lab.words.log }).click();
      await lab.controls.getByRole('combobox').first().selectOption({ index: 3 });
      await expect(lab.verdict).toContainText(lab.words.staleVerdict);
      await expectAccessible(page, 'main');
    });

    test('in the lab with broken JSON, and with a value that was refused', async ({ page }) => {
      await open(page, lang, SCENARIO);
      const lab = labOf(page, lang);
      await lab.jsonFold.click();
      await lab.json.fill('{ "/services/0": 5x }');
      await expect(page.locator('#answer-json-faults')).not.toBeEmpty();
      await expectAccessible(page, 'main');
      await lab.json.fill('{ "/services/0/desiredCount": 2 }');
      await lab.run.click();
      await expect(lab.controls).toContainText(lab.words.refused);
      await expectAccessible(page, 'main');
    });

    test('in the lab with a link that is no answer', async ({ page }) => {
      await open(page, lang, `${SCENARIO}#v1;nonsense`);
      await expect(page.locator('.notice')).toBeVisible();
      await expectAccessible(page, 'main');
    });

    test('with the search open, empty, with results and without any', async ({ page }) => {
      await open(page, lang, '/');
      await page.locator('body').press('/');
      await expect(page.getByRole('combobox')).toBeFocused();
      await expectAccessible(page, 'dialog');
      await page.getByRole('combobox').fill('rolling');
      await expect(page.getByRole('option').first()).toBeVisible();
      await expectAccessible(page, 'dialog');
      await page.getByRole('combobox').fill('zzzzzzzz');
      await expect(page.getByRole('option')).toHaveCount(0);
      await expectAccessible(page, 'dialog');
    });

    test('on a question answered wrong, and then right', async ({ page }) => {
      await open(page, lang, LESSON);
      const key = await keyOf(page, lang);
      const question = await questionOf(page);
      await chooseAndCheck(question, lang, key.choices.find((choice) => !choice.correct)?.id ?? '');
      await expect(question.getByRole('status')).toHaveText(quizMessages[lang].wrong);
      await expectAccessible(page, `#q-${QUESTION.id}`);
      await chooseAndCheck(question, lang, key.choices.find((choice) => choice.correct)?.id ?? '');
      await expect(question.getByRole('status')).toHaveText(quizMessages[lang].rightAfter(2));
      await expectAccessible(page, `#q-${QUESTION.id}`);
    });
  });
}

test('axe would notice a button without a name and text that is too pale', async ({ page }) => {
  await open(page, 'en', '/');
  await page.evaluate(() => {
    document
      .querySelector('main')
      ?.insertAdjacentHTML('beforeend', '<button></button><p style="color: #bbb; background: #fff">pale</p>');
  });
  const found = (await violations(page)).join('\n');
  expect(found).toContain('button-name');
  expect(found).toContain('color-contrast');
});
