import { expect, type Locator, type Page, test } from '@playwright/test';
import axe from 'axe-core';
import { afterMessages } from '../../src/i18n/after-messages.ts';
import { kindMessages } from '../../src/i18n/kind-messages.ts';
import { labMessages } from '../../src/i18n/lab-messages.ts';
import { quizMessages } from '../../src/i18n/quiz-messages.ts';
import { runMessages } from '../../src/i18n/run-messages.ts';
import type { Language } from '../../src/i18n/text.ts';
import { watchMessages } from '../../src/i18n/watch-messages.ts';
import type { QuestionKey } from '../../src/quiz-engine/asked/asked-question.ts';
import { keyOf, MINIMUM, NAMES, open, questionOf, setOf, triedIn } from './site.ts';

// axe is put into the page, which the page's own policy would refuse.
test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } });

const ROLLING = 'ecs-rolling-updates';
const KINDS = {
  order: { set: ROLLING, id: 'rolling-one-wave' },
  match: { set: 'ecs-task-placement', id: 'placement-wish-and-word' },
  number: { set: ROLLING, id: 'rolling-lowest-count' },
  drawn: { set: ROLLING, id: 'rolling-cap-drawn' },
  scenario: { set: ROLLING, id: 'rolling-free-it' },
  case: { set: 'ecs-launch-types', id: 'launch-lunch-rush' },
  multiple: { set: ROLLING, id: 'rolling-static-port-two-ways' },
  proved: { set: ROLLING, id: 'rolling-one-percent-less' },
};

/** Opens the lesson of a question; the returned place is alive. */
async function ask(page: Page, lang: Language, { set, id }: { set: string; id: string }): Promise<Locator> {
  await open(page, lang, `/lessons/${set}/`);
  return questionOf(page, id);
}

async function press(page: Page, place: Locator, ...keys: string[]): Promise<void> {
  await place.focus();
  for (const key of keys) await page.keyboard.press(key);
}

async function written(page: Page, lang: Language, { set, id }: { set: string; id: string }): Promise<QuestionKey> {
  const key = (await setOf(page, lang, set)).questions[id];
  if (key === undefined) throw new Error(`The set ${set} has no question ${id}.`);
  return key;
}

async function expectNoViolations(page: Page, id: string): Promise<void> {
  await page.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found = await page.evaluate(async (place) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const runOnly = { type: 'tag' as const, values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
      const { violations } = await axe.run(place, { runOnly, resultTypes: ['violations'], preload: false });
      return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id} at ${node.target.join(' ')}`));
    }, `#q-${id}`);
    expect.soft(found, `in the ${colorScheme} theme`).toEqual([]);
  }
}

/** What the log on this device holds of a question, oldest first. */
function attemptsOf(page: Page, id: string): Promise<Record<string, unknown>[]> {
  return page.evaluate(
    (question) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('drydock');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const all = request.result.transaction('attempts').objectStore('attempts').getAll();
          all.onsuccess = () => {
            request.result.close();
            resolve(all.result.filter((each) => each.id === question).sort((a, b) => a.atMs - b.atMs));
          };
        };
      }),
    id,
  );
}

/** The status of a question is told first by its own line, not by a hint or a moved step. */
const said = (question: Locator) => question.locator('.quiz-said');
const check = (question: Locator, lang: Language) => question.getByRole('button', { name: quizMessages[lang].check });

