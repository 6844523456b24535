// What the browser tests share: the kinds of pages, and the places a learner looks at.
import { expect, type Locator, type Page } from '@playwright/test';
import { labMessages } from '../../src/i18n/lab-messages.ts';
import { pathIn } from '../../src/i18n/paths.ts';
import { quizMessages } from '../../src/i18n/quiz-messages.ts';
import { LANGUAGES, type Language } from '../../src/i18n/text.ts';
import type { QuestionKey, QuestionSet } from '../../src/quiz-engine/asked/asked-question.ts';

export const NAMES: Record<Language, string> = { en: 'English', ko: 'Korean' };

/** All browser tests together must stay below the time that CI has; TRY_ALL=1 tries what they leave out for that. */
export const TRY_ALL = process.env.TRY_ALL !== undefined;

/**
 * The languages of a file whose behaviour does not hang on words: one. The words themselves are typed in both, and what is seen is
 * tried in both.
 */
export function triedIn(language: Language): readonly Language[] {
  return TRY_ALL ? LANGUAGES : [language];
}

/** The lesson, the question and the scenario that the journeys walk through. */
export const LESSON = '/lessons/ecs-rolling-updates/';
export const QUESTION = { set: 'ecs-rolling-updates', id: 'rolling-one-percent-less' };
export const SCENARIO = '/lab/rolling-update/two-thirds-rounded-up/';
export const MINIMUM = '/services/0/deploymentConfiguration/minimumHealthyPercent';
export const MAXIMUM = '/services/0/deploymentConfiguration/maximumPercent';

/** One page of each kind, by its path without language. */
export const KINDS: Record<string, string> = {
  home: '/',
  'list of lessons': '/lessons/',
  lesson: LESSON,
  'list of scenarios': '/lab/',
  'lab of a rolling update': SCENARIO,
  'lab of a placement': '/lab/placement/survive-a-zone/',
  'mock exams': '/exam/',
  glossary: '/glossary/',
  'comparison tables': '/reference/',
  'limits and defaults': '/reference/limits/',
  'exam and today': '/reference/changes/',
  claims: '/claims/',
  report: '/report/',
  about: '/about/',
  'your data': '/you/',
  'question statistics': '/stats/',
  practice: '/practice/',
  review: '/review/',
  'offline page': '/offline/',
  'page that is not there': '/no-such-page/',
};

/** Opens a page in a language and waits until everything that loads with it is alive. */
export async function open(page: Page, lang: Language, path: string): Promise<void> {
  await page.goto(pathIn(lang, path));
  await expectAlive(page);
}

/** The islands that load with the page answer; those that wait to be seen are not waited for. */
export async function expectAlive(page: Page): Promise<void> {
  // A page that has only begun to arrive has no islands yet.
  await page.waitForLoadState();
  await expect(page.locator('astro-island[ssr][client="load"]')).toHaveCount(0);
}

/** A question of a lesson, scrolled to and alive. */
export async function questionOf(page: Page, id: string = QUESTION.id): Promise<Locator> {
  const question = page.locator(`#q-${id}`);
  await question.scrollIntoViewIfNeeded();
  await expect(question.locator('astro-island')).not.toHaveAttribute('ssr');
  return question;
}

/** Key and reasons as the site publishes them, so that these tests hold no content of their own. */
export async function keyOf(page: Page, lang: Language, { set, id } = QUESTION): Promise<ChoiceKey> {
  const { asked, questions } = await setOf(page, lang, set);
  const question = asked[id];
  const key = questions[id];
  if (key === undefined || question === undefined) throw new Error(`The set ${set} has no question ${id}.`);
  const graded = key.grading && 'choices' in key.grading ? key.grading.choices : [];
  const shown = 'choices' in question ? question.choices : [];
  const choices = shown.map((choice) => ({
    id: choice.id,
    correct: graded.some((each) => each.id === choice.id && each.correct),
    whyHtml: key.whyHtml[choice.id] ?? '',
  }));
  return { ...key, choices };
}

/** A key with its choices in the order of the page. */
export type ChoiceKey = QuestionKey & { choices: { id: string; correct: boolean; whyHtml: string }[] };

export async function setOf(page: Page, lang: Language, set: string): Promise<QuestionSet> {
  const answer = await page.request.get(`/data/${lang}/questions/${set}.json`);
  return (await answer.json()) as QuestionSet;
}

/** HTML as a reader sees it. */
export function textOf(page: Page, html: string): Promise<string> {
  return page.evaluate((source) => {
    const text = new DOMParser().parseFromString(source, 'text/html').body.textContent ?? '';
    return text.replaceAll(/\s+/g, ' ').trim();
  }, html);
}

/** The label that holds a choice: its words, its verdict and its reason. */
export function choiceOf(question: Locator, id: string): Locator {
  return question.locator('label.opt').filter({ has: question.page().locator(`input[value="${id}"]`) });
}

export async function chooseAndCheck(question: Locator, lang: Language, id: string): Promise<void> {
  await choiceOf(question, id).locator('input').check();
  await question.getByRole('button', { name: quizMessages[lang].check }).click();
}

/** The parts of the lab, by what they are called. */
export function labOf(page: Page, lang: Language) {
  const words = labMessages[lang];
  const controls = page.getByRole('region', { name: words.controlsRegion });
  return {
    words,
    controls,
    minimum: page.locator(`input[type="range"][id="c${MINIMUM.replaceAll('/', '-')}"]`),
    run: controls
      .getByRole('button', { name: new RegExp(`^(${words.run}|${words.runAgain})$`) })
      .locator('visible=true'),
    verdict: page.getByRole('region', { name: words.verdict }),
    yard: page.locator('.yard'),
    scrub: page.getByRole('slider', { name: words.momentOfRun }),
    jsonFold: controls.locator('summary').filter({ hasText: words.json }),
    json: page.locator('#answer-json'),
    notice: page.locator('.notice-place'),
  };
}

export type Lab = ReturnType<typeof labOf>;

/** Runs the answer as it stands and waits for the verdict on it. */
export async function runLab(lab: Lab): Promise<void> {
  await lab.run.click();
  await expect(lab.verdict).toBeVisible();
}
