import { readFile, writeFile } from 'node:fs/promises';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import axe from 'axe-core';
import { notesMessages } from '../../src/i18n/notes-messages.ts';
import { quizMessages } from '../../src/i18n/quiz-messages.ts';
import { searchMessages } from '../../src/i18n/search-messages.ts';
import type { Language } from '../../src/i18n/text.ts';
import { yourDataMessages } from '../../src/i18n/your-data-messages.ts';
import { chooseAndCheck, keyOf, LESSON, NAMES, open, QUESTION, questionOf, triedIn } from './site.ts';

// Files, faults and other tabs: what a learner did is never lost, and each case has its sentence.
test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } });

const kept = (page: Page) => page.locator('section[aria-labelledby="kept"]');
const backup = (page: Page) => page.locator('#backup');
const notes = (page: Page) => page.locator('#notes');

/** Answers the question of the lesson right and waits until the page says so. */
async function answerRight(page: Page, lang: Language): Promise<void> {
  const key = await keyOf(page, lang);
  const question = await questionOf(page);
  await chooseAndCheck(question, lang, key.choices.find((choice) => choice.correct)?.id ?? '');
  await expect(question.getByRole('status')).toHaveText(quizMessages[lang].right);
}

async function openFile(page: Page, name: string, text: string): Promise<void> {
  // As a real file: megabytes go through the disk, not through the test's own pipe.
  const path = test.info().outputPath(name);
  await writeFile(path, text);
  await backup(page).locator('input[type="file"]').setInputFiles(path);
}

async function saveBackup(page: Page, lang: Language): Promise<{ name: string; text: string }> {
  const waiting = page.waitForEvent('download');
  await backup(page).getByRole('button', { name: yourDataMessages[lang].export }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

function attempt(key: string, fields: object = {}): object {
  const atMs = Date.UTC(2026, 10, 1);
  return {
    format: 2,
    key,
    kind: 'question',
    id: QUESTION.id,
    version: 'old',
    response: ['a'],
    correct: true,
    atMs,
    ...fields,
  };
}

const fileOf = (attempts: object[]) => JSON.stringify({ drydock: 'log', version: 1, attempts });

/** The browser clears the database as it does when the disk is full: without a word to the page. */
async function evict(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto('/favicon.svg');
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('drydock');
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(deleting.error);
      }),
  );
  await page.close();
}

async function expectAccessible(page: Page, within: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
    const faults = await page.evaluate(async (place) => {
      const found = await (window as unknown as { axe: typeof import('axe-core') }).axe.run(place, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        preload: false,
      });
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
    }, within);
    expect.soft(faults, `in the ${colorScheme} theme`).toEqual([]);
  }
}