for (const lang of triedIn('ko')) {
  test.describe(`by keyboard alone, in ${NAMES[lang]}`, () => {
    const words = kindMessages[lang];
    const quiz = quizMessages[lang];

    test('steps are put in order with arrow keys, and the focus stays on the step that moves', async ({ page }) => {
      const question = await ask(page, lang, KINDS.order);
      const { grading } = await written(page, lang, KINDS.order);
      const right = grading?.kind === 'order' ? grading.steps : [];
      await press(page, check(question, lang), 'Enter');
      await expect(question.locator('.step.right, .step.wrong')).toHaveCount(5);
      await expect(said(question)).toContainText(words.wrongOrder(await question.locator('.step.right').count(), 5));
      const steps = question.locator('[data-step]');
      for (const [place, id] of right.entries()) {
        const order = await steps.evaluateAll((all) => all.map((each) => each.getAttribute('data-step')));
        const button = question.locator(`[data-move="${id}-up"]`);
        await button.focus();
        for (let at = order.indexOf(id) - 1; at >= place; at--) {
          await page.keyboard.press('ArrowUp');
          await expect(steps.nth(at)).toHaveAttribute('data-step', id);
          await expect(button).toBeFocused();
        }
      }
      await press(page, check(question, lang), 'Enter');
      await expect(said(question)).toContainText(quiz.rightAfter(2));
      await expect(question.locator('.why')).toHaveCount(5);
      await expectNoViolations(page, KINDS.order.id);
    });

    test('the buttons of a step name the step that they move, and say where it went', async ({ page }) => {
      const question = await ask(page, lang, KINDS.order);
      const step = question.locator('[data-step]').nth(1);
      const text = (await step.locator('.t').innerText()).trim();
      await press(page, question.getByRole('button', { name: `${words.moveUp} ${text}` }), 'Space');
      await expect(question.locator('[data-step]').first()).toContainText(text);
      await expect(question.getByText(words.movedTo(1, 5))).toBeAttached();
      await expectNoViolations(page, KINDS.order.id);
    });

    test('pairs are chosen from lists; a wrong pair keeps its reason until the end', async ({ page }) => {
      const question = await ask(page, lang, KINDS.match);
      const { grading } = await written(page, lang, KINDS.match);
      const pairs = grading?.kind === 'match' ? grading.pairs : {};
      await press(page, check(question, lang), 'Enter');
      await expect(said(question)).toHaveText(words.partsLeft);
      const [wrong = ''] = Object.keys(pairs);
      for (const [left, right] of Object.entries(pairs)) {
        const list = question.locator(`select[id$="-${left}"]`);
        const value = left === wrong ? 'random' : right;
        const index = await list
          .locator('option')
          .evaluateAll((all, id) => all.findIndex((each) => (each as HTMLOptionElement).value === id), value);
        await press(page, list, ...Array.from({ length: index }, () => 'ArrowDown'));
        await expect(list).toHaveValue(value);
      }
      await press(page, check(question, lang), 'Enter');
      await expect(said(question)).toHaveText(words.wrongPairs(3, 4));
      await expect(question.locator('.why')).toHaveCount(3);
      await expectNoViolations(page, KINDS.match.id);
      await press(page, question.getByRole('button', { name: quiz.showAnswer }), 'Enter');
      await expect(question.locator('.why')).toHaveCount(4);
      await expect(question.locator('.pair.wrong .verdict')).toContainText('binpack');
      await expectNoViolations(page, KINDS.match.id);
    });

    test('a number is typed; a usual wrong one gets its reason, and asked again the numbers are others', async ({
      page,
    }) => {
      const question = await ask(page, lang, KINDS.number);
      const { drawn } = await written(page, lang, KINDS.number);
      const [first] = drawn?.drawings ?? [];
      const field = question.getByRole('textbox', { name: words.yourNumber });
      await field.focus();
      await page.keyboard.type('three');
      await expect(question.getByText(words.noNumber).first()).toBeVisible();
      await field.fill('');
      await page.keyboard.type(String(first?.usual[0]));
      await page.keyboard.press('Enter');
      await expect(said(question)).toHaveText(words.wrongNumber);
      await expect(question.locator('.why')).toHaveCount(1);
      await press(page, question.getByRole('button', { name: quiz.hint(1, 1) }), 'Enter');
      await expect(question.getByRole('list', { name: quiz.hints })).toBeVisible();
      await field.fill(String(first?.key));
      await page.keyboard.press('Enter');
      await expect(said(question)).toHaveText(quiz.rightAfter(2));
      await expectNoViolations(page, KINDS.number.id);
      const stem = await question.locator('.stem').innerText();
      await press(page, question.getByRole('button', { name: quiz.askDrawn }), 'Enter');
      await expect(question.locator('.stem')).not.toHaveText(stem);
      await expect(field).toBeFocused();
      await field.fill(String(drawn?.drawings[1]?.key));
      await page.keyboard.press('Enter');
      await expect(said(question)).toHaveText(quiz.right);
      const attempts = await attemptsOf(page, KINDS.number.id);
      expect(
        attempts.map(({ correct, hints, seed, lang: read, behaviour }) => ({ correct, hints, seed, read, behaviour })),
      ).toEqual([
        { correct: false, hints: 0, seed: 0, read: lang, behaviour: 'practice' },
        { correct: true, hints: 1, seed: 0, read: lang, behaviour: 'practice' },
        { correct: true, hints: 0, seed: 1, read: lang, behaviour: 'practice' },
      ]);
      for (const { tookMs } of attempts) expect(tookMs).toBeGreaterThan(0);
    });

    test('a drawn question with choices tells of the belief behind a wrong number', async ({ page }) => {
      const question = await ask(page, lang, KINDS.drawn);
      const { drawn } = await written(page, lang, KINDS.drawn);
      const [first] = drawn?.drawings ?? [];
      const right = question.locator(`input[value="${first?.key}"]`);
      const wrong = question.locator(`input[value="${first?.usual[0]}"]`);
      await press(page, wrong, 'Space', 'Enter');
      await expect(said(question)).toHaveText(quiz.wrong);
      await expect(question.locator('.why')).toHaveCount(1);
      await press(page, right, 'Space', 'Enter');
      await expect(said(question)).toHaveText(quiz.rightAfter(2));
      await expect(question.locator('.why')).toHaveCount(4);
      await expectNoViolations(page, KINDS.drawn.id);
    });

    test('several right choices are checkboxes', async ({ page }) => {
      const question = await ask(page, lang, KINDS.multiple);
      const { choices } = await keyOf(page, lang, KINDS.multiple);
      for (const { id, correct } of choices) {
        if (correct) await press(page, question.locator(`input[value="${id}"]`), 'Space');
      }
      const figure = question.locator('.run-figure');
      await expect(figure).toHaveCount(0);
      await page.keyboard.press('Enter');
      await expect(said(question)).toHaveText(quiz.right);
      // Its explanation shows a run, which plays where it stands.
      await expect(figure.locator('.task')).toHaveCount(6);
      await expectNoViolations(page, KINDS.multiple.id);
      await press(page, figure.getByRole('button', { name: runMessages[lang].play }), 'Enter');
      await expect(figure.getByRole('slider')).toBeVisible();
      await expect(figure.getByRole('link', { name: runMessages[lang].tryOthers })).toHaveAttribute(
        'href',
        /static-port\/#v1;/,
      );
    });

    test('a scenario is solved with the controls of the lab, and its run is the answer', async ({ page }) => {
      const question = await ask(page, lang, KINDS.scenario);
      await press(page, question.getByRole('button', { name: words.openControls }), 'Enter');
      await expect(question.locator('.scenario-panel')).toBeFocused();
      const run = question.locator('.scenario-panel .btn.go');
      await press(page, run, 'Enter');
      await expect(said(question)).toHaveText(words.wrongRun);
      await expect(question.getByRole('img', { name: labMessages[lang].notMet, exact: true })).toHaveCount(1);
      await expectNoViolations(page, KINDS.scenario.id);
      const minimum = question.locator(`input[type="range"][id="c${MINIMUM.replaceAll('/', '-')}"]`);
      await press(page, minimum, 'Home', ...Array.from({ length: 50 }, () => 'ArrowRight'));
      await expect(minimum).toHaveValue('50');
      await press(page, run, 'Enter');
      await expect(said(question)).toHaveText(quiz.rightAfter(2));
      const [, last] = await attemptsOf(page, KINDS.scenario.id);
      expect(last).toMatchObject({ correct: true, response: { [MINIMUM]: 50 } });
      // Asked again it has other numbers, and the log knows which.
      const brief = await question.locator('.scenario-brief').innerText();
      await question.getByRole('button', { name: quiz.askDrawn }).click();
      await question.getByRole('button', { name: words.openControls }).click();
      await expect(question.locator('.scenario-brief')).not.toHaveText(brief);
      await minimum.fill('50');
      await run.click();
      await expect(said(question)).toHaveText(quiz.right);
      expect((await attemptsOf(page, 'rolling-update/half-the-fleet')).at(-1)).toMatchObject({ met: true, seed: 1 });
    });

    test('a case is answered part by part and told part by part', async ({ page }) => {
      const question = await ask(page, lang, KINDS.case);
      const { parts = {} } = await written(page, lang, KINDS.case);
      const [number = '', choice = ''] = Object.keys(parts);
      const grading = parts[choice]?.grading;
      const right = grading?.kind === 'single' ? grading.choices.find(({ correct }) => correct)?.id : '';
      await press(page, question.locator(`input[value="${right}"]`), 'Space', 'Enter');
      await expect(said(question)).toHaveText(words.partsLeft);
      const field = question.getByRole('textbox', { name: words.yourNumber });
      await field.fill(String(parts[number]?.usual?.[0]?.value));
      await page.keyboard.press('Enter');
      await expect(said(question)).toHaveText(words.wrongParts(1, 2));
      await expectNoViolations(page, KINDS.case.id);
      const value = parts[number]?.grading;
      await field.fill(String(value?.kind === 'number' ? value.value : ''));
      await page.keyboard.press('Enter');
      await expect(said(question)).toHaveText(quiz.rightAfter(2));
      const [, last] = await attemptsOf(page, KINDS.case.id);
      expect(last).toMatchObject({ correct: true, response: { [choice]: [right] } });
    });

    test('certainty is asked once it is wished for, on every question, and kept with the answer', async ({ page }) => {
      const question = await ask(page, lang, KINDS.proved);
      const { choices } = await keyOf(page, lang, KINDS.proved);
      const right = choices.find(({ correct }) => correct)?.id;
      await press(page, question.locator(`input[value="${right}"]`), 'Space', 'Enter');
      await expect(question.getByRole('group', { name: quiz.howSure })).toHaveCount(0);
      await press(page, question.getByRole('button', { name: quiz.askCertainty }), 'Enter');
      await page.reload();
      const again = await questionOf(page, KINDS.proved.id);
      const sure = again.getByRole('radio', { name: quiz.sure, exact: true });
      await press(page, sure, 'Space');
      const wrong = choices.find(({ correct }) => !correct)?.id;
      await press(page, again.locator(`input[value="${wrong}"]`), 'Space', 'Enter');
      await expect(said(again)).toContainText(quiz.sureAndWrong);
      await expectNoViolations(page, KINDS.proved.id);
      const attempts = await attemptsOf(page, KINDS.proved.id);
      expect(attempts.map(({ certainty }) => certainty)).toEqual([undefined, 'sure']);
      await press(page, again.getByRole('button', { name: quiz.stopCertainty }), 'Enter');
      await expect(page.getByRole('group', { name: quiz.howSure })).toHaveCount(0);
    });

    test('watch it: the run of the answer beside the right one, on one scrubber, with what decided', async ({
      page,
    }) => {
      const question = await ask(page, lang, KINDS.proved);
      const { choices } = await keyOf(page, lang, KINDS.proved);
      const wrong = choices.find(({ correct }) => !correct)?.id;
      await press(page, question.locator(`input[value="${wrong}"]`), 'Space', 'Enter');
      await press(page, question.getByRole('button', { name: quiz.showAnswer }), 'Enter');
      await press(page, question.getByRole('button', { name: afterMessages[lang].watch }), 'Enter');
      const watch = question.getByRole('region', { name: watchMessages[lang].title });
      await expect(watch).toBeFocused();
      await expect(watch.locator('.pane')).toHaveCount(2);
      await expect(watch.locator('.decided.bad')).toHaveCount(1);
      await expect(watch.locator('.decided.ok')).toHaveCount(1);
      await expectNoViolations(page, KINDS.proved.id);
      const scrub = watch.getByRole('slider', { name: watchMessages[lang].moment });
      await press(page, scrub, 'Home');
      await expect(watch.locator('output')).toHaveText('0:00');
      await press(page, scrub, 'ArrowRight');
      await expect(watch.locator('output')).toHaveText('0:30');
      await press(page, watch.getByRole('radio', { name: watchMessages[lang].yard }), 'Space');
      await expect(watch.locator('.yard')).toHaveCount(2);
      await expectNoViolations(page, KINDS.proved.id);
    });

    test('every kind fits a phone 360 pixels wide', async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      for (const [kind, place] of Object.entries(KINDS)) {
        const question = await ask(page, lang, place);
        const beyond = await question.evaluate((element) => element.scrollWidth - element.clientWidth);
        expect.soft(beyond, kind).toBeLessThanOrEqual(0);
      }
    });
  });
}

