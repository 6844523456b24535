import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { expect, type Page, test } from '@playwright/test';
import { createApp } from '../../src/server/app.ts';
import { chooseAndCheck, expectAlive, LESSON, labOf, questionOf, runLab, SCENARIO } from './site.ts';

test.use({ serviceWorkers: 'allow' });

const SITE = process.env.SITE ?? fileURLToPath(new URL('../../dist/', import.meta.url));

/** Opens a page and waits until its language is kept. */
async function openAndSave(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('drydock-offline')).toHaveAttribute('data-phase', 'saved', { timeout: 30_000 });
}

for (const { root, words } of [
  {
    root: '/',
    words: {
      lesson: 'Two bounds, nothing else',
      line: /You are offline/,
      search: 'rolling updat',
      hit: /rolling update/i,
      missing: /not on this device/,
    },
  },
  {
    root: '/ko/',
    words: {
      lesson: '숫자는 딱 두 개',
      line: /지금은 오프라인/,
      search: '롤링업데이트는',
      hit: /롤링 업데이트/,
      missing: /기기에 저장되지 않았어요/,
    },
  },
]) {
  test(`with the network off, pages never visited open under ${root}`, async ({ page, context }) => {
    await openAndSave(page, root);
    await context.setOffline(true);

    await page.goto(`${root}lessons/ecs-rolling-updates/`);
    await expect(page.getByRole('heading', { name: words.lesson })).toBeVisible();
    await expect(page.locator('[data-line]')).toHaveText(words.line);

    for (const path of ['lessons/', 'glossary/', 'lab/', 'lab/placement/survive-a-zone/', 'about/', 'you/']) {
      await page.goto(root + path);
      await expect(page.locator('h1').first(), path).toBeVisible();
      expect(new URL(page.url()).pathname).toBe(root + path);
    }

    await page.locator('body').press('/');
    await page.locator('input[role="combobox"]').fill(words.search);
    await expect(page.getByRole('listbox').getByRole('option').first()).toHaveText(words.hit);
  });

  test(`with the network off, an address without its last slash leads to the page under ${root}`, async ({
    page,
    context,
  }) => {
    await openAndSave(page, root);
    await context.setOffline(true);
    await page.goto(`${root}lessons/ecs-task-placement?from=note`);
    expect(new URL(page.url()).pathname).toBe(`${root}lessons/ecs-task-placement/`);
    expect(new URL(page.url()).search).toBe('?from=note');
  });

  test(`with the network off, an unknown address shows the offline page of ${root}`, async ({ page, context }) => {
    await openAndSave(page, root);
    await context.setOffline(true);
    await page.goto(`${root}no-such-page/`);
    await expect(page.locator('html')).toHaveAttribute('lang', root === '/' ? 'en' : 'ko');
    await expect(page.locator('h1')).toHaveText(words.missing);
  });
}

test('a question is marked and a simulation judged with the network off, on pages never visited', async ({
  page,
  context,
}) => {
  await openAndSave(page, '/');
  await context.setOffline(true);
  await page.goto(LESSON);
  const question = await questionOf(page);
  await chooseAndCheck(question, 'en', 'a');
  await expect(question.locator('.why').first()).toBeVisible();
  await page.goto(SCENARIO);
  await expectAlive(page);
  await runLab(labOf(page, 'en'));
});

test('the other language is saved on request, with its size on the button', async ({ page, context }) => {
  await openAndSave(page, '/');
  const button = page.getByRole('button', { name: /Also save Korean \(\d+\.\d MB\)/ });
  await button.click();
  await expect(button).toBeHidden({ timeout: 30_000 });
  await context.setOffline(true);
  await page.goto('/ko/lessons/ecs-task-placement/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.locator('h1')).toBeVisible();
});

test('a new version waits for the button, then shows the new text', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'drydock-'));
  await cp(SITE, folder, { recursive: true });
  const server = serve({ fetch: createApp({ site: folder }).fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  try {
    await openAndSave(page, `${origin}/about/`);
    await replaceIn(join(folder, 'about/index.html'), /<h1[^>]*>[^<]*<\/h1>/, '<h1>Changed</h1>');
    await replaceIn(join(folder, 'sw.js'), /(url:`\/about\/`,revision:`)\w{12}/, '$1ffffffffffff');

    await page.reload();
    await expect(page.locator('h1')).not.toHaveText('Changed');
    const update = page.getByRole('button', { name: 'Update now' });
    await expect(update).toBeVisible({ timeout: 30_000 });
    await page.reload();
    await expect(page.locator('h1')).not.toHaveText('Changed');
    await update.click();
    await expect(page.locator('h1')).toHaveText('Changed');
    await expect(update).toBeHidden();
  } finally {
    await page.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
});

async function replaceIn(file: string, pattern: RegExp, replacement: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  expect(text).toMatch(pattern);
  await writeFile(file, text.replace(pattern, replacement));
}
