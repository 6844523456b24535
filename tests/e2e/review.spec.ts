import { expect, type Page, test } from '@playwright/test';
import axe from 'axe-core';
import { homeMessages } from '../../src/i18n/home-messages.ts';
import { quizMessages } from '../../src/i18n/quiz-messages.ts';
import { reviewMessages } from '../../src/i18n/review-messages.ts';
import { standingMessages } from '../../src/i18n/standing-messages.ts';
import type { Bank, BankLine } from '../../src/quiz-engine/exam/bank.ts';
import { isoDay } from '../../src/simulator/kernel/iso-day.ts';
import { NAMES, open, QUESTION, triedIn } from './site.ts';

test.use({ bypassCSP: true, timezoneId: 'Asia/Seoul' });

const DAY = 86_400_000;
/** Monday, 23 November 2026, ten in the morning in Seoul. */
const MONDAY = Date.UTC(2026, 10, 23, 1);

for (const lang of triedIn('en')) {
  test.describe(`reviews, in ${NAMES[lang]}`, () => {
    const words = reviewMessages[lang];
    const quiz = quizMessages[lang];
    const standing = standingMessages[lang];

    test.beforeEach(async ({ page }) => {
      await page.clock.install({ time: MONDAY });
    });

    test('someone new is told how it works, and can begin with a new question', async ({ page }) => {
      await open(page, lang, '/review/');
      await expect(page.getByRole('heading', { name: words.emptyTitle })).toBeVisible();
      await page.getByRole('button', { name: words.newOne }).click();
      await expect(page.locator('.ask .stem')).toBeVisible();
      await expect(page.getByRole('group', { name: quiz.howSure })).toBeVisible();
    });

    test('what was answered wrong is due the next day, is told when it is back, and is done then', async ({ page }) => {
      await begin(page);
      await put(page, [answered(QUESTION.id, MONDAY, false)]);
      await open(page, lang, '/review/');
      await expect(page.getByRole('heading', { name: words.doneNothing })).toBeVisible();

      await page.clock.setFixedTime(MONDAY + DAY);
      await open(page, lang, '/review/');
      await expect(page.locator('.review-head')).toContainText(words.place(1, 1));
      await answer(page, lang, await keysOf(page, lang));
      await expect(page.locator('.ask-after')).toContainText(/2026|Nov|월/);
      const finish = page.getByRole('button', { name: words.finish });
      await expect(finish).toBeFocused();
      await finish.click();
      await expect(page.getByRole('heading', { name: words.doneTitle })).toBeFocused();
      await expect(page.locator('.review-done')).toContainText(words.doneAll(1));

      await page.reload();
      await expect(page.getByRole('heading', { name: words.doneTitle })).toBeVisible();
    });

    test('a wrong answer comes once more in the round, also after a reload', async ({ page }) => {
      await begin(page);
      await put(page, [answered(QUESTION.id, MONDAY - 3 * DAY, true)]);
      await page.clock.setFixedTime(MONDAY + 30 * DAY);
      await open(page, lang, '/review/');
      await answer(page, lang, await keysOf(page, lang), false);
      await expect(page.locator('.ask-after')).toContainText(words.onceMoreTomorrow);
      await page.reload();
      await expect(page.locator('.ask header')).toContainText(words.again);
      await answer(page, lang, await keysOf(page, lang));
      await page.getByRole('button', { name: words.finish }).click();
      await expect(page.getByRole('heading', { name: words.doneTitle })).toBeVisible();
    });

    test('a backlog is spread over days, and an exam day ends every interval before it', async ({ page }) => {
      await begin(page);
      const bank = (await bankOf(page)).filter(({ exams }) => exams.includes('SAA')).slice(0, 26);
      await put(
        page,
        bank.map(({ id }) => answered(id, MONDAY - 40 * DAY, true, 'sure')),
      );
      await open(page, lang, '/review/');
      await expect(page.locator('.review-head')).toContainText(words.place(1, 20));
      await expect(page.locator('.review')).toContainText(words.waiting(6));

      await open(page, lang, '/you/');
      await page.getByLabel(standing.whichDay).fill(isoDay(Math.floor(MONDAY / DAY) + 2));
      await page.getByRole('button', { name: standing.setDay }).click();
      await expect(page.locator('.exam-part')).toContainText(standing.dayKept);
      await expect(page.locator('.days-left')).toContainText(standing.daysLeft(2));
      await expect(page.locator('.day-plan tbody tr')).toHaveCount(2);

      await open(page, lang, '/review/');
      await answer(page, lang, await keysOf(page, lang));
      await expect(page.locator('.ask-after')).toContainText(words.backTomorrow);
      await expect(page.locator('.ask-after')).toContainText(words.beforeExam('SAA'));

      await page.evaluate(() => localStorage.setItem('drydock-returning', '1'));
      await open(page, lang, '/');
      await expect(page.locator('[data-review]')).toBeVisible();
      await expect(page.locator('[data-standing]')).toContainText(
        homeMessages[lang].todayExamDays.replace('{exam}', 'SAA').replace('{days}', '2'),
      );
    });

    test('the keyboard alone is enough: choose, say how sure, check, go on', async ({ page }) => {
      await begin(page);
      const [one, two] = (await bankOf(page)).filter(({ kind }) => kind === 'single');
      await put(page, [
        answered(one?.id ?? '', MONDAY - 20 * DAY, false),
        answered(two?.id ?? '', MONDAY - 10 * DAY, false),
      ]);
      await open(page, lang, '/review/');
      const card = page.locator('.ask');
      const first = await card.getAttribute('id');
      await card.locator('.opts input').first().focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
      await expect(card.getByRole('group', { name: quiz.howSure }).locator('input').first()).toBeFocused();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await expect(card.locator('.ask-after .btn')).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(card).not.toHaveAttribute('id', first ?? '');
      await expect(card).toBeFocused();
      // The bookmark of the card may come first.
      await expect(async () => {
        await page.keyboard.press('Tab');
        await expect(card.locator('.opts input').first()).toBeFocused({ timeout: 500 });
      }).toPass({ intervals: [0], timeout: 3000 });
    });

    test('a question that is gone is said and not asked; a set that cannot be fetched can be passed over', async ({
      page,
    }) => {
      await begin(page);
      await put(page, [
        answered('a-question-of-long-ago', MONDAY - 20 * DAY, false),
        answered(QUESTION.id, MONDAY - 20 * DAY, false),
      ]);
      await page.route('**/data/*/questions/*.json', (route) => route.abort());
      await open(page, lang, '/review/');
      await expect(page.locator('.review')).toContainText(words.gone(1));
      await expect(page.getByRole('alert')).toContainText(words.notLoaded);
      await page.getByRole('button', { name: words.skip }).click();
      await expect(page.getByRole('heading', { name: words.doneNothing })).toBeVisible();
    });

    test('scenarios that are due lead into the lab', async ({ page }) => {
      await begin(page);
      const id = 'placement/survive-a-zone';
      const run = { kind: 'scenario', id, set: {}, met: false, goals: [], atMs: MONDAY - 9 * DAY };
      await put(page, [run]);
      await open(page, lang, '/review/');
      const due = page.getByRole('region', { name: words.labTitle });
      await expect(due).toContainText(words.labAgo(9));
      await due.getByRole('link').click();
      await expect(page).toHaveURL(new RegExp(`/lab/${id}/$`));
    });

    test('where one stands leads with what is due, then with what one was sure of and wrong', async ({ page }) => {
      await begin(page);
      const bank = (await bankOf(page)).slice(0, 14);
      await put(
        page,
        bank.map(({ id }, i) => answered(id, MONDAY - 9 * DAY, i % 2 === 0, 'sure')),
      );
      await open(page, lang, '/you/');
      await expect(page.getByRole('link', { name: standing.nowReview(14) })).toBeVisible();
      await expect(page.locator('.sure-part li')).toHaveCount(5);
      await expect(page.locator('.calibration-part')).toContainText(standing.surer(0.45));
      await expect(page.locator('.objectives-part tbody tr').first()).toContainText(standing.sureWrong);
      expect(await violations(page, '.standing')).toEqual([]);
    });

    test('axe finds nothing, asked and answered, in either theme', async ({ page }) => {
      await begin(page);
      await put(page, [answered(QUESTION.id, MONDAY - 9 * DAY, false)]);
      await open(page, lang, '/review/');
      await expect(page.locator('.ask .stem')).toBeVisible();
      expect.soft(await violations(page, 'main')).toEqual([]);
      await answer(page, lang, await keysOf(page, lang), false);
      await expect(page.locator('.ask-after')).toBeVisible();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect.soft(await violations(page, 'main'), colorScheme).toEqual([]);
      }
    });

    test('nothing is wider than a phone', async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await begin(page);
      const bank = (await bankOf(page)).slice(0, 30);
      const exam = { kind: 'mark', id: 'exam-date:SAA', atMs: MONDAY, day: isoDay(Math.floor(MONDAY / DAY) + 12) };
      await put(page, [...bank.map(({ id }, i) => answered(id, MONDAY - 9 * DAY, i % 2 === 0, 'sure')), exam]);
      for (const path of ['/review/', '/you/']) {
        await open(page, lang, path);
        await expect(page.locator('.ask .stem, .objectives-part').first()).toBeVisible();
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(360);
      }
    });
  });
}

