// What an exam takes as an answer beside choices, and what it keeps beside the answer.
import { expect, type Locator, type Page, test } from '@playwright/test';
import { examMessages } from '../../src/i18n/exam-messages.ts';
import { kindMessages } from '../../src/i18n/kind-messages.ts';
import { notesMessages } from '../../src/i18n/notes-messages.ts';
import { searchMessages } from '../../src/i18n/search-messages.ts';
import type { Language } from '../../src/i18n/text.ts';
import { yourDataMessages } from '../../src/i18n/your-data-messages.ts';
import { expectAccessible } from './axe.ts';
import { MAXIMUM, MINIMUM, NAMES, open, SCENARIO, triedIn } from './site.ts';

/** Attempts that an exam left in the log. */
type Graded = { id: string; correct: boolean; response: unknown; tookMs?: number };

/** The scenario that these tests solve. */
const SOLVED = 'rolling-free-it';

/** Begins an exam of the questions of one kind; the bank of these tests has no others, and of scenarios one. */
async function begin(page: Page, lang: Language, kind: string, questions: number): Promise<void> {
  const words = examMessages[lang];
  type Line = { id: string; kind: string };
  const isAsked = (line: Line) => line.kind === kind && (kind !== 'scenario' || line.id === SOLVED);
  await page.route('**/data/bank.json', async (route) => {
    const bank = await (await route.fetch()).json();
    await route.fulfill({ json: { ...bank, questions: bank.questions.filter(isAsked) } });
  });
  await open(page, lang, '/exam/');
  await page.locator('input[name="exam"][value="containers"]').check();
  await page.getByLabel(words.howLong).fill(String(questions));
  await page.getByLabel(words.howLong).blur();
  await page.getByRole('button', { name: words.start }).click();
  await expect(page.getByRole('heading', { name: words.questionOf(1, questions), exact: true })).toBeVisible();
}

async function handIn(page: Page, lang: Language): Promise<void> {
  const words = examMessages[lang];
  await page.getByRole('button', { name: words.overview, exact: true }).click();
  await page.getByRole('button', { name: words.handIn, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.handIn }).click();
  await expect(page.getByRole('heading', { name: words.estimate })).toBeVisible();
}

async function graded(page: Page): Promise<Graded[]> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('drydock');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('attempts').objectStore('attempts').getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(
              all.result.filter((each: { kind: string; sitting?: string }) => each.kind === 'question' && each.sitting),
            );
          };
        };
      }),
  );
}

const slider = (page: Page, path: string) => page.locator(`input[type="range"][id="c${path.replaceAll('/', '-')}"]`);
const kept = (page: Page, lang: Language) => expect(page.getByText(examMessages[lang].kept)).toBeVisible();

for (const lang of triedIn('ko')) {
  const words = examMessages[lang];
  test.describe(`a scenario in an exam, in ${NAMES[lang]}`, () => {
    test('is answered with its controls, goes on after a reload, and counts when it is handed in', async ({ page }) => {
      await begin(page, lang, 'scenario', 1);
      await expect(page.getByText(kindMessages[lang].setSomething)).toBeVisible();
      await slider(page, MINIMUM).fill('50');
      await slider(page, MAXIMUM).fill('100');
      await kept(page, lang);
      await expect(page.getByText(words.answeredOf(1, 1))).toBeVisible();
      await page.reload();
      await expect(slider(page, MINIMUM)).toHaveValue('50');
      await expect(slider(page, MAXIMUM)).toHaveValue('100');
      // Nothing tells whether it is right.
      await expect(page.locator('.mark-ok, .mark-bad, .exam-asked a[href*="/lab/"]')).toHaveCount(0);
      await handIn(page, lang);
      await expect(page.getByText(words.rightOf(1, 1))).toBeVisible();
      await expect
        .poll(async () => await graded(page))
        .toMatchObject([{ correct: true, response: { [MINIMUM]: 50, [MAXIMUM]: 100 } }]);
    });

    test('is shown after the end with what was set, its goals, the lab and the lesson', async ({ page }) => {
      await begin(page, lang, 'scenario', 1);
      await slider(page, MINIMUM).fill('0');
      await kept(page, lang);
      await handIn(page, lang);
      await expect(page.getByText(words.rightOf(0, 1))).toBeVisible();
      await page.locator('.exam-review summary').click();
      const review = page.locator('.exam-review');
      await expect(review.locator('.scenario-set')).toContainText(kindMessages[lang].insteadOf('90'));
      await expect(review.locator('.scenario-set')).toContainText(kindMessages[lang].oneSolution('50'));
      await expect(review.locator('.mark-bad').first()).toBeVisible();
      await expect(review.locator('.scenario-panel a[href*="/lab/"]')).toHaveAttribute('href', /#v1;/);
      await expect(review.locator('a[href*="/lessons/"]').first()).toBeVisible();
      await expect.poll(async () => await graded(page)).toMatchObject([{ correct: false }]);
    });
  });
}

test('an exam with a scenario that was handed in while the simulator cannot be had is marked when it can', async ({
  page,
}) => {
  const words = examMessages.en;
  await begin(page, 'en', 'scenario', 1);
  await slider(page, MINIMUM).fill('50');
  await slider(page, MAXIMUM).fill('100');
  await kept(page, 'en');
  await page.route('**/_astro/worker*', (route) => route.abort());
  await page.getByRole('button', { name: words.overview, exact: true }).click();
  await page.getByRole('button', { name: words.handIn, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.handIn }).click();
  await expect(page.getByRole('alert')).toContainText(words.notMarked);
  expect(await graded(page)).toEqual([]);
  await page.unroute('**/_astro/worker*');
  await page.getByRole('button', { name: words.tryAgain }).click();
  await expect(page.getByText(words.rightOf(1, 1))).toBeVisible();
});

test('a question that is taken out of Drydock while an exam asks it is said, and the exam goes on', async ({
  page,
}) => {
  const words = examMessages.en;
  await begin(page, 'en', 'single', 2);
  await page.unroute('**/data/bank.json');
  const sets = await page.evaluate(async () => (await (await fetch('/data/bank.json')).json()).questions);
  await page.locator('.exam-asked label.opt').first().click();
  await kept(page, 'en');
  await page.route('**/data/bank.json', async (route) => {
    const left = sets.filter(({ kind }: { kind: string }) => kind !== 'single');
    await route.fulfill({ json: { format: 1, questions: left } });
  });
  await page.reload();
  await expect(page.getByText(words.removed)).toBeVisible();
  await page.getByRole('button', { name: words.next, exact: true }).click();
  await handIn(page, 'en');
  await expect(page.getByText(words.notCounted(2))).toBeVisible();
});

test('a note on a question of a past exam and one on a scenario of the lab are found by the search of notes', async ({
  page,
}) => {
  const words = notesMessages.en;
  const note = async (button: Locator, text: string) => {
    await expect(button).toBeEnabled();
    await button.press('Enter');
    const dialog = page.getByRole('dialog', { name: words.title });
    await dialog.getByLabel(words.note).fill(text);
    await dialog.getByRole('button', { name: words.keep, exact: true }).click();
    await expect(button).toHaveAttribute('data-kept', 'note');
  };
  await begin(page, 'en', 'single', 1);
  await handIn(page, 'en');
  await page.locator('.exam-review summary').click();
  await note(page.locator('.exam-review [data-notes]'), 'okapi of the exam');
  await open(page, 'en', SCENARIO);
  await note(page.locator('.lab-head [data-notes]'), 'okapi of the lab');
  await open(page, 'en', '/you/');
  const list = page.locator('#notes');
  await list.getByLabel(yourDataMessages.en.notesFind).fill('okapi');
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.locator(`a[href="${SCENARIO}"]`)).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.locator('input[role="combobox"]').fill('okapi');
  await expect(page.getByRole('group', { name: searchMessages.en.kept }).getByRole('option')).toHaveCount(2);
});

