import { readFileSync, writeFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import axe from 'axe-core';
import { flagMessages, statsMessages } from '../../src/i18n/stats-messages.ts';
import { randomFrom } from '../../src/random/random.ts';
import { keyOf, NAMES, open, QUESTION, triedIn } from './site.ts';

type LogFile = { name: string; mimeType: string; buffer: Buffer };
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Logs of `learners` learners of rising strength: on the site's own question, on nine others, and on one whose key is wrong.
 */
function logsOf(learners: number, version: string): LogFile[] {
  return Array.from({ length: learners }, (_, learner) => {
    const chance = randomFrom('stats page', learner);
    const answer = (id: string, own: string, isKeyWrong = false) => {
      const knows = chance.below(1000) < 150 + (700 * learner) / learners;
      const correct = knows !== isKeyWrong;
      return {
        kind: 'question',
        format: 2,
        key: `${learner}-${id}`,
        id,
        version: own,
        response: [correct ? 'a' : 'b'],
        correct,
        atMs: 1_700_000_000_000,
        lang: learner % 2 === 0 ? 'en' : 'ko',
      };
    };
    const others = Array.from({ length: 9 }, (_, index) => answer(`other-${index}`, 'v1'));
    const attempts = [answer(QUESTION.id, version), answer('wrong-key', 'v1', true), ...others];
    return fileOf(`learner-${learner}.json`, JSON.stringify({ drydock: 'log', version: 1, attempts }));
  });
}

function fileOf(name: string, text: string): LogFile {
  return { name, mimeType: 'application/json', buffer: Buffer.from(text) };
}

const chooser = (page: Page) => page.locator('.stats-files input[type="file"]');
const row = (page: Page, id: string) =>
  page.locator('.stats-table > tbody > tr').filter({ has: page.getByRole('button', { name: id, exact: true }) });

for (const lang of triedIn('ko')) {
  test.describe(`question statistics, in ${NAMES[lang]}`, () => {
    const words = statsMessages[lang];
    const flags = flagMessages[lang];

    test('are computed from files without sending anything, flags first, with the words of the question', async ({
      page,
    }) => {
      const { version } = await keyOf(page, lang);
      await open(page, lang, '/stats/');
      await expect(page.getByText(words.private)).toBeVisible();
      const sent: string[] = [];
      page.on('request', (request) => {
        if (request.method() !== 'GET') sent.push(request.url());
      });
      await chooser(page).setInputFiles(logsOf(120, version));
      await expect(page.getByRole('status').first()).toContainText(words.counted(120, 1320, 0));
      await expect(page.locator('.stats-tiles')).toContainText(words.alpha);
      await expect(page.locator('.stats-table > tbody > tr').first()).toContainText('wrong-key');
      await expect(row(page, 'wrong-key')).toContainText(flags['check-key'].name);
      await row(page, 'wrong-key').getByRole('button').click();
      const detail = page.locator('.stats-detail');
      await expect(detail).toContainText(flags['check-key'].means);
      await expect(detail).toContainText(words.inverted);
      await expect(detail).toContainText(words.languages(60, 60));
      await row(page, 'wrong-key').getByRole('button').click();
      await expect(detail).toHaveCount(0);
      await row(page, QUESTION.id).getByRole('button').click();
      // All four choices stand there, with their words, though nobody took two of them.
      await expect(detail.locator('.stats-choices tbody tr')).toHaveCount(4);
      await expect(detail.locator('.stem')).not.toBeEmpty();
      expect(sent).toEqual([]);
    });

    test('can be sorted, narrowed and saved by keyboard', async ({ page }) => {
      await open(page, lang, '/stats/');
      await chooser(page).setInputFiles(logsOf(110, 'v1'));
      const heads = page.locator('.stats-table > thead');
      const byName = heads.getByRole('button', { name: words.question, exact: false }).first();
      await byName.focus();
      await page.keyboard.press('Enter');
      await expect(heads.locator('[aria-sort="ascending"]')).toContainText(words.question);
      await expect(page.locator('.stats-table > tbody > tr').first()).toContainText('other-0');
      await page.keyboard.press('Enter');
      await expect(heads.locator('[aria-sort="descending"]')).toContainText(words.question);
      await page.getByLabel(words.filter, { exact: true }).selectOption('check-key');
      await expect(page.locator('.stats-table > tbody > tr')).toHaveCount(1);
      await expect(page.locator('.stats-means')).toHaveText(flags['check-key'].means);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: words.csvQuestions }).press('Enter'),
      ]);
      const csv = readFileSync(await download.path(), 'utf8');
      expect(csv.startsWith('\uFEFFquestion,version,wording,n,facility,')).toBe(true);
      expect(csv.trim().split('\r\n')).toHaveLength(12);
    });

    test('leave out what is no log, say why, and keep the rest', async ({ page }, info) => {
      const nonsense = info.outputPath('nonsense.json');
      writeFileSync(nonsense, 'x'.repeat(10_000_000));
      await open(page, lang, '/stats/');
      await chooser(page).setInputFiles(nonsense);
      await expect(page.locator('.stats-refused')).toContainText(words.notJson);
      await chooser(page).setInputFiles([
        fileOf('room.json', '{"drydock":"room"}'),
        fileOf('later.json', '{"drydock":"log","version":9,"attempts":[]}'),
        ...logsOf(3, 'v1'),
      ]);
      const alert = page.locator('.stats-refused');
      await expect(alert).toContainText(words.refusedTitle(3));
      for (const sentence of [words.notJson, words.notALog, words.newer]) await expect(alert).toContainText(sentence);
      await expect(page.getByRole('status').first()).toContainText(words.counted(3, 33, 0));
      await expect(page.locator('.stats-few')).toHaveText(words.lowData);
      // The same learner again, and a new one: added, and told.
      await chooser(page).setInputFiles(logsOf(4, 'v1').slice(2));
      await expect(page.getByRole('status').first()).toContainText(words.counted(4, 44, 0));
      await expect(page.getByRole('status').first()).toContainText(words.joined(1));
      await page.getByRole('button', { name: words.clear }).click();
      await expect(page.getByRole('status').first()).toHaveText(words.cleared);
      await expect(page.locator('.stats-table')).toHaveCount(0);
    });

    for (const width of [360, 820, 1440]) {
      test(`fit ${width} px, open and closed`, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 });
        const { version } = await keyOf(page, lang);
        await open(page, lang, '/stats/');
        await chooser(page).setInputFiles(logsOf(120, version));
        await page.getByRole('button', { name: words.openAll }).click();
        await expect(page.locator('.stats-detail')).toHaveCount(11);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(over).toBeLessThanOrEqual(0);
      });
    }
  });

  test.describe(`axe on question statistics, in ${NAMES[lang]}`, () => {
    test.use({ bypassCSP: true });
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`finds nothing in the ${colorScheme} theme`, async ({ page }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await open(page, lang, '/stats/');
        await chooser(page).setInputFiles([fileOf('no.json', '[]'), ...logsOf(120, 'v1')]);
        await page.getByRole('button', { name: statsMessages[lang].openAll }).click();
        await page.evaluate(axe.source);
        const found = await page.evaluate(async (rules) => {
          const { axe: tool } = window as unknown as { axe: typeof import('axe-core') };
          const { violations } = await tool.run('main', { runOnly: { type: 'tag', values: rules }, preload: false });
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
        }, RULES);
        expect(found).toEqual([]);
      });
    }
  });
}

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' });
  test('work offline, once the page was visited', async ({ page, context }) => {
    await open(page, 'en', '/stats/');
    await expect(page.locator('drydock-offline')).toHaveAttribute('data-phase', 'saved', { timeout: 30_000 });
    const { version } = await keyOf(page, 'en');
    await context.setOffline(true);
    await page.reload();
    await chooser(page).setInputFiles(logsOf(40, version));
    await row(page, QUESTION.id).getByRole('button').click();
    // The words of the question are kept with its language.
    await expect(page.locator('.stats-detail .stem')).not.toBeEmpty();
  });
});
