import { expect, type Locator, type Page, test } from '@playwright/test';
import { pathIn } from '../../src/i18n/paths.ts';
import { LANGUAGES, type Language } from '../../src/i18n/text.ts';
import { writeFragment } from '../../src/islands/lab/answer-fragment.ts';
import type { AnswerSet, Json } from '../../src/simulator/run.ts';
import type { Scenario } from '../../src/simulator/scenario/scenario-schema.ts';
import { htmlPages } from '../site/pages.ts';
import { complaintsOf } from './complaints.ts';
import { labOf, open } from './site.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** How a person sets a number, chooses, and presses. */
type Hands = {
  slide: (page: Page, slider: Locator, share: number) => Promise<void>;
  choose: (page: Page, list: Locator, index: number) => Promise<void>;
  /** Comes to a place; what has to be walked to by Tab. */
  reach: (page: Page, place: Locator) => Promise<void>;
  press: (page: Page, button: Locator) => Promise<void>;
};

const INPUTS = {
  mouse: {
    slide: async (page, slider, share) => {
      const { from, to } = await wayOf(slider, share);
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 6 });
      await page.mouse.up();
    },
    choose: async (_, list, index) => void (await list.selectOption(String(index))),
    reach: async (_, place) => place.scrollIntoViewIfNeeded(),
    press: async (_, button) => button.click(),
  },
  touch: {
    slide: async (page, slider, share) => {
      const { from, to } = await wayOf(slider, share);
      const finger = await page.context().newCDPSession(page);
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
        finger.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y: from.y }] });
      await touch('touchStart', from.x);
      for (let step = 1; step <= 6; step++) await touch('touchMove', from.x + ((to.x - from.x) * step) / 6);
      await touch('touchEnd');
    },
    choose: async (_, list, index) => void (await list.selectOption(String(index))),
    reach: async (_, place) => place.scrollIntoViewIfNeeded(),
    press: async (_, button) => button.tap(),
  },
  keyboard: {
    // The arrow keys do it all, below.
    slide: async () => {},
    choose: async (page, list, index) => {
      const by = index - Number(await list.inputValue());
      for (let i = 0; i < Math.abs(by); i++) await page.keyboard.press(by > 0 ? 'ArrowDown' : 'ArrowUp');
    },
    reach: async (page, place) => {
      for (let presses = 0; presses < 80; presses++) {
        if (await place.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press('Tab');
      }
      await expect(place).toBeFocused();
    },
    press: async (page) => page.keyboard.press('Enter'),
  },
} satisfies Record<string, Hands>;

type Input = keyof typeof INPUTS;

/** Where the thumb of a slider is, and where it would be at a share of its length. */
async function wayOf(slider: Locator, share: number) {
  const box = await slider.boundingBox();
  if (box === null) throw new Error('The slider cannot be seen.');
  const now = await slider.evaluate(
    (range: HTMLInputElement) => (Number(range.value) - Number(range.min)) / (Number(range.max) - Number(range.min)),
  );
  const thumb = 20;
  const at = (part: number) => ({ x: box.x + thumb / 2 + part * (box.width - thumb), y: box.y + box.height / 2 });
  return { from: at(now), to: at(share) };
}

/** Ten topics; each input in each language and theme. */
const SOLVED: [input: Input, lang: Language, theme: 'light' | 'dark', scenario: string][] = [
  ['mouse', 'en', 'light', 'capacity/room-for-the-rush'],
  ['mouse', 'en', 'dark', 'deployment/it-starts-and-gives-up'],
  ['mouse', 'ko', 'light', 'networking/six-tasks-one-port'],
  ['mouse', 'ko', 'dark', 'scaling/late-by-three-minutes'],
  ['touch', 'en', 'light', 'launch-types/patch-day'],
  ['touch', 'en', 'dark', 'load-balancing/not-one-upload-lost'],
  ['touch', 'ko', 'light', 'rolling-update/half-the-fleet'],
  ['touch', 'ko', 'dark', 'crossing/zone-lost-halfway'],
  ['keyboard', 'en', 'light', 'placement/survive-a-zone'],
  ['keyboard', 'en', 'dark', 'events/the-same-order-twice'],
  ['keyboard', 'ko', 'light', 'scaling/where-a-step-begins'],
  ['keyboard', 'ko', 'dark', 'capacity/one-step-at-a-time'],
];

