import { expect, type Page, test } from '@playwright/test';
import { LANGUAGES } from '../../src/i18n/text.ts';
import { htmlPages } from '../site/pages.ts';
import { expectAlive, labOf, NAMES, open, SCENARIO, TRY_ALL } from './site.ts';

test.use({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });

/** What is wider than the window and not in a box of its own that scrolls; empty when the page stands still sideways. */
function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    scrollTo(1000, scrollY);
    const moved = scrollX > 0 || innerWidth > 360 || document.documentElement.scrollWidth > 360;
    scrollTo(0, scrollY);
    if (!moved) return [];
    const wide = [...document.body.querySelectorAll('*')].filter((each) => each.getBoundingClientRect().right > 361);
    return [
      `${document.documentElement.scrollWidth} px`,
      ...wide.slice(0, 6).map((each) => each.outerHTML.slice(0, 80)),
    ];
  });
}

/** The same page, or a lab of the same topic. */
function isAlike(name: string): (other: string) => boolean {
  const topic = /lab\/[^/]+\/(?=[^/]+\/index)/.exec(name)?.[0];
  return (other) => other === name || (topic !== undefined && other.includes(topic));
}

for (const lang of LANGUAGES) {
  test(`at 360 px no page scrolls sideways, in ${NAMES[lang]}`, async ({ page }) => {
    const own = htmlPages().filter((name) => name.startsWith('ko/') === (lang === 'ko'));
    // Labs are one page with other data: the first of each topic stands for the others.
    const pages = TRY_ALL ? own : own.filter((name, place) => own.findIndex(isAlike(name)) === place);
    expect(pages.length).toBeGreaterThan(15);
    const faults: Record<string, string[]> = {};
    for (const name of pages) {
      await page.goto(`/${name.replace(/index\.html$/, '')}`);
      await expectAlive(page);
      const wide = await sideways(page);
      if (wide.length > 0) faults[name] = wide;
    }
    expect(faults).toEqual({});
  });

  test(`the sheet of controls opens, runs and closes by touch, in ${NAMES[lang]}`, async ({ page }) => {
    await open(page, lang, SCENARIO);
    const lab = labOf(page, lang);
    await expect(lab.minimum).toBeHidden();
    await expect(lab.run).toBeInViewport();
    await lab.controls.getByRole('button', { name: lab.words.change }).tap();
    await expect(lab.minimum).toBeInViewport();
    await lab.controls
      .getByRole('button', { name: lab.words.oneLess('') })
      .first()
      .tap();
    await expect(lab.minimum).toHaveValue('66');
    await lab.controls.getByRole('button', { name: lab.words.close }).tap();
    await expect(lab.minimum).toBeHidden();
    await expect(lab.controls).toContainText('min 66');
    await lab.controls.getByRole('button', { name: lab.words.change }).tap();
    await lab.run.tap();
    await expect(lab.minimum).toBeHidden();
    await expect(lab.verdict).toContainText(lab.words.goalsMet(3, 3));
    expect(await sideways(page)).toEqual([]);
  });

  test(`yard, table, questions and the moment work by touch, in ${NAMES[lang]}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page, lang, SCENARIO);
    const lab = labOf(page, lang);
    await lab.run.tap();
    await expect(lab.verdict).toBeVisible();
    const end = await lab.scrub.inputValue();
    await lab.scrub.tap();
    await expect(lab.scrub).not.toHaveValue(end);
    await lab.yard.getByRole('button').first().tap();
    await expect(lab.yard.getByRole('button').first()).toHaveAttribute('aria-pressed', 'true');
    await page
      .locator('label')
      .filter({ has: page.getByRole('radio', { name: lab.words.table }) })
      .tap();
    await expect(page.locator('.yard-table')).toBeVisible();
    expect(await sideways(page)).toEqual([]);
  });
}
