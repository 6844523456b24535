import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { examMessages } from '../../src/i18n/exam-messages.ts';
import { pathIn } from '../../src/i18n/paths.ts';
import { LANGUAGES, type Language } from '../../src/i18n/text.ts';
import { expectAccessible } from './axe.ts';
import { NAMES, open, triedIn } from './site.ts';

const EXAM = '/exam/';

/** Begins an exam of that many questions, always the same ones. */
async function begin(page: Page, lang: Language, questions: number): Promise<void> {
  const words = examMessages[lang];
  await open(page, lang, EXAM);
  await page.getByLabel(words.howLong).fill(String(questions));
  await page.getByLabel(words.howLong).blur();
  await page.getByText(words.sameExam).click();
  await page.getByLabel(words.seed).fill('7');
  await page.getByRole('button', { name: words.start }).click();
  await expectQuestion(page, lang, 1, questions);
}

const heading = (page: Page, lang: Language, number: number, of: number) =>
  page.getByRole('heading', { name: examMessages[lang].questionOf(number, of), exact: true });
async function expectQuestion(page: Page, lang: Language, number: number, of: number): Promise<void> {
  await expect(heading(page, lang, number, of)).toBeVisible();
  await expect(page.locator('.exam-asked form')).toBeVisible();
}
const choices = (page: Page) => page.locator('.exam-asked .opts input');
/** Chooses and waits until the log has it. */
async function choose(page: Page, lang: Language, index: number): Promise<void> {
  await page.locator('.exam-asked label.opt').nth(index).click();
  await expect(page.getByText(examMessages[lang].kept)).toBeVisible();
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function handIn(page: Page, lang: Language): Promise<void> {
  const words = examMessages[lang];
  await press(page, words.overview);
  await press(page, words.handIn);
  await page.getByRole('dialog').getByRole('button', { name: words.handIn }).click();
  await expectResults(page, lang);
}
async function expectResults(page: Page, lang: Language): Promise<void> {
  await expect(page.getByRole('heading', { name: examMessages[lang].estimate })).toBeVisible();
}

/** Attempts in the log that exams left. */
async function graded(page: Page): Promise<{ id: string; correct: boolean; sitting: string }[]> {
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

/** The second question is answered, the first one flagged and left; then the exam is interrupted. */
async function interrupted(page: Page, lang: Language): Promise<void> {
  const words = examMessages[lang];
  await begin(page, lang, 4);
  await press(page, words.flag);
  await press(page, words.skip);
  await expectQuestion(page, lang, 2, 4);
  await choose(page, lang, 1);
}

async function expectGoesOn(page: Page, lang: Language): Promise<void> {
  const words = examMessages[lang];
  await expectQuestion(page, lang, 2, 4);
  await expect(choices(page).nth(1)).toBeChecked();
  await expect(page.getByText(words.answeredOf(1, 4))).toBeVisible();
  await expect(
    page.getByRole('button', { name: new RegExp(`^${words.questionOf(1, 4)}.*${words.flaggedWord}`) }),
  ).toBeVisible();
  await expect(page.getByRole('timer')).toContainText(/[67]:\d\d/);
}

for (const lang of triedIn('en')) {
  const words = examMessages[lang];
  test.describe(`an exam, in ${NAMES[lang]}`, () => {
    test('goes on after a reload with its answers, flags, clock and place', async ({ page }) => {
      await interrupted(page, lang);
      await page.reload();
      await expectGoesOn(page, lang);
    });

    test('goes on after the page was closed, from the list of exams', async ({ page, context }) => {
      await interrupted(page, lang);
      await page.close();
      const again = await context.newPage();
      await open(again, lang, EXAM);
      await expect(again.getByRole('button', { name: words.start })).toBeDisabled();
      await again.getByRole('link', { name: words.goOn }).click();
      await expectGoesOn(again, lang);
    });

    test('tells nothing before the end, and then score, domains, every question and its reasons', async ({ page }) => {
      await begin(page, lang, 4);
      for (let number = 1; number <= 3; number++) {
        await choose(page, lang, 0);
        await expect(page.locator('.why, .opt.right, .opt.wrong')).toHaveCount(0);
        await press(page, words.next);
      }
      await expectQuestion(page, lang, 4, 4);
      await handIn(page, lang);
      await expect(page.getByText(words.estimateWhy)).toBeVisible();
      await expect(page.locator('.exam-domains tbody tr')).toHaveCount(4);
      await expect(page.locator('.exam-review > li')).toHaveCount(4);
      await page.locator('.exam-review summary').first().click();
      await expect(page.locator('.exam-review .why').first()).toBeVisible();
      await expect(page.locator('.exam-review a[href*="/lessons/"]').first()).toBeVisible();
      await expect.poll(async () => (await graded(page)).length).toBe(4);
      await page.reload();
      await expectResults(page, lang);
      expect(await graded(page)).toHaveLength(4);
      await open(page, lang, EXAM);
      await expect(page.locator('.exam-past li')).toHaveCount(1);
    });
  });
}

test('an exam is sat, flagged, looked over, handed in and read by keyboard alone', async ({ page }) => {
  const words = examMessages.en;
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 60; presses++) {
      const at = await page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim(),
      );
      if (at === name) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to ${name}`);
  };
  await open(page, 'en', EXAM);
  await page.getByLabel(words.howLong).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('2');
  await tabTo(words.start);
  await page.keyboard.press('Enter');
  await expectQuestion(page, 'en', 1, 2);
  await choices(page).first().focus();
  await page.keyboard.press('Space');
  await expect(page.getByText(words.kept)).toBeVisible();
  await tabTo(words.flag);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: words.flag, pressed: true })).toBeFocused();
  await tabTo(words.next);
  await page.keyboard.press('Enter');
  await expect(heading(page, 'en', 2, 2)).toBeFocused();
  await tabTo(words.overview);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: words.beforeHandIn })).toBeFocused();
  await expect(page.getByText(words.openLeft(1))).toBeVisible();
  await tabTo(words.toFirstFlagged);
  await page.keyboard.press('Enter');
  await expect(heading(page, 'en', 1, 2)).toBeFocused();
  await tabTo(words.overview);
  await page.keyboard.press('Enter');
  await tabTo(words.handIn);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Enter');
  await expectResults(page, 'en');
  await expect(page.getByRole('heading', { name: words.results, exact: true })).toBeFocused();
});

test('the wrong ones are practised again, with feedback at once', async ({ page }) => {
  const words = examMessages.en;
  await begin(page, 'en', 3);
  await press(page, words.overview);
  await press(page, words.handIn);
  await page.getByRole('dialog').getByRole('button', { name: words.handIn }).click();
  await page.getByRole('link', { name: words.redo(3) }).click();
  await expect(page.getByRole('heading', { name: words.questionOf(1, 3), exact: true })).toBeVisible();
  for (let number = 1; number <= 3; number++) await press(page, words.skip);
  await expect(page.getByText(words.redoDone(0, 3))).toBeVisible();
});

test('the bell hands in by itself, with what was answered until then', async ({ page }) => {
  const words = examMessages.en;
  await page.clock.install({ time: new Date('2026-11-21T09:00:00Z') });
  await begin(page, 'en', 3);
  await choose(page, 'en', 0);
  await page.clock.fastForward('05:55');
  await expect(page.getByRole('timer')).toContainText('0:0');
  await page.clock.fastForward('00:10');
  await expectResults(page, 'en');
  await expect(page.getByText(words.bellRang)).toBeVisible();
  await expect.poll(async () => (await graded(page)).length).toBe(3);
});

test('a bell that rang while the page was closed is told at the next visit', async ({ page, context }) => {
  await page.clock.install({ time: new Date('2026-11-21T09:00:00Z') });
  await begin(page, 'en', 3);
  await choose(page, 'en', 0);
  await page.close();
  const again = await context.newPage();
  await again.clock.install({ time: new Date('2026-11-21T12:00:00Z') });
  await again.goto(EXAM);
  await expect(again.getByText(examMessages.en.bellRang)).toBeVisible();
  await expectResults(again, 'en');
  await expect.poll(async () => (await graded(again)).length).toBe(3);
});

test('a clock that is set back wins no time and loses no answer', async ({ page, context }) => {
  await page.clock.install({ time: new Date('2026-11-21T09:00:00Z') });
  await begin(page, 'en', 3);
  await page.clock.fastForward('04:00');
  await choose(page, 'en', 0);
  await page.close();
  const again = await context.newPage();
  await again.clock.install({ time: new Date('2026-11-21T08:00:00Z') });
  await again.goto(`${EXAM}#sitting`);
  await expect(again.getByRole('timer')).toContainText(/1:\d\d/);
  await choose(again, 'en', 1);
  await again.reload();
  await expect(choices(again).nth(1)).toBeChecked();
});

test('two tabs show one exam: both say so, an answer of one is in the other, and both end together', async ({
  page,
  context,
}) => {
  const words = examMessages.en;
  await begin(page, 'en', 3);
  const other = await context.newPage();
  await other.goto(`${EXAM}#sitting`);
  await expectQuestion(other, 'en', 1, 3);
  await expect(other.getByText(words.elsewhere)).toBeVisible();
  await expect(page.getByText(words.elsewhere)).toBeVisible();
  await choose(page, 'en', 2);
  await expect(choices(other).nth(2)).toBeChecked();
  await choose(other, 'en', 0);
  await expect(choices(page).nth(0)).toBeChecked();
  await handIn(other, 'en');
  await expectResults(page, 'en');
  await expect.poll(async () => (await graded(page)).length).toBe(3);
  // Both tabs once more from the log: neither has written the answers a second time.
  for (const tab of [page, other]) {
    await tab.reload();
    await expectResults(tab, 'en');
  }
  expect(await graded(page)).toHaveLength(3);
});

test('storage that is refused is said, and the exam goes on to its results in the tab', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('Access is denied.', 'SecurityError');
    };
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { get: refuse });
  });
  await begin(page, 'en', 2);
  await expect(page.getByText(examMessages.en.inTab)).toBeVisible();
  await choose(page, 'en', 0);
  await handIn(page, 'en');
  await expect(page.locator('.exam-review > li')).toHaveCount(2);
});

