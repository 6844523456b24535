// A room as its host leads it, against the product's own server; the players are requests.
import { readFile } from 'node:fs/promises';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { liveHostMessages } from '../../src/i18n/live-host-messages.ts';
import { questionSetMessages } from '../../src/i18n/question-set-messages.ts';
import type { Language } from '../../src/i18n/text.ts';
import { sayMoment } from '../../src/islands/live/say-deadline.ts';
import type { Joined } from '../../src/live/commands.ts';
import { expectAccessible } from './axe.ts';
import { type HostWish, hostOf, openRoomAsHost } from './live-host.ts';
import { keyOf, open, QUESTION } from './site.ts';

test.use({ bypassCSP: true });

/** Opens a room that asks these questions; the page is then in it. */
async function openRoom(page: Page, lang: Language, ids: string[], more: Omit<HostWish, 'ids'> = {}) {
  return { words: liveHostMessages[lang], code: await openRoomAsHost(page, lang, { ids, ...more }) };
}

async function join(request: APIRequestContext, code: string, name: string): Promise<Joined> {
  const answer = await request.post(`/api/live/codes/${code}/join`, { data: { name, lang: 'en' } });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as Joined;
}

async function say(
  request: APIRequestContext,
  seat: Joined,
  answer: { question: number; round: number; response: unknown; seq?: number },
) {
  const sent = await request.post(`/api/live/rooms/${seat.room}/answer`, {
    data: { seq: 1, ...answer },
    headers: { Authorization: `Bearer ${seat.token}` },
  });
  expect(sent.status(), await sent.text()).toBe(200);
}

test('a room is opened, asked, closed, revealed, voted again, moved, exported and deleted, by keyboard', async ({
  page,
  request,
  browser,
}) => {
  const choices = await keyOf(page, 'en');
  const right = choices.choices.find(({ correct }) => correct)?.id ?? '';
  const wrong = choices.choices.find(({ correct }) => !correct)?.id ?? '';
  await page.setViewportSize({ width: 1440, height: 810 });
  const { words, code } = await openRoom(page, 'en', [QUESTION.id, 'rolling-swap-without-extra'], {
    title: 'Week 3',
    approval: true,
    teams: 'Quay, Pier',
  });
  await expectAccessible(page);
  await expect(page.getByRole('img', { name: words.join })).toBeVisible();

  const seats = [
    await join(request, code, 'Ada'),
    await join(request, code, 'Bo'),
    await join(request, code, 'Mallory'),
  ];
  await expect(page.getByText(words.waitingIn(3))).toBeVisible();
  await page.getByRole('button', { name: words.letAllIn }).click();
  await expect(page.getByText(words.waitingIn(3))).toHaveCount(0);

  await page.getByRole('button', { name: words.more('Bo') }).click();
  await page.getByLabel(words.newName).fill('Bea');
  await page.getByRole('button', { name: words.rename }).click();
  await expect(page.locator('.host-seat', { hasText: 'Bea' })).toBeVisible();
  await page.getByRole('button', { name: words.more('Bea') }).click();
  await page.getByLabel(words.teamOf).selectOption('Quay');
  await expect(page.locator('.host-seat', { hasText: 'Bea' }).locator('.tag').first()).toHaveText('Quay');
  await page.getByRole('button', { name: words.more('Bea') }).click();
  await page.getByRole('button', { name: words.more('Mallory') }).click();
  await page.getByRole('button', { name: words.bar, exact: true }).click();
  await expect(page.locator('.host-seat.barred')).toContainText('Mallory');

  await page.locator('h1').click();
  await page.keyboard.press('n');
  await expect(page.locator('.host-phase.open')).toBeVisible();
  const [ada, bea] = seats as [Joined, Joined, Joined];
  await say(request, ada, { question: 0, round: 0, response: [wrong] });
  await say(request, bea, { question: 0, round: 0, response: [wrong] });
  await expect(page.getByText(words.answered(2, 2))).toBeVisible();
  await page.keyboard.press('e');
  await page.keyboard.press('c');
  await expect(page.locator('.host-phase.closed')).toBeVisible();

  // A reload comes back to the same room at the same place.
  await page.reload();
  await expect(page.locator('.host-phase.closed')).toBeVisible();
  await page.keyboard.press('v');
  await expect(page.locator('.host-phase.open')).toBeVisible();
  await say(request, ada, { question: 0, round: 1, response: [right] });
  await say(request, bea, { question: 0, round: 1, response: [wrong] });
  await expect(page.getByText(words.answered(2, 2))).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.host-phase.closed')).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.locator('.host-phase.revealed')).toBeVisible();
  await expect(page.getByText(words.gain(0, 50))).toBeVisible();
  await expect(page.locator('.host-reasons .why').first()).toBeVisible();
  await expectAccessible(page);
  for (const width of [820, 360]) {
    await page.setViewportSize({ width, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width);
  }

  // The link to another device is the key; there the room is at the same place.
  await page.setViewportSize({ width: 1440, height: 810 });
  await page.getByText(words.room, { exact: true }).click();
  await page.getByRole('button', { name: words.move }).click();
  const key = await page.getByLabel(words.address).inputValue();
  await page.keyboard.press('Escape');
  const other = await browser.newContext();
  const second = await other.newPage();
  await second.goto(new URL(page.url()).origin + new URL(key).pathname + new URL(key).hash);
  await expect(second.locator('.host-phase.revealed')).toBeVisible();
  expect(new URL(second.url()).hash).not.toContain(';');
  await second.keyboard.press('n');
  await expect(page.locator('.host-phase.open')).toBeVisible();
  await second.keyboard.press('c');
  await other.close();

  await expect(page.locator('.host-phase.closed')).toBeVisible();
  await page.getByRole('button', { name: words.lock, exact: true }).click();
  await expect(page.getByRole('button', { name: words.unlock })).toBeVisible();
  expect((await request.post(`/api/live/codes/${code}/join`, { data: { name: 'Late', lang: 'en' } })).status()).toBe(
    423,
  );
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: words.asCsv }).click();
  const table = await readFile(await (await saving).path(), 'utf8');
  expect(table).toMatch(/Ada/);
  expect(table).toMatch(/Bea/);

  await page.getByRole('button', { name: words.end }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: words.doEnd }).click();
  await expect(page.locator('.host-phase.ended')).toBeVisible();
  await page.getByRole('button', { name: words.purge }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.purge }).click();
  await expect(page.getByText(words.purged)).toBeVisible();
  expect((await request.post(`/api/live/codes/${code}/join`, { data: { name: 'Late', lang: 'en' } })).status()).toBe(
    404,
  );
});