test('choices are struck out by pointer and by key, remembered over a reload, and no part of the answer', async ({
  page,
}) => {
  const words = examMessages.en;
  await begin(page, 'en', 'single', 1);
  const strike = (place: string) => page.getByRole('button', { name: words.strike(place), exact: true });
  await strike('A').click();
  await expect(strike('A')).toHaveAttribute('aria-pressed', 'true');
  await page.locator('.exam-asked .opts input').nth(1).focus();
  await page.keyboard.press('x');
  await expect(strike('B')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('x');
  await expect(strike('B')).toHaveAttribute('aria-pressed', 'false');
  await page.reload();
  await expect(strike('A')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText(words.answeredOf(0, 1))).toBeVisible();
  await handIn(page, 'en');
  await expect.poll(async () => await graded(page)).toMatchObject([{ correct: false, response: null }]);
});

test('the log says how long each question was open until it was answered, over a reload too', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-21T09:00:00Z') });
  await begin(page, 'en', 'single', 2);
  await page.clock.runFor(20_000);
  await page.reload();
  await expect(page.locator('.exam-asked form')).toBeVisible();
  await page.clock.runFor(5000);
  await page.locator('.exam-asked label.opt').first().click();
  await kept(page, 'en');
  await page.getByRole('button', { name: examMessages.en.next, exact: true }).click();
  await page.clock.runFor(3000);
  await page.locator('.exam-asked label.opt').first().click();
  await kept(page, 'en');
  await handIn(page, 'en');
  await expect.poll(async () => (await graded(page)).length).toBe(2);
  const times = (await graded(page)).map(({ tookMs = 0 }) => tookMs).sort((a, b) => b - a);
  expect(times[0]).toBeGreaterThanOrEqual(24_000);
  expect(times[0]).toBeLessThan(40_000);
  expect(times[1]).toBeGreaterThanOrEqual(2900);
  expect(times[1]).toBeLessThan(20_000);
});

test.describe('axe', () => {
  test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } });

  test('finds nothing in a scenario of an exam and its review, nor in choices that can be struck out', async ({
    page,
  }) => {
    await begin(page, 'en', 'scenario', 1);
    await slider(page, MINIMUM).fill('0');
    await expectAccessible(page);
    await handIn(page, 'en');
    await page.locator('.exam-review summary').click();
    await expect(page.locator('.exam-review .scenario-set')).toBeVisible();
    await expectAccessible(page);
    await page.unroute('**/data/bank.json');
    await begin(page, 'en', 'single', 1);
    await page.getByRole('button', { name: examMessages.en.strike('A'), exact: true }).click();
    await expectAccessible(page);
  });
});

test('on a small phone a scenario of an exam and choices with their buttons fit', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const expectFits = async () =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await begin(page, 'ko', 'scenario', 1);
  await expect(slider(page, MINIMUM)).toBeVisible();
  await expectFits();
  await slider(page, MINIMUM).fill('0');
  await handIn(page, 'ko');
  await page.locator('.exam-review summary').click();
  await expect(page.locator('.exam-review .scenario-set')).toBeVisible();
  await expectFits();
  await page.unroute('**/data/bank.json');
  await begin(page, 'ko', 'multiple', 1);
  await expectFits();
});