test('storage that is full is said, and no answer of the tab is lost', async ({ page }) => {
  await begin(page, 'en', 2);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The quota is used up.', 'QuotaExceededError');
    };
  });
  await choose(page, 'en', 1);
  await expect(page.getByText(examMessages.en.inTab)).toBeVisible();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expectQuestion(page, 'en', 1, 2);
  await expect(choices(page).nth(1)).toBeChecked();
});

test('a question that was reworded or removed since is shown as such and does not count', async ({ page }) => {
  const words = examMessages.en;
  await begin(page, 'en', 3);
  await handIn(page, 'en');
  await expect.poll(async () => (await graded(page)).length).toBe(3);
  const ids = (await graded(page)).map(({ id }) => id);
  await page.route('**/data/bank.json', async (route) => {
    const bank = await (await route.fetch()).json();
    await route.fulfill({
      json: { ...bank, questions: bank.questions.filter(({ id }: { id: string }) => id !== ids[0]) },
    });
  });
  await page.route('**/data/en/questions/*.json', async (route) => {
    const set = await (await route.fetch()).json();
    const key = set.questions[ids[1] ?? ''];
    if (key) key.version = 'another';
    await route.fulfill({ json: set });
  });
  await page.reload();
  await expectResults(page, 'en');
  await expect(page.getByText(words.notCounted(2))).toBeVisible();
  await expect(page.locator('.exam-review').getByText(words.gone, { exact: true })).toBeVisible();
  await expect(page.locator('.exam-review').getByText(words.reworded, { exact: true })).toBeVisible();
});

