import { expect, type Locator, type Page, test } from '@playwright/test';
import { afterMessages } from '../../src/i18n/after-messages.ts';
import { quizMessages } from '../../src/i18n/quiz-messages.ts';
import { siteMessages } from '../../src/i18n/site-messages.ts';
import { expectAlive, keyOf, LESSON, labOf, NAMES, open, QUESTION, questionOf, SCENARIO, triedIn } from './site.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** More stops than any page has between two places that one walks to. */
const MANY = 60;

/** Presses Tab (or another key) until the place has the focus. */
async function walkTo(page: Page, place: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < MANY; presses++) {
    if (await place.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(place).toBeFocused();
}

/** One stop of a walk with Tab: what it is, and whether one can see that it has the focus. */
type Stop = { name: string; seen: boolean };

/**
 * The focused element, compared with itself without focus: outline, shadow, border, background or stroke must differ,
 * on it, on its label, on what follows it, or on a drawing inside it. Undefined when nothing has the focus.
 */
function stopOf(page: Page): Promise<Stop | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | SVGElement | null;
    if (element === null || element === document.body) return undefined;
    // A field for a date has stops inside it; to take its focus away would lead back to the first.
    const looked = window as unknown as { last?: { element: Element; stop: { name: string; seen: boolean } } };
    if (looked.last?.element === element) return looked.last.stop;
    const around = [element, element.closest('label'), element.nextElementSibling, ...element.querySelectorAll('rect')];
    const look = () =>
      around.map((each) => {
        if (each === null) return '';
        const { outline, boxShadow, borderColor, backgroundColor, stroke, opacity } = getComputedStyle(each);
        // An outline that is not drawn still has a width and a colour, and they may differ.
        const drawn = /\bnone\b|\b0px\b/.test(outline) ? '' : outline;
        return [drawn, boxShadow, borderColor, backgroundColor, stroke, opacity].join();
      });
    const focused = look();
    element.blur();
    const plain = look();
    element.focus();
    const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? '';
    const stop = { name: `${element.tagName} ${element.id} ${name}`, seen: focused.join() !== plain.join() };
    looked.last = { element, stop };
    return stop;
  });
}

/** Walks through the whole page with Tab and returns its stops; ends where the page ends. */
async function walkThrough(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let presses = 0; presses < 250; presses++) {
    await page.keyboard.press('Tab');
    const stop = await stopOf(page);
    if (stop === undefined) return stops;
    stops.push(stop);
  }
  throw new Error(
    `Tab never left the page; the last stops were ${stops
      .slice(-4)
      .map((stop) => stop.name)
      .join(' → ')}`,
  );
}

for (const lang of triedIn('en')) {
  test.describe(`by keyboard alone, in ${NAMES[lang]}`, () => {
    test('the first stop skips to the content', async ({ page }) => {
      await open(page, lang, LESSON);
      await page.keyboard.press('Tab');
      const skip = page.getByRole('link', { name: siteMessages[lang].skip });
      await expect(skip).toBeFocused();
      await expect(skip).toBeInViewport();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('main')).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);
    });

    test('a question is answered with Tab, arrows, Space and Enter, and leads into the lab', async ({ page }) => {
      await open(page, lang, `${LESSON}#rounding`);
      const question = await questionOf(page);
      const key = await keyOf(page, lang);
      const right = key.choices.findIndex((choice) => choice.correct);
      await walkTo(page, question.getByRole('radio').first());
      await page.keyboard.press('Space');
      await expect(question.getByRole('radio').first()).toBeChecked();
      await page.keyboard.press('Enter');
      await expect(question.getByRole('status')).toHaveText(quizMessages[lang].wrong);
      await walkTo(page, question.getByRole('radio').nth(right), 'ArrowDown');
      await walkTo(page, question.getByRole('button', { name: quizMessages[lang].check }));
      await page.keyboard.press('Space');
      await expect(question.getByRole('status')).toHaveText(quizMessages[lang].rightAfter(2));
      const link = question.getByRole('link', { name: afterMessages[lang].runKey });
      await walkTo(page, link);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(key.runs?.[key.choices[right]?.id ?? ''] ?? QUESTION.id);
    });

    test('a setting is changed, run, judged, scrubbed, and every task asked why it is there', async ({ page }) => {
      await open(page, lang, SCENARIO);
      const lab = labOf(page, lang);
      await walkTo(page, lab.minimum);
      await page.keyboard.press('ArrowLeft');
      await expect(lab.minimum).toHaveValue('66');
      await walkTo(page, lab.run);
      await page.keyboard.press('Enter');
      await expect(lab.verdict).toContainText(lab.words.goalsMet(3, 3));
      await walkTo(page, lab.yard.getByRole('button').first());
      await page.keyboard.press('Enter');
      await expect(lab.yard.getByRole('button').first()).toHaveAttribute('aria-pressed', 'true');
      await walkTo(page, lab.scrub);
      const end = Number(await lab.scrub.inputValue());
      await page.keyboard.press('Home');
      await expect(lab.scrub).toHaveValue('0');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await expect(lab.scrub).not.toHaveValue('0');
      await page.keyboard.press('End');
      await expect(lab.scrub).toHaveValue(String(end));
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      await expect(lab.scrub).toHaveAttribute('aria-valuetext', /\d/);
      await walkTo(page, page.getByRole('tab', { selected: true }));
      await page.keyboard.press('ArrowRight');
      await expect(page.getByRole('tab', { name: lab.words.whyNow })).toBeFocused();
      await expect(page.getByRole('tabpanel', { name: lab.words.whyNow })).toBeVisible();
    });

    test('the table view is chosen and read without a mouse', async ({ page }) => {
      await open(page, lang, SCENARIO);
      const lab = labOf(page, lang);
      await walkTo(page, page.getByRole('radio', { name: lab.words.yard }));
      await page.keyboard.press('ArrowRight');
      await expect(page.getByRole('radio', { name: lab.words.table })).toBeChecked();
      await expect(page.getByRole('table', { name: lab.words.tableCaption('0:00') })).toBeVisible();
    });
  });
}

test.describe('with Tab through a whole page', () => {
  for (const [name, path] of [
    ['home', '/'],
    ['a lesson', LESSON],
    ['the list of scenarios', '/lab/'],
    ['your data', '/you/'],
  ] as const) {
    test(`${name}: no trap, and one always sees where one is`, async ({ page }) => {
      await open(page, 'en', path);
      const stops = await walkThrough(page);
      expect(stops.length).toBeGreaterThan(10);
      expect(stops.filter((stop) => !stop.seen).map((stop) => stop.name)).toEqual([]);
    });
  }

  test('the lab, before and after a run: no trap, and one always sees where one is', async ({ page }) => {
    await open(page, 'en', SCENARIO);
    const before = await walkThrough(page);
    expect(before.filter((stop) => !stop.seen).map((stop) => stop.name)).toEqual([]);
    const lab = labOf(page, 'en');
    await lab.run.click();
    await expect(lab.verdict).toBeVisible();
    await lab.jsonFold.click();
    await page.reload();
    await expectAlive(page);
    await walkTo(page, lab.run);
    await page.keyboard.press('Enter');
    await expect(lab.verdict).toBeVisible();
    const after = await walkThrough(page);
    expect(after.length).toBeGreaterThan(5);
    expect(after.filter((stop) => !stop.seen).map((stop) => stop.name)).toEqual([]);
  });
});