for (const [input, lang, theme, id] of SOLVED) {
  test.describe(`by ${input}, in ${lang}, ${theme}`, () => {
    test.use({
      colorScheme: theme,
      ...(input === 'touch' ? { hasTouch: true, isMobile: true, viewport: { width: 390, height: 780 } } : {}),
    });

    test(`${id} is solved`, async ({ page }) => {
      const hands: Hands = INPUTS[input];
      const scenario = await scenarioOf(page, id);
      await open(page, lang, `/lab/${id}/`);
      const lab = labOf(page, lang);
      if (input === 'touch') await lab.controls.getByRole('button', { name: lab.words.change }).tap();
      for (const [path, value] of Object.entries(solutionOf(scenario))) {
        const control = page.locator(`#c${path.replaceAll('/', '-')}`);
        await hands.reach(page, control);
        const choices = scenario.challenge?.change?.find((each) => each.path === path)?.choices;
        if (choices)
          await hands.choose(
            page,
            control,
            choices.findIndex((each) => isSame(each.value, value)),
          );
        else await setNumber(page, hands, control, Number(value));
      }
      await hands.reach(page, lab.run);
      await hands.press(page, lab.run);
      await expect(lab.verdict.locator('.solved')).toContainText(lab.words.solved);
      await expect(lab.verdict.getByRole('img', { name: lab.words.notMet, exact: true })).toHaveCount(0);
    });
  });
}

/** Drags as near as a hand can, and sets the rest with the buttons at its side, or all of it with the arrow keys. */
async function setNumber(page: Page, hands: Hands, slider: Locator, value: number): Promise<void> {
  const { min, max, step } = await slider.evaluate(({ min, max, step }: HTMLInputElement) => ({ min, max, step }));
  await hands.slide(page, slider, (value - Number(min)) / (Number(max) - Number(min)));
  const buttons = page.locator('.field').filter({ has: slider }).getByRole('button');
  const isKeyboard = hands === INPUTS.keyboard;
  const rest = (value - Number(await slider.inputValue())) / Number(step);
  if (!isKeyboard) expect(Math.abs(rest), 'The drag should come near.').toBeLessThan(12);
  for (let i = 0; i < Math.abs(rest); i++) {
    if (isKeyboard) await page.keyboard.press(rest > 0 ? 'ArrowRight' : 'ArrowLeft');
    else await hands.press(page, rest > 0 ? buttons.last() : buttons.first());
  }
  await expect(slider).toHaveValue(String(value));
}

function isSame(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

async function scenarioOf(page: Page, id: string): Promise<Scenario> {
  return (await (await page.request.get(`/data/scenarios/${id}.json`)).json()) as Scenario;
}

function solutionOf(scenario: Scenario): AnswerSet {
  return scenario.challenge?.solutions?.[0]?.set ?? {};
}

test('every scenario opens with a link to its solution, runs, and says that it is solved', async ({
  page,
  context,
  baseURL,
}) => {
  const complaints = await complaintsOf(context, baseURL ?? '');
  const ids = htmlPages().flatMap((name) => /^lab\/([^/]+\/[^/]+)\/index\.html$/.exec(name)?.[1] ?? []);
  expect(ids.length).toBeGreaterThanOrEqual(68);
  for (const [place, id] of ids.entries()) {
    const lang = LANGUAGES[place % 2] ?? 'en';
    const fragment = writeFragment(solutionOf(await scenarioOf(page, id)));
    await page.goto(`${pathIn(lang, `/lab/${id}/`)}#${fragment}`, { waitUntil: 'commit' });
    const lab = labOf(page, lang);
    // Before the island answers, a press does nothing.
    await expect(page.locator('astro-island[ssr][client="load"]')).toHaveCount(0);
    // The verdict on the run, after the link: a link that leads to a solution is no look at it. On a busy machine the
    // link may be read after the press; then the run is stale, and a second press runs what the link says.
    await expect(async () => {
      await lab.run.click();
      await expect(lab.verdict.locator('.solved'), id).toContainText(lab.words.solved, { timeout: 10_000 });
    }).toPass({ timeout: 40_000 });
  }
  expect(complaints).toEqual([]);
});