test('a page left open over night asks for the new day when it is looked at again', async ({ page }) => {
  await page.clock.install({ time: MONDAY });
  await begin(page);
  await put(page, [answered(QUESTION.id, MONDAY, false)]);
  await open(page, 'en', '/review/');
  await expect(page.getByRole('heading', { name: reviewMessages.en.doneNothing })).toBeVisible();
  await page.clock.setFixedTime(MONDAY + DAY);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(page.locator('.ask .stem')).toBeVisible();
});

/** Makes the learner's database, which the first reading of the log does. */
async function begin(page: Page): Promise<void> {
  await page.goto('/you/');
  await expect(page.locator('.kept')).not.toBeEmpty();
  await expect(page.locator('.exam-part')).toBeVisible();
}

async function bankOf(page: Page): Promise<BankLine[]> {
  return ((await (await page.request.get('/data/bank.json')).json()) as Bank).questions;
}

type Keys = Record<string, { grading?: { kind: string; choices?: { id: string; correct?: boolean }[] } }>;

/** Keys of every question, so that these tests hold no content of their own. */
async function keysOf(page: Page, lang: string): Promise<Keys> {
  const sets = [...new Set((await bankOf(page)).map(({ set }) => set))];
  const all = sets.map(async (set) => {
    const file = await page.request.get(`/data/${lang}/questions/${set}.json`);
    return Object.entries(((await file.json()) as { questions: Keys }).questions);
  });
  return Object.fromEntries((await Promise.all(all)).flat());
}

