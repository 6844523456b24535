// What the browser tests of live rooms share: a host that speaks to the API, and the places of a player's page.
import { type APIRequestContext, expect, type Locator, type Page } from '@playwright/test';
import { pathIn } from '../../src/i18n/paths.ts';
import { playerMessages } from '../../src/i18n/player-messages.ts';
import type { Language } from '../../src/i18n/text.ts';
import { showCode } from '../../src/islands/live/room-code.ts';
import type { Command, NewRoom, Opened } from '../../src/live/commands.ts';

const ROLLING = 'ecs-rolling-updates';

/** One question of each kind, by its set. */
export const ASKED = {
  single: { set: ROLLING, id: 'rolling-one-percent-less' },
  multiple: { set: ROLLING, id: 'rolling-static-port-two-ways' },
  order: { set: ROLLING, id: 'rolling-one-wave' },
  match: { set: 'ecs-task-placement', id: 'placement-wish-and-word' },
  number: { set: ROLLING, id: 'rolling-lowest-count' },
  scenario: { set: ROLLING, id: 'rolling-free-it' },
  case: { set: 'ecs-launch-types', id: 'launch-lunch-rush' },
} as const;

export type Kind = keyof typeof ASKED;

/** A room that a test leads through the API. */
export async function openRoom(
  request: APIRequestContext,
  lang: Language,
  wish: Partial<NewRoom> & Pick<NewRoom, 'questions'>,
) {
  const made = await request.post('/api/live/rooms', {
    data: { title: 'Rolling updates', lang, settings: {}, ...wish },
  });
  expect(made.status(), await made.text()).toBe(201);
  const opened = (await made.json()) as Opened;
  const headers = { Authorization: `Bearer ${opened.hostToken}`, 'Accept-Language': lang };
  return {
    ...opened,
    do: async (command: Command) => {
      const done = await request.post(`/api/live/rooms/${opened.room}/command`, { data: command, headers });
      expect(done.status(), `${JSON.stringify(command)}: ${await done.text()}`).toBe(200);
    },
  };
}

/** Joins by link; the room has let the player in when the name stands in the page's head. */
export async function joinByLink(page: Page, lang: Language, code: string, name: string): Promise<void> {
  const words = playerMessages[lang];
  await page.goto(`${pathIn(lang, '/live/play/')}#${code}`);
  await page.getByLabel(words.name).fill(name);
  await page.getByRole('button', { name: words.join, exact: true }).click();
  await expect(page.locator('.pl-name')).toHaveText(name);
}

export function playerOf(page: Page, lang: Language) {
  const words = playerMessages[lang];
  return {
    words,
    said: page.locator('.pl-said'),
    send: page.getByRole('button', { name: words.send }),
    choice: (id: string): Locator => page.locator(`label.opt:has(input[value="${id}"])`),
    heading: page.getByRole('heading', { level: 1 }),
    link: page.locator('.pl-link'),
    roomText: words.room(showCode('AAAAAA')).replace('AAA AAA', ''),
  };
}

/** Sets some answer to the question on show, whatever its kind, and sends it where a tap does not. */
export async function answerSomehow(page: Page, lang: Language, kind: Kind): Promise<void> {
  const player = playerOf(page, lang);
  switch (kind) {
    case 'single':
      await page.locator('label.opt').first().click();
      return;
    case 'multiple':
      for (const at of [0, 1]) await page.locator('label.opt').nth(at).click();
      break;
    case 'order':
      break;
    case 'match':
      for (const list of await page.locator('.pair select').all()) await list.selectOption({ index: 1 });
      break;
    case 'number':
      await page.locator('.number input').fill('3');
      break;
    case 'scenario':
      await page.locator('.scenario-panel input[type="range"]').first().press('ArrowRight');
      break;
    case 'case':
      for (const part of await page.locator('.parts > li').all()) await answerPart(part);
      break;
  }
  await player.send.click();
}

async function answerPart(part: Locator): Promise<void> {
  const number = part.locator('.number input');
  if ((await number.count()) > 0) return number.fill('3');
  for (const list of await part.locator('.pair select').all()) await list.selectOption({ index: 1 });
  const choices = part.locator('label.opt:has(input)');
  if ((await choices.count()) > 0) await choices.first().click();
  const up = part.locator('.moves button').last();
  if ((await up.count()) > 0) await part.locator('[data-move$="-down"]').first().click();
}
