import { expect, type Page, test } from '@playwright/test';
import axe from 'axe-core';
import { quizMessages } from '../../src/i18n/quiz-messages.ts';
import { LANGUAGES } from '../../src/i18n/text.ts';
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
} from './site.ts';

// axe is put into the page, which the page's own policy would refuse.
test.use({ bypassCSP: true, serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } });

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules that a theme can change; the others are asked once. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds against WCAG 2.2 AA: the rule, where, and why. */
async function violations(
  page: Page,
  { within = 'html', only }: { within?: string; only?: string[] } = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([place, runOnly]) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const found = await axe.run(place, { runOnly, resultTypes: ['violations'], preload: false });
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id} at ${node.target.join(' ')}: ${node.failureSummary?.replaceAll(/\s+/g, ' ')}`),
      );
    },
    [within, only ? { type: 'rule' as const, values: only } : { type: 'tag' as const, values: RULES }] as const,
  );
}

/** No violation in either theme; the theme follows the system here. */
async function expectAccessible(page: Page, within?: string): Promise<void> {
  const place = within === undefined ? {} : { within };
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect.soft(await violations(page, place), 'in the light theme').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect.soft(await violations(page, { ...place, only: COLOURS }), 'in the dark theme').toEqual([]);
}

for (const lang of LANGUAGES) {
  test.describe(`axe finds nothing in either theme, in ${NAMES[lang]}`, () => {
    for (const [kind, path] of Object.entries(KINDS)) {
      test(`on the ${kind}`, async ({ page }) => {
        await open(page, lang, path);
        await expectAccessible(page);
      });
    }

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
