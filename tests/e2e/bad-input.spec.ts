import { expect, test } from '@playwright/test';
import { jsonFieldMessages } from '../../src/i18n/json-field-messages.ts';
import { type Lab, labOf, MAXIMUM, MINIMUM, NAMES, open, runLab, SCENARIO, triedIn } from './site.ts';

for (const lang of triedIn('ko')) {
  test.describe(`a link into the lab, in ${NAMES[lang]}`, () => {
    for (const [what, fragment, message] of [
      ['that was cut off', `v1;'${MINIMUM}':`, (lab) => lab.words.linkCorrupt],
      ['with percent signs that mean nothing', `v1;'${MINIMUM}':%E0%A4`, (lab) => lab.words.linkCorrupt],
      ['that holds a list instead of an answer', 'v1;!1,2~', (lab) => lab.words.linkCorrupt],
      ['that is no answer', '<script>alert(1)</script>', (lab) => lab.words.linkForeign],
      ['of a newer version', 'v7;zstd:AAAA', (lab) => lab.words.linkNewer(7)],
      [
        'that sets only what may not be set',
        "v1;'/services/0/desiredCount':1",
        (lab) => lab.words.linkPaths('/services/0/desiredCount'),
      ],
      [
        'that reaches for the prototype',
        "v1;'/__proto__/polluted':1",
        (lab) => lab.words.linkPaths('/__proto__/polluted'),
      ],
    ] as [string, string, (lab: Lab) => string][]) {
      test(`${what} is told once, and the scenario works as written`, async ({ page }) => {
        await open(page, lang, `${SCENARIO}#${fragment}`);
        const lab = labOf(page, lang);
        await expect(lab.notice).toContainText(message(lab));
        await expect(page.locator('.notice')).toHaveCount(1);
        await expect(lab.minimum).toHaveValue('67');
        await runLab(lab);
        await expect(lab.verdict).toContainText(lab.words.goalsMet(2, 3));
        await lab.notice.getByRole('button', { name: lab.words.dismiss }).click();
        await expect(page.locator('.notice')).toHaveCount(0);
      });
    }

    test('that also sets a forbidden path keeps the rest', async ({ page }) => {
      await open(page, lang, `${SCENARIO}#v1;'${MINIMUM}':66,'/services/0/desiredCount':1`);
      const lab = labOf(page, lang);
      await expect(lab.notice).toContainText(lab.words.linkPaths('/services/0/desiredCount'));
      await expect(lab.minimum).toHaveValue('66');
      await runLab(lab);
      await expect(lab.verdict).toContainText(lab.words.goalsMet(3, 3));
    });

    test('with a value that AWS refuses says so when it runs, and keeps the page', async ({ page }) => {
      await open(page, lang, `${SCENARIO}#v1;'${MINIMUM}':100`);
      const lab = labOf(page, lang);
      await lab.run.click();
      await expect(lab.controls).toContainText(lab.words.refused);
      await expect(lab.controls).toContainText('cannot be 100');
      await expect(lab.verdict).toHaveCount(0);
      await lab.minimum.fill('66');
      await runLab(lab);
      await expect(lab.verdict).toContainText(lab.words.goalsMet(3, 3));
    });

    test('that is opened on top of an answer is taken over without a reload', async ({ page }) => {
      await open(page, lang, SCENARIO);
      const lab = labOf(page, lang);
      await lab.minimum.fill('50');
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `v1;'${MINIMUM}':66`);
      await expect(lab.minimum).toHaveValue('66');
      await page.getByRole('button', { name: lab.words.undo }).click();
      await expect(lab.minimum).toHaveValue('50');
    });
  });

  test.describe(`JSON in the lab, in ${NAMES[lang]}`, () => {
    for (const [what, text, line, column] of [
      ['a slip', `{\n  "${MINIMUM}": 5x\n}`, 2, MINIMUM.length + 7],
      ['an end that is missing', `{ "${MINIMUM}": 66`, 1, MINIMUM.length + 9],
      ['a list', '[1]', 1, 1],
    ] as const) {
      test(`${what} is told with its line and column, and the last good answer stays`, async ({ page }) => {
        await open(page, lang, `${SCENARIO}#v1;'${MINIMUM}':66`);
        const lab = labOf(page, lang);
        await lab.jsonFold.click();
        await expect(lab.json).toHaveValue(JSON.stringify({ [MINIMUM]: 66 }, null, 2));
        await lab.json.fill(text);
        const faults = page.locator('#answer-json-faults');
        await expect(faults).toContainText(lab.words.place(line, column));
        await expect(faults).toContainText(jsonFieldMessages[lang].jsonKept);
        await expect(lab.json).toHaveAttribute('aria-invalid', 'true');
        await expect(lab.minimum).toHaveValue('66');
        await runLab(lab);
        await expect(lab.verdict).toContainText(lab.words.goalsMet(3, 3));
        await expect(lab.json).toHaveValue(text);
      });
    }

    test('that sets a forbidden path is refused by the run, which names the path and keeps the run before', async ({
      page,
    }) => {
      await open(page, lang, SCENARIO);
      const lab = labOf(page, lang);
      await runLab(lab);
      await lab.jsonFold.click();
      await lab.json.fill('{ "/services/0/desiredCount": 1 }');
      await lab.run.click();
      await expect(lab.controls).toContainText(lab.words.refused);
      await expect(lab.controls).toContainText('/services/0/desiredCount');
      await expect(lab.verdict).toContainText(lab.words.goalsMet(2, 3));
      await expect(lab.json).toHaveValue('{ "/services/0/desiredCount": 1 }');
    });

    test('with a value that AWS refuses is told at its line and under its control', async ({ page }) => {
      await open(page, lang, SCENARIO);
      const lab = labOf(page, lang);
      await lab.jsonFold.click();
      await lab.json.fill(`{\n  "${MAXIMUM}": 90\n}`);
      await lab.run.click();
      await expect(page.locator('#answer-json-faults')).toContainText(lab.words.place(2, 3));
      await expect(lab.controls.locator('.field .fault').first()).toContainText('90');
    });
  });
}