/** Answers the choice question that is asked, rightly unless said otherwise. */
async function answer(page: Page, lang: 'en' | 'ko', keys: Keys, right = true): Promise<void> {
  const card = page.locator('.ask');
  await expect(card.locator('.stem')).toBeVisible();
  const id = (await card.getAttribute('id'))?.slice('q-'.length) ?? '';
  const choices = keys[id]?.grading?.choices ?? [];
  const wanted = choices.filter(({ correct }) => Boolean(correct) === right);
  const kind = keys[id]?.grading?.kind;
  for (const choice of right && kind === 'multiple' ? wanted : wanted.slice(0, 1))
    await card.locator(`input[value="${choice.id}"]`).check({ force: true });
  await card.getByRole('button', { name: quizMessages[lang].check }).click();
  await expect(card.locator('.ask-after')).toBeVisible();
}

function answered(id: string, atMs: number, correct: boolean, certainty?: string): object {
  const response = ['a'];
  return { kind: 'question', id, version: 'v', response, correct, atMs, ...(certainty ? { certainty } : {}) };
}

/** Appends to the log as an earlier day left it. */
async function put(page: Page, records: object[]): Promise<void> {
  await page.evaluate(
    (all) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('drydock');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const write = opening.result.transaction('attempts', 'readwrite');
          for (const [i, record] of all.entries())
            write.objectStore('attempts').put({ ...record, format: 2, key: `put-${i}` });
          write.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          write.onerror = () => reject(write.error);
        };
      }),
    records,
  );
}

async function violations(page: Page, place: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (within) => {
    const { axe: loaded } = window as unknown as { axe: typeof import('axe-core') };
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const found = await loaded.run(within, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
    return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${node.target.join(' ')}`));
  }, place);
}