test('a simulator task shows the field of answers, and the best of them is played', async ({ page, request }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const bank = (await (await request.get('/api/live/bank')).json()) as {
    questions: { id: string; kind: string; set: string }[];
  };
  const task = bank.questions.find(({ kind }) => kind === 'scenario');
  const set = (await (await request.get(`/data/en/questions/${task?.set}.json`)).json()) as {
    asked: Record<string, { scenario: string }>;
  };
  const scenario = (await (
    await request.get(`/data/scenarios/${set.asked[task?.id ?? '']?.scenario}.json`)
  ).json()) as {
    challenge: { solutions: { set: unknown }[]; mistakes?: { set: unknown }[] };
  };
  const { words, code } = await openRoom(page, 'ko', [task?.id ?? '']);
  const seats = [await join(request, code, 'Ada'), await join(request, code, 'Bo')] as const;
  await page.keyboard.press('n');
  await expect(page.locator('.host-phase.open')).toBeVisible();
  await say(request, seats[0], { question: 0, round: 0, response: scenario.challenge.solutions[0]?.set });
  await say(request, seats[1], { question: 0, round: 0, response: scenario.challenge.mistakes?.[0]?.set ?? {} });
  await expect(page.getByText(words.answered(2, 2))).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.locator('.host-sets > li')).toHaveCount(2);
  await page.getByRole('button', { name: words.playBest }).click();
  await expect(page.locator('.run-stage .goals .mark').first()).toBeVisible();
  await expectAccessible(page);
});

