import { expect, type Locator, type Page, test } from '@playwright/test';
import axe from 'axe-core';
import { pathIn } from '../../src/i18n/paths.ts';
import { practiceMessages } from '../../src/i18n/practice-messages.ts';
import { quizMessages } from '../../src/i18n/quiz-messages.ts';
import type { Language } from '../../src/i18n/text.ts';
import { expectAlive, NAMES, open, setOf, triedIn } from './site.ts';

test.use({ bypassCSP: true });

const DRAWN = 'launch-how-many-fit';

for (const lang of triedIn('en')) {
  test.describe(`practice, in ${NAMES[lang]}`, () => {
    const words = practiceMessages[lang];
    const quiz = quizMessages[lang];

    test('a topic is chosen and practised with the keyboard alone', async ({ page }) => {
      await open(page, lang, '/lessons/');
      await page.getByRole('link', { name: words.fromLessons }).press('Enter');
      await expect(page).toHaveURL(/practice/);
      await expectAlive(page);
      const topics = page.getByRole('region', { name: words.byLesson });
      await topics.getByRole('link').first().press('Enter');
      await expect(page).toHaveURL(/#lesson=/);
      const question = page.locator('.card.q');
      await expect(question.locator('.stem')).toBeVisible();
      await expect(page.getByRole('heading', { level: 2 })).toBeFocused();
      const before = await question.getAttribute('id');
      await page.getByRole('button', { name: words.skip }).press('Enter');
      await expect(question).not.toHaveAttribute('id', before ?? '');
      await expect(page.locator('.practice-head')).toContainText(/^.*2\s*(of|\/)\s*\d+/);
    });

    test('a drawn question comes with numbers that it did not have', async ({ page }) => {
      await open(page, lang, `/practice/#ids=${DRAWN}`);
      const stems = new Set<string>();
      for (let n = 0; n < 8; n++) {
        const stem = page.locator('.practice .stem');
        await expect(stem).toBeVisible();
        const text = (await stem.textContent()) ?? '';
        expect(stems.has(text)).toBe(false);
        stems.add(text);
        await page.getByRole('button', { name: words.skip }).click();
        await expect(stem).not.toHaveText(text);
      }
    });

    test('a right answer is told, kept, and leads on; a wrong one can be done again', async ({ page }) => {
      await open(page, lang, '/practice/#lesson=ecs-launch-types');
      await untilChoices(page, words.skip);
      await answer(page, lang, true);
      await expect(page.getByRole('button', { name: words.next })).toBeFocused();
      await expect(page.locator('.practice-foot')).toContainText(words.rightOf(1, 1));
      await page.getByRole('button', { name: words.next }).press('Enter');
      await untilChoices(page, words.skip);
      await answer(page, lang, false);
      await expect(page.locator('.practice .quiz-said')).toContainText(quiz.wrong);
      const id = (await page.locator('.card.q').getAttribute('id'))?.slice(2) ?? '';
      await page.getByRole('link', { name: words.wrongOnes(1) }).click();
      await expect(page).toHaveURL(new RegExp(`#ids=${id}$`));
      await expect(page.locator(`#q-${id} .stem`)).toBeVisible();
      await page.goto(pathIn(lang, '/practice/'));
      await expect(page.getByRole('link', { name: words.wrongOnes(1) })).toBeVisible();
    });

    test('a link to nothing, and questions that cannot be fetched, are told', async ({ page }) => {
      await open(page, lang, '/practice/#lesson=no-such-lesson');
      await expect(page.getByText(words.nothing)).toBeVisible();
      await page.getByRole('link', { name: words.choose }).click();
      await expect(page.getByRole('heading', { name: words.byLesson })).toBeVisible();
      await page.route('**/data/**', (route) => route.abort());
      await page.goto('about:blank');
      await open(page, lang, '/practice/#all');
      await expect(page.getByRole('alert')).toContainText(words.failed);
      await page.unroute('**/data/**');
      await page.getByRole('button', { name: words.tryAgain }).click();
      await expect(page.locator('.practice .stem')).toBeVisible();
    });

    for (const scheme of ['light', 'dark'] as const) {
      test(`has no fault of accessibility and fits a phone, ${scheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width: 360, height: 740 });
        for (const hash of ['', '#all']) {
          await page.goto('about:blank');
          await open(page, lang, `/practice/${hash}`);
          await expect(page.locator(hash === '' ? '.topics' : '.practice .stem')).toBeVisible();
          await page.addScriptTag({ content: axe.source });
          const found = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
          expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
        }
      });
    }
  });
}

/** Goes on until a question with one right choice is asked. */
async function untilChoices(page: Page, skip: string): Promise<void> {
  const question = page.locator('.card.q');
  for (let n = 0; n < 20; n++) {
    await expect(question.locator('.stem')).toBeVisible();
    if ((await question.locator('label.opt input[type="radio"]').count()) > 0) return;
    const before = await question.getAttribute('id');
    await page.getByRole('button', { name: skip }).click();
    await expect(question).not.toHaveAttribute('id', before ?? '');
  }
}

async function answer(page: Page, lang: Language, right: boolean): Promise<void> {
  const question: Locator = page.locator('.card.q');
  const id = (await question.getAttribute('id'))?.slice(2) ?? '';
  const { questions } = await setOf(page, lang, 'ecs-launch-types');
  const grading = questions[id]?.grading;
  const choices = grading && 'choices' in grading ? grading.choices : [];
  const chosen = choices.find((choice) => (choice.correct === true) === right);
  await question.locator(`input[value="${chosen?.id}"]`).check();
  await question.getByRole('button', { name: quizMessages[lang].check }).click();
}
