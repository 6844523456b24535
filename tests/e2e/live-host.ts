// What the browser tests of live rooms do on the host's page: open a room, lead it by button and key, take its table along.
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { liveHostMessages } from '../../src/i18n/live-host-messages.ts';
import { questionSetMessages } from '../../src/i18n/question-set-messages.ts';
import type { Language } from '../../src/i18n/text.ts';
import type { Phase } from '../../src/live/frames.ts';
import { open } from './site.ts';

export type HostWish = {
  title?: string;
  ids: readonly string[];
  seconds?: number;
  approval?: boolean;
  topTen?: boolean;
  teams?: string;
  pace?: 'self';
};

/** Fills in the form and opens the room; gives its code. */
export async function openRoomAsHost(page: Page, lang: Language, wish: HostWish): Promise<string> {
  const [words, setWords] = [liveHostMessages[lang], questionSetMessages[lang]];
  await open(page, lang, '/live/host/');
  await page.getByLabel(words.roomTitle).fill(wish.title ?? '');
  await page.getByRole('radio', { name: setWords.byIds }).check();
  await page.getByLabel(setWords.ids, { exact: true }).fill(wish.ids.join('\n'));
  await page.locator('.host-settings > summary').click();
  if (wish.pace) await page.getByRole('radio', { name: words.selfPaced }).check();
  else if (wish.seconds) await page.getByLabel(words.seconds).selectOption(String(wish.seconds));
  if (wish.approval) await page.getByLabel(words.approval).check();
  if (wish.topTen) await page.getByLabel(words.topTen).check();
  await page.getByLabel(words.teams).fill(wish.teams ?? '');
  await page.getByRole('button', { name: words.open, exact: true }).click();
  await expect(page.locator('.host-big-code')).toBeVisible();
  return (await page.locator('.host-big-code').innerText()).replaceAll(/\s/g, '');
}

const ACTIONS = {
  start: ['doStart', 'n'],
  next: ['doNext', 'n'],
  close: ['doClose', 'c'],
  reveal: ['doReveal', 'r'],
  revote: ['doRevote', 'v'],
} as const;
type Action = keyof typeof ACTIONS;

export function hostOf(page: Page, lang: Language) {
  const words = liveHostMessages[lang];
  const phase = (name: Phase) => expect(page.locator(`.host-phase.${name}`)).toBeVisible({ timeout: 15_000 });
  const press = async (key: string) => {
    // A field keeps its own keys.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press(key);
  };
  return {
    words,
    phase,
    press,
    /** What is said of the room beside the buttons: who is connected, how many answered. */
    now: page.locator('.host-now'),
    byButton: async (action: Action, then: Phase) => {
      await page.locator('.host-foot').getByRole('button', { name: words[ACTIONS[action][0]] }).click();
      await phase(then);
    },
    byKey: async (action: Action, then: Phase) => {
      await press(ACTIONS[action][1]);
      await phase(then);
    },
    reload: async (at: Phase) => {
      await page.reload();
      await phase(at);
    },
    end: async () => {
      await page.locator('.host-foot').getByRole('button', { name: words.doEnd }).click();
      await page.getByRole('dialog').getByRole('button', { name: words.doEnd }).click();
      await phase('ended');
    },
    /** The text of a file that the page saves. */
    download: async (button: string) => {
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: button }).click();
      return readFile(await (await saving).path(), 'utf8');
    },
  };
}

export type HostPage = ReturnType<typeof hostOf>;