for (const lang of triedIn('en')) {
  const words = yourDataMessages[lang];

  test.describe(`faults of the log, in ${NAMES[lang]}`, () => {
    test('an answer that was told as right is kept although the tab dies at that moment', async ({ page, context }) => {
      await open(page, lang, LESSON);
      await answerRight(page, lang);
      const client = await context.newCDPSession(page);
      const crashed = page.waitForEvent('crash');
      client.send('Page.crash').catch(() => undefined);
      await crashed;
      const next = await context.newPage();
      await open(next, lang, '/you/');
      await expect(kept(next)).toContainText(words.questions(1, 1));
      await expect(kept(next)).toContainText(words.attempts(1));
    });

    test('a tab that is closed in the middle of an answer leaves a whole log', async ({ page, context }) => {
      await open(page, lang, LESSON);
      await answerRight(page, lang);
      const other = await context.newPage();
      await open(other, lang, LESSON);
      await chooseAndCheck(await questionOf(other), lang, 'a');
      await other.close();
      await open(page, lang, '/you/');
      await expect(kept(page)).toContainText(/1|2/);
      await expect(kept(page)).not.toContainText(words.setAside(1));
      await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0);
    });

    test('a second tab shows what was answered in the first, and what was deleted', async ({ page, context }) => {
      const other = await context.newPage();
      await open(other, lang, '/you/');
      await expect(kept(other)).toContainText(words.nothing);
      await open(page, lang, LESSON);
      await answerRight(page, lang);
      await expect(kept(other)).toContainText(words.questions(1, 1));
      await open(page, lang, '/you/');
      await page.getByRole('button', { name: words.delete }).click();
      await page.getByRole('button', { name: words.yes }).click();
      await expect(kept(other)).toContainText(words.nothing);
    });

    test('a database that the browser cleared is noticed; a backup brings everything back', async ({
      page,
      context,
    }) => {
      await open(page, lang, '/you/');
      await openFile(page, 'drydock-2026-11-01.json', fileOf([attempt('a'), attempt('b'), attempt('c')]));
      await expect(backup(page).getByRole('status')).toHaveText(words.imported(3, 0));
      const saved = await saveBackup(page, lang);
      await evict(context);
      await open(page, lang, '/');
      await expect(page.locator('[data-lost]')).toBeVisible();
      await page.locator('[data-lost] a').click();
      await expect(page.getByRole('alert').filter({ hasText: words.lostTitle(3) })).toBeVisible();
      await expectAccessible(page, 'main');
      await openFile(page, saved.name, saved.text);
      await expect(backup(page).getByRole('status')).toHaveText(words.imported(3, 0));
      await expect(page.getByText(words.lostTitle(3))).toHaveCount(0);
      await evict(context);
      await page.reload();
      await page.getByRole('button', { name: words.lostRead }).click();
      await expect(page.getByText(words.lostTitle(3))).toHaveCount(0);
      await page.reload();
      await expect(kept(page)).toContainText(words.nothing);
      await expect(page.getByText(words.lostTitle(3))).toHaveCount(0);
    });

    test('a clock that was set back is said, and the later answer stays the later one', async ({ page }) => {
      await page.clock.setFixedTime('2026-11-20T12:00:00Z');
      await open(page, lang, LESSON);
      await answerRight(page, lang);
      await page.clock.setFixedTime('2026-11-10T12:00:00Z');
      await open(page, lang, LESSON);
      const key = await keyOf(page, lang);
      const question = await questionOf(page);
      await chooseAndCheck(question, lang, key.choices.find((choice) => !choice.correct)?.id ?? '');
      await expect(question.getByRole('status')).toHaveText(quizMessages[lang].wrong);
      await open(page, lang, '/you/');
      await expect(kept(page)).toContainText(words.clockTitle);
      const { attempts } = JSON.parse((await saveBackup(page, lang)).text);
      expect(attempts.map((each: { correct: boolean }) => each.correct)).toEqual([true, false]);
      expect(attempts[1].clockMs).toBe(Date.parse('2026-11-10T12:00:00Z'));
    });

    test('questions that were reworded or removed since are named, and still count', async ({ page }) => {
      await open(page, lang, '/you/');
      await openFile(page, 'drydock.json', fileOf([attempt('a'), attempt('b', { id: 'a-question-of-before' })]));
      await expect(kept(page)).toContainText(words.questions(2, 2));
      await page.getByText(words.reworded(1)).click();
      await expect(kept(page).getByRole('link')).toHaveAttribute('href', new RegExp(`#q-${QUESTION.id}$`));
      await page.getByText(words.removed(1)).click();
      await expect(kept(page)).toContainText('a-question-of-before');
    });

    test('storage that is refused: an import says that it was not taken, and nothing breaks', async ({ page }) => {
      await page.addInitScript(() => {
        const refuse = () => {
          throw new DOMException('Access is denied.', 'SecurityError');
        };
        for (const name of ['indexedDB', 'localStorage', 'sessionStorage'])
          Object.defineProperty(window, name, { get: refuse });
      });
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await open(page, lang, '/you/');
      await expect(kept(page)).toContainText(words.refused);
      await openFile(page, 'drydock.json', fileOf([attempt('a')]));
      await expect(backup(page).getByRole('alert')).toHaveText(words.importRefused);
      await open(page, lang, LESSON);
      await page.locator('[data-notes]').first().click();
      await page.getByLabel(notesMessages[lang].note).fill('x');
      await page.getByRole('button', { name: notesMessages[lang].keep, exact: true }).click();
      await expect(page.getByText(notesMessages[lang].keptInTab)).toBeVisible();
      expect(errors).toEqual([]);
    });
  });

  test.describe(`the log as a file, in ${NAMES[lang]}`, () => {
    test('saved on one device and opened on another it is the same; twice changes nothing', async ({
      page,
      browser,
    }) => {
      await open(page, lang, LESSON);
      await answerRight(page, lang);
      await open(page, lang, '/you/');
      const saved = await saveBackup(page, lang);
      expect(saved.name).toMatch(/^drydock-\d{4}-\d\d-\d\d\.json$/);
      await expect(backup(page).getByRole('status')).toHaveText(words.exported(saved.name, 1));
      const device = await browser.newContext();
      const other = await device.newPage();
      await open(other, lang, '/you/');
      await openFile(other, saved.name, saved.text);
      await expect(backup(other).getByRole('status')).toHaveText(words.imported(1, 0));
      await openFile(other, saved.name, saved.text);
      await expect(backup(other).getByRole('status')).toHaveText(words.imported(0, 1));
      await expect(kept(other)).toContainText(words.questions(1, 1));
      expect((await saveBackup(other, lang)).text).toBe(saved.text);
      await device.close();
    });

    test('ten megabytes of nonsense and files of others are refused by name; damaged entries are counted', async ({
      page,
    }) => {
      await open(page, lang, '/you/');
      await openFile(page, 'drydock-good.json', fileOf([attempt('a'), { key: 'damaged' }]));
      await expect(backup(page).getByRole('status')).toHaveText(`${words.imported(1, 0)} ${words.unreadable(1)}`);
      const cases: [string, string][] = [
        ['{"a":[\u0000'.repeat(1_500_000), words.notJson],
        ['{"deck":"AWS","cards":[]}', words.notALog],
        ['{"drydock":"log","version":99,"attempts":[]}', words.newerFile],
        ['', words.notJson],
      ];
      for (const [text, fault] of cases) {
        await openFile(page, 'other.json', text);
        await expect(backup(page).getByRole('alert')).toHaveText(fault);
        await expect(backup(page).getByRole('status')).toBeHidden();
      }
      await expect(kept(page)).toContainText(words.attempts(1));
    });

    test('can be dropped on its place', async ({ page }) => {
      await open(page, lang, '/you/');
      await expect(kept(page)).toContainText(words.nothing);
      const transfer = await page.evaluateHandle(
        (text) => {
          const data = new DataTransfer();
          data.items.add(new File([text], 'drydock.json', { type: 'application/json' }));
          return data;
        },
        fileOf([attempt('a')]),
      );
      await backup(page).dispatchEvent('drop', { dataTransfer: transfer });
      await expect(backup(page).getByRole('status')).toHaveText(words.imported(1, 0));
    });

    test('is asked for after thirty attempts without one, by keyboard too', async ({ page }) => {
      await open(page, lang, '/you/');
      await openFile(page, 'drydock.json', fileOf(Array.from({ length: 31 }, (_, index) => attempt(`k${index}`))));
      await expect(backup(page)).toContainText(words.backupNever(31));
      const waiting = page.waitForEvent('download');
      await backup(page).getByRole('button', { name: words.export }).press('Enter');
      await waiting;
      await expect(backup(page)).not.toContainText(words.backupNever(31));
    });

    test('holds no records that cannot be read: those are saved apart, and deleted apart', async ({ page }) => {
      await open(page, lang, '/you/');
      await openFile(page, 'drydock.json', fileOf([attempt('a')]));
      await expect(kept(page)).toContainText(words.attempts(1));
      await page.evaluate(
        () =>
          new Promise<void>((resolve) => {
            const opening = indexedDB.open('drydock');
            opening.onsuccess = () => {
              const write = opening.result.transaction('attempts', 'readwrite');
              write.objectStore('attempts').put({ key: 'foreign', colour: 'green' });
              write.oncomplete = () => {
                opening.result.close();
                resolve();
              };
            };
          }),
      );
      await page.reload();
      const aside = page.locator('section[aria-labelledby="aside"]');
      await expect(aside).toContainText(words.asideLead(1));
      await expectAccessible(page, 'main');
      const waiting = page.waitForEvent('download');
      await aside.getByRole('button', { name: words.asideSave }).click();
      const text = await readFile(await (await waiting).path(), 'utf8');
      expect(JSON.parse(text).records).toEqual([{ key: 'foreign', colour: 'green' }]);
      await aside.getByRole('button', { name: words.asideDelete }).click();
      await aside.getByRole('dialog').getByRole('button', { name: words.asideDelete }).click();
      await expect(aside).toContainText(words.asideDeleted);
      await page.reload();
      await expect(kept(page)).toContainText(words.attempts(1));
      await expect(aside).toHaveCount(0);
    });
  });

  test.describe(`bookmarks and notes, in ${NAMES[lang]}`, () => {
    const own = notesMessages[lang];
    const text = lang === 'en' ? 'Ceil, not floor: zebra' : '올림이지 내림이 아니다: 얼룩말';
    const query = lang === 'en' ? 'zebra' : '얼룩';

    test('are kept on a section and on a question by keyboard, listed, searched, changed and taken back', async ({
      page,
    }) => {
      await open(page, lang, LESSON);
      const heading = page.locator('.prose > h2[id]').first();
      const title = (await heading.textContent())?.trim() ?? '';
      const beside = page.locator('.prose > h2[id] + .notes-place button').first();
      await beside.press('Enter');
      const dialog = page.getByRole('dialog', { name: own.title });
      await expect(dialog).toContainText(title);
      await expectAccessible(page, '.notes-dialog');
      await dialog.getByLabel(own.note).fill(text);
      // Escape keeps what was written.
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await expect(beside).toBeFocused();
      await expect(beside).toHaveAttribute('data-kept', 'note');
      const question = await questionOf(page);
      await expect(question.locator('[data-notes]')).toBeEnabled();
      await question.locator('[data-notes]').press('Enter');
      await dialog.getByLabel(own.bookmark).press('Space');
      await dialog.getByRole('button', { name: own.keep, exact: true }).press('Enter');
      await expect(question.locator('[data-notes]')).toHaveAttribute('data-kept', 'bookmark');

      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill(query);
      const group = page.getByRole('group', { name: searchMessages[lang].kept });
      await expect(group.getByRole('option')).toHaveAttribute('href', new RegExp(`${LESSON}#`));
      await page.keyboard.press('Escape');

      await open(page, lang, '/you/');
      await expect(notes(page).getByRole('listitem')).toHaveCount(2);
      await expectAccessible(page, 'main');
      await notes(page).getByLabel(words.notesFind).fill(query);
      await expect(notes(page).getByRole('status')).toHaveText(words.notesFound(1));
      await expect(notes(page).getByRole('listitem')).toContainText(text);
      await expect(notes(page).getByRole('link', { name: title })).toBeVisible();
      await notes(page).getByRole('button', { name: words.notesChange }).click();
      await dialog.getByLabel(own.note).fill('');
      await dialog.getByRole('button', { name: own.keep, exact: true }).click();
      await notes(page).getByLabel(words.notesFind).fill('');
      await expect(notes(page).getByRole('listitem')).toHaveCount(1);
    });

    test('on a phone nothing stands over the edge', async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await open(page, lang, '/you/');
      const note = { format: 2, kind: 'mark', id: 'section:gone#x', note: 'w'.repeat(200), atMs: 1, bookmarked: true };
      await openFile(page, 'drydock.json', fileOf([{ ...note, key: 'n' }, attempt('a')]));
      await expect(notes(page)).toContainText(words.notHere);
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await overflow()).toBeLessThanOrEqual(0);
      await open(page, lang, LESSON);
      await page.locator('.notes-place button').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await overflow()).toBeLessThanOrEqual(0);
    });
  });
}
