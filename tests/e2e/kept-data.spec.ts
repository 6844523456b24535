import { expect, type Page, test } from '@playwright/test';
import { quizMessages } from '../../src/i18n/quiz-messages.ts';
import { yourDataMessages } from '../../src/i18n/your-data-messages.ts';
import {
  chooseAndCheck,
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

for (const lang of triedIn('ko')) {
  test.describe(`what is kept on this device, in ${NAMES[lang]}`, () => {
    const words = yourDataMessages[lang];
    const kept = (page: Page) => page.locator('section[aria-labelledby="kept"]');

    test('attempts survive a reload and are counted; deleting all data deletes them and the theme', async ({
      page,
    }) => {
      await open(page, lang, LESSON);
      const key = await keyOf(page, lang);
      await chooseAndCheck(await questionOf(page), lang, key.choices.find((choice) => choice.correct)?.id ?? '');
      await expect((await questionOf(page)).getByRole('status')).toHaveText(quizMessages[lang].right);
      await expect.poll(() => recordsOf(page, 'attempts')).toHaveLength(1);
      await page.locator('[data-toggle-theme]').click();
      await open(page, lang, SCENARIO);
      await runLab(labOf(page, lang));
      await expect.poll(() => recordsOf(page, 'attempts')).toHaveLength(2);
      await open(page, lang, LESSON);
      await expect((await questionOf(page)).locator('.last-time')).toContainText(lastRight(lang));
      await open(page, lang, '/you/');
      await expect(kept(page)).toContainText(words.questions(1, 1));
      await expect(kept(page)).toContainText(words.scenarios(1, 0));
      await expect(kept(page)).toContainText(words.attempts(2));
      await page.getByRole('button', { name: words.delete }).click();
      await page.getByRole('button', { name: words.no }).click();
      await expect(kept(page)).toContainText(words.attempts(2));
      await page.getByRole('button', { name: words.delete }).click();
      await page.getByRole('button', { name: words.yes }).click();
      await expect(page.getByText(words.deleted)).toBeVisible();
      await expect(kept(page)).toContainText(words.nothing);
      await page.reload();
      await expect(kept(page)).toContainText(words.nothing);
      await expect(page.locator('html')).not.toHaveAttribute('data-theme', /./);
    });

    test('corrupt and foreign records are set aside and said; the rest is complete', async ({ page }) => {
      await open(page, lang, LESSON);
      const key = await keyOf(page, lang);
      await chooseAndCheck(await questionOf(page), lang, key.choices[0]?.id ?? '');
      await expect.poll(() => recordsOf(page, 'attempts')).toHaveLength(1);
      await putRecords(page, [
        { key: 'corrupt', format: 1, kind: 'question', id: QUESTION.id, correct: 'yes', atMs: 'yesterday' },
        { key: 'foreign', colour: 'green' },
        { key: 'later', format: 9, kind: 'dream', id: 'x', atMs: 1 },
      ]);
      await open(page, lang, '/you/');
      await expect(kept(page)).toContainText(words.setAside(3));
      await expect(kept(page)).toContainText(words.attempts(1));
      await page.reload();
      await expect(kept(page)).toContainText(words.setAside(3));
      await expect(kept(page)).toContainText(words.attempts(1));
    });

    test('a database of a newer Drydock is left as it is, and said', async ({ page }) => {
      await page.goto('/favicon.svg');
      await makeDatabase(page, { version: 9, store: 'later' });
      await open(page, lang, '/you/');
      await expect(kept(page)).toContainText(words.newer);
      await open(page, lang, LESSON);
      const question = await questionOf(page);
      await chooseAndCheck(question, lang, 'a');
      await expect(question).toContainText(quizMessages[lang].keptNewer);
      expect(await recordsOf(page, 'later')).toEqual([{ key: 'theirs' }]);
    });

    test('a foreign database with the same name is left as it is, and said', async ({ page }) => {
      await page.goto('/favicon.svg');
      await makeDatabase(page, { version: 1, store: 'foreign' });
      await open(page, lang, '/you/');
      await expect(kept(page)).toContainText(words.newer);
      expect(await recordsOf(page, 'foreign')).toEqual([{ key: 'theirs' }]);
    });

    test('storage that is refused is said; questions, lab and theme still work', async ({ page }) => {
      await page.addInitScript(() => {
        const refuse = () => {
          throw new DOMException('Access is denied.', 'SecurityError');
        };
        for (const name of ['indexedDB', 'localStorage', 'sessionStorage'])
          Object.defineProperty(window, name, { get: refuse });
      });
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await open(page, lang, LESSON);
      const question = await questionOf(page);
      await chooseAndCheck(question, lang, 'a');
      await expect(question).toContainText(quizMessages[lang].keptInTab);
      await page.locator('[data-toggle-theme]').click();
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      await open(page, lang, SCENARIO);
      await runLab(labOf(page, lang));
      await open(page, lang, '/you/');
      await expect(kept(page)).toContainText(words.refused);
      expect(errors).toEqual([]);
    });
  });
}

/** "Last answered right, " without the day. */
function lastRight(lang: 'en' | 'ko'): string {
  return quizMessages[lang].lastRight('').trim();
}

/** Writes records into the learner's log as another program or a broken disk would. */
async function putRecords(page: Page, records: object[]): Promise<void> {
  await page.evaluate(
    (all) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('drydock');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const write = opening.result.transaction('attempts', 'readwrite');
          for (const record of all) write.objectStore('attempts').put(record);
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

/** A database named as ours is, made by someone else, with one record. */
async function makeDatabase(page: Page, { version, store }: { version: number; store: string }): Promise<void> {
  await page.evaluate(
    ([number, name]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('drydock', number);
        opening.onupgradeneeded = () =>
          opening.result.createObjectStore(name, { keyPath: 'key' }).put({ key: 'theirs' });
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
    [version, store] as [number, string],
  );
}

async function recordsOf(page: Page, store: string): Promise<unknown[]> {
  return page.evaluate(
    (name) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('drydock');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction(name).objectStore(name).getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result);
          };
        };
      }),
    store,
  );
}
