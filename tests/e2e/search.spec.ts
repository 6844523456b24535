import { expect, type Page, test } from '@playwright/test';
import axe from 'axe-core';

const input = (page: Page) => page.getByRole('combobox');
const active = (page: Page) => page.locator('[role="option"][aria-selected="true"]');

async function search(page: Page, query: string): Promise<void> {
  await page.locator('body').press('/');
  await input(page).fill(query);
  await expect(page.getByRole('option').first()).toBeVisible();
}

for (const [lang, query, path] of [
  ['en', 'rolling updat', '/lessons/ecs-rolling-updates/'],
  ['en', '태스크 배치', '/lessons/ecs-task-placement/'],
  ['en', '롤링업데이트는', '/lessons/ecs-rolling-updates/'],
  ['en', 'minimum healthy', '/lessons/ecs-rolling-updates/#minimum-healthy-percent'],
  ['ko', 'rolling updat', '/ko/lessons/ecs-rolling-updates/'],
  ['ko', '태스크 배치', '/ko/lessons/ecs-task-placement/'],
  ['ko', '롤링업데이트는', '/ko/lessons/ecs-rolling-updates/'],
  ['ko', 'minimum healthy', '/ko/lessons/ecs-rolling-updates/#minimum-healthy-percent'],
] as const) {
  test(`"${query}" leads to ${path}`, async ({ page }) => {
    await page.goto(lang === 'en' ? '/' : '/ko/');
    await search(page, query);
    const lesson = page
      .getByRole('group', { name: /^(Lessons|레슨)$/ })
      .getByRole('option')
      .first();
    await expect(lesson.locator('mark').first()).toBeVisible();
    expect(await lesson.getAttribute('href')).toMatch(new RegExp(`^${path}`));
    await lesson.click();
    await expect(page).toHaveURL(new RegExp(`${path}`));
    await expect(page.locator('dialog[open]')).toHaveCount(0);
  });
}

test('opens by its button, by / outside of fields and by Ctrl K, and asks for nothing before', async ({ page }) => {
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  expect(requested.filter((url) => url.includes('search-dialog'))).toEqual([]);

  await page.locator('[data-search-open]').first().click();
  await expect(input(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  await page.keyboard.press('/');
  await expect(input(page)).toBeFocused();
  await page.keyboard.type('a/b');
  await expect(input(page)).toHaveValue('a/b');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(input(page)).toBeFocused();
});

test('works by keyboard alone: arrows choose, Enter opens the section, the chosen result is the active one', async ({
  page,
}) => {
  await page.goto('/lessons/ecs-rolling-updates/');
  await search(page, 'minimum healthy');
  const first = await active(page).getAttribute('id');
  await page.keyboard.press('ArrowDown');
  await expect(active(page)).not.toHaveAttribute('id', first ?? '');
  const isActive = async () =>
    (await input(page).getAttribute('aria-activedescendant')) === (await active(page).getAttribute('id'));
  await expect.poll(isActive).toBe(true);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(active(page)).toHaveAttribute('id', first ?? '');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#minimum-healthy-percent$/);
  await expect(page.locator('#minimum-healthy-percent')).toBeInViewport();
});

test('says how many there are, and teaches when there is nothing', async ({ page }) => {
  await page.goto('/ko/');
  await page.locator('body').press('/');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: '파게이트' })).toBeVisible();
  await dialog.getByRole('button', { name: '파게이트' }).click();
  await expect(dialog.getByRole('status')).toHaveText(/^결과 \d+개$/);
  await input(page).fill('qqwwzzxx');
  await expect(dialog.getByRole('status')).toHaveText('결과 없음');
  await expect(dialog.getByText('‘qqwwzzxx’에 대한 내용은 아직 없어요.')).toBeVisible();
  await expect(dialog.getByRole('link', { name: '용어집 열기' })).toHaveAttribute('href', '/ko/glossary/');
});

test('leaves Enter to the input method while a syllable is composed', async ({ page }) => {
  await page.goto('/ko/');
  await search(page, '태스크');
  await input(page).evaluate((field) =>
    field.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
    ),
  );
  await expect(page.locator('dialog[open]')).toHaveCount(1);
  await expect(page).toHaveURL(/\/ko\/$/);
});

test('says so when the index cannot be had, and tries again', async ({ page, context }) => {
  await context.route('**/data/en/search.json', (route) => route.abort());
  await page.goto('/');
  await page.locator('body').press('/');
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
  await context.unroute('**/data/en/search.json');
  await page.getByRole('button', { name: 'Try again' }).click();
  await input(page).fill('binpack');
  await expect(page.getByRole('option').first()).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the open dialog has no accessibility fault, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, bypassCSP: true });
    const page = await context.newPage();
    await page.goto('/ko/');
    await search(page, '롤링');
    await page.addScriptTag({ content: axe.source });
    const faults = await page.evaluate(async () => {
      const inPage = globalThis as unknown as { axe: { run: typeof axe.run } };
      const results = await inPage.axe.run('dialog', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(faults).toEqual([]);
    await context.close();
  });
}