test('without the live server the page says so, and how to run one', async ({ page }) => {
  const words = liveHostMessages.ko;
  await page.route('**/api/live/**', (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await open(page, 'ko', '/live/host/');
  await expect(page.getByText(words.noServer)).toBeVisible();
  await expect(page.getByText('HOST=0.0.0.0 npm start')).toBeVisible();
  await expectAccessible(page);
  await page.unroute('**/api/live/**');
  await page.getByRole('button', { name: words.tryAgain }).click();
  await expect(page.getByRole('button', { name: words.open, exact: true })).toBeVisible();
  await page.goto('/ko/live/host/#nobody');
  await expect(page.getByText(words.noKey)).toBeVisible();
});

test('an assignment ends when the server says, whatever the host’s clock; the host sees each question and each person as they answer', async ({
  page,
  request,
}) => {
  const words = liveHostMessages.en;
  // An hour fast: nothing of it may reach the room.
  await page.addInitScript(() => {
    const { now } = Date;
    Date.now = () => now() + 3_600_000;
  });
  const { choices } = await keyOf(page, 'en');
  const right = choices.find(({ correct }) => correct)?.id ?? '';
  const wrong = choices.find(({ correct }) => !correct)?.id ?? '';
  await page.setViewportSize({ width: 1440, height: 900 });
  const began = Date.now();
  const { code } = await openRoom(page, 'en', [QUESTION.id, 'rolling-swap-without-extra'], { pace: 'self' });
  const when = (afterMs: number) => words.openUntil(sayMoment('en', began + afterMs));
  // The minute may turn while the room is opened.
  const ends = page.getByText(when(3_600_000)).or(page.getByText(when(3_660_000)));
  await expect(ends).toBeVisible();
  await expect(page.getByText('1 hour', { exact: true })).toBeVisible();
  const seats = [await join(request, code, 'Ada'), await join(request, code, 'Bo')] as const;
  await say(request, seats[0], { question: 0, round: 0, response: [right] });
  await expect(page.getByRole('img', { name: words.progress(1, 2, 1) })).toBeVisible();
  await expect(page.getByRole('img', { name: words.progress(0, 2, 0) })).toBeVisible();
  const first = page.locator('.host-board li').first();
  await expect(first).toContainText(words.answered(1, 2));
  await first.locator('summary').first().click();
  await expect(first.locator('.host-spread > li.right b').last()).toHaveText('1');
  // While it is looked at, an answer comes and the one before is changed.
  await say(request, seats[1], { question: 0, round: 0, response: [right] });
  await expect(first.locator('.host-spread > li.right b').last()).toHaveText('2');
  await say(request, seats[0], { question: 0, round: 0, response: [wrong], seq: 2 });
  await expect(first.locator('.host-spread > li.right b').last()).toHaveText('1');
  await expect(first).toContainText(words.rightOnes(1));
  await expectAccessible(page);
  for (const width of [820, 360]) {
    await page.setViewportSize({ width, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width);
  }
  await page.getByRole('button', { name: words.doEnd }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.doEnd }).click();
  await expect(page.locator('.host-phase.ended')).toBeVisible();
  await expect(page.locator('.host-seat', { hasText: 'Bo' })).toContainText(words.points(100));
});

test('wrong turns of a host lead nowhere bad: nothing chosen, markup, double clicks, reloads, the back button, two tabs, wrong keys', async ({
  page,
  request,
  context,
}) => {
  const words = liveHostMessages.en;
  const host = hostOf(page, 'en');
  const title = '<b onclick="x">Week</b> '.repeat(21);
  await open(page, 'en', '/live/host/');
  await page.getByRole('radio', { name: questionSetMessages.en.byIds }).check();
  await page.getByLabel(questionSetMessages.en.ids, { exact: true }).fill('no-such-question');
  await page.getByRole('button', { name: words.open, exact: true }).dblclick();
  await expect(page.getByText(words.chooseFirst)).toBeVisible();

  const { code } = await openRoom(page, 'en', [QUESTION.id, 'rolling-swap-without-extra'], {
    title,
    teams: '<i>A</i>, B',
  });
  const shown = page.locator('.host-top h1');
  await expect(shown).toHaveText(/^<b onclick="x">Week<\/b>/);
  expect((await shown.innerText()).length).toBeLessThanOrEqual(80);
  const seat = await join(request, code, '<img src=x>');
  await expect(page.locator('.host-seat')).toContainText('<img src=x>');
  await expect(page.locator('.host-seat .tag').first()).toHaveText('<i>A</i>');
  expect(await page.locator('.host-people img, .host-people i, .host-top b b').count()).toBe(0);
  await host.reload('lobby');

  // Where the button stood that opens, the one that closes stands a moment later.
  await page.getByRole('button', { name: words.doStart }).dblclick();
  await host.phase('open');
  const { choices } = await keyOf(page, 'en');
  await say(request, seat, { question: 0, round: 0, response: [choices[0]?.id] });
  await page.locator('.host-panel > summary').click();
  await page.getByRole('button', { name: words.lock, exact: true }).dblclick();
  await expect(page.getByRole('button', { name: words.unlock })).toBeVisible();
  await host.reload('open');

  await page.goBack();
  await expect(page.getByRole('button', { name: words.comeBack })).toHaveCount(1);
  await page.goForward();
  await host.phase('open');

  const second = await context.newPage();
  await second.goto(page.url());
  const other = hostOf(second, 'en');
  await other.phase('open');
  await other.byKey('close', 'closed');
  await host.phase('closed');
  await host.reload('closed');
  await Promise.all([host.press('v'), other.press('v')]);
  await Promise.all([host.phase('open'), other.phase('open')]);
  for (const each of [page, second]) await expect(each.locator('.host-now .fault')).toHaveCount(0);
  await host.byButton('close', 'closed');
  await Promise.all([host.press('r'), other.press('r')]);
  await Promise.all([host.phase('revealed'), other.phase('revealed')]);
  await host.reload('revealed');
  await second.close();

  // Another key is no key, and takes the right one of this device not along.
  const room = new URL(page.url()).hash;
  for (const wrong of ['A'.repeat(22), seat.token, 'x']) {
    await page.goto(`/live/host/${room};${wrong}`);
    await expect(page.getByText(words.stranger)).toBeVisible();
    await page.getByRole('button', { name: words.toNew }).click();
    await page.goto(`/live/host/${room}`);
    await host.phase('revealed');
  }
  await page.locator('.host-panel > summary').click();
  await page.locator('.host-panel').getByRole('button', { name: words.end }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.doEnd }).click();
  await host.reload('ended');
  await expect(page.locator('.host-foot button')).toHaveCount(0);
});