test('a step is dragged to its place', async ({ page }) => {
  const question = await ask(page, 'en', KINDS.order);
  const first = question.locator('[data-step]').first();
  const id = await first.getAttribute('data-step');
  const from = await first.locator('.grab').boundingBox();
  const to = await question.locator('[data-step]').nth(2).boundingBox();
  if (from === null || to === null) throw new Error('The steps have no place on the page.');
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, to.y + to.height - 6, { steps: 12 });
  await page.mouse.up();
  await expect(question.locator('[data-step]').nth(2)).toHaveAttribute('data-step', id ?? '');
});

test('the page of a lesson holds no key of any kind, and asks for none before an answer', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const question = await ask(page, 'en', KINDS.match);
  const { whyHtml } = await written(page, 'en', KINDS.match);
  const html = await page.content();
  expect(Object.values(whyHtml).filter((why) => html.includes(why))).toEqual([]);
  await expect(question).toBeVisible();
  expect(asked.filter((path) => path.startsWith('/data/'))).toEqual([]);
});

test('when the key cannot be had, the answer is kept and can be checked again', async ({ page }) => {
  const question = await ask(page, 'en', KINDS.number);
  await page.route('**/data/en/questions/*.json', (route) => route.abort());
  const field = question.getByRole('textbox');
  await field.fill('2');
  await page.keyboard.press('Enter');
  await expect(said(question)).toHaveText(quizMessages.en.failed);
  await expect(field).toHaveValue('2');
  await page.unroute('**/data/en/questions/*.json');
  await page.keyboard.press('Enter');
  await expect(said(question)).not.toHaveText(quizMessages.en.failed);
});