test('the same number gives the same exam', async ({ page, browser }) => {
  await begin(page, 'en', 4);
  const stem = await page.locator('.exam-asked .stem').textContent();
  const other: BrowserContext = await browser.newContext();
  const there = await other.newPage();
  await begin(there, 'en', 4);
  await expect(there.locator('.exam-asked .stem')).toHaveText(stem ?? '');
  await other.close();
});

test('nothing is wider than a small phone, in no part of the room', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const expectFits = async () =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await open(page, 'ko', EXAM);
  await expectFits();
  await begin(page, 'ko', 3);
  await expectFits();
  await handIn(page, 'ko');
  await page.locator('.exam-review summary').first().click();
  await expectFits();
});

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' });

  test('an exam goes on without a network, after a reload too, to its results', async ({ page, context }) => {
    await page.goto(pathIn('en', EXAM));
    await expect(page.locator('drydock-offline')).toHaveAttribute('data-phase', 'saved', { timeout: 60_000 });
    await interrupted(page, 'en');
    await context.setOffline(true);
    await page.reload();
    await expectGoesOn(page, 'en');
    await press(page, examMessages.en.next);
    await choose(page, 'en', 1);
    await page.reload();
    await expectQuestion(page, 'en', 3, 4);
    await expect(choices(page).nth(1)).toBeChecked();
    await handIn(page, 'en');
    await expect.poll(async () => (await graded(page)).length).toBe(4);
  });
});

test.describe('axe', () => {
  test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } });

  for (const lang of LANGUAGES) {
    const words = examMessages[lang];
    test(`finds nothing while an exam is chosen, sat, looked over and read, in ${NAMES[lang]}`, async ({ page }) => {
      await page.addInitScript(() => localStorage.setItem('drydock-certainty', 'on'));
      await open(page, lang, EXAM);
      await expectAccessible(page);
      await begin(page, lang, 4);
      await choose(page, lang, 0);
      await press(page, words.flag);
      await expectAccessible(page);
      await press(page, words.overview);
      await expectAccessible(page);
      await press(page, words.handIn);
      await expectAccessible(page, 'dialog');
      await page.getByRole('dialog').getByRole('button', { name: words.handIn }).click();
      await expectResults(page, lang);
      await page.locator('.exam-review summary').first().click();
      await expect(page.locator('.exam-review .why').first()).toBeVisible();
      await expectAccessible(page);
    });
  }
});
