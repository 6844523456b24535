import { expect, test } from '@playwright/test';
import { writeFragment } from '../../src/islands/lab/answer-fragment.ts';
import { expectAccessible } from './axe.ts';
import { labOf, open, runLab } from './site.ts';

test.use({
  viewport: { width: 360, height: 780 },
  hasTouch: true,
  isMobile: true,
  colorScheme: 'dark',
  // axe is put into the page.
  bypassCSP: true,
  contextOptions: { reducedMotion: 'reduce' },
});

test('a yard of sixty instances answers touch and keys on a phone in the dark, and axe finds nothing', async ({
  page,
}) => {
  await open(page, 'ko', `/lab/rolling-update/full-cluster/#${writeFragment({ '/containerInstances/0/count': 60 })}`);
  const lab = labOf(page, 'ko');
  await runLab(lab);
  const berths = page.locator('.far-berth');
  await expect(berths).toHaveCount(61);
  const near = page.getByRole('region', { name: lab.words.berthNear });
  await expect(near).toContainText(lab.words.pickBerth);

  const last = page.getByRole('button', { name: 'c-1', exact: true });
  await last.tap();
  await expect(last).toHaveAttribute('aria-pressed', 'true');
  await near.getByRole('button').first().tap();
  await expect(page.getByRole('tab', { name: lab.words.whyHere })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tabpanel')).toContainText('c-1');
  await expectAccessible(page, 'main');

  await last.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('button', { name: 'a-60', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(near).toContainText('a-60');
  // What is painted is looked at too: a canvas of nothing would pass all of the above.
  const colours = await page
    .locator('.far-ground canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      const seen = new Set<number>();
      for (let i = 0; i < pixels.length; i += 4)
        seen.add(((pixels[i] ?? 0) << 16) | ((pixels[i + 1] ?? 0) << 8) | (pixels[i + 2] ?? 0));
      return seen.size;
    });
  expect(colours).toBeGreaterThan(4);
});
