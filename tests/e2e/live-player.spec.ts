import { expect, type Locator, type Page, test } from '@playwright/test';
import { liveMessages } from '../../src/i18n/live-messages.ts';
import { pathIn } from '../../src/i18n/paths.ts';
import { playerMessages } from '../../src/i18n/player-messages.ts';
import { screenMessages } from '../../src/i18n/screen-messages.ts';
import { LANGUAGES } from '../../src/i18n/text.ts';
import { showCode } from '../../src/islands/live/room-code.ts';
import { sayMoment } from '../../src/islands/live/say-deadline.ts';
import { expectAccessible } from './axe.ts';
import { ASKED, answerSomehow, joinByLink, type Kind, openRoom, playerOf } from './live.ts';
import { keyOf, NAMES, setOf, triedIn } from './site.ts';

// axe is put into the page, which the page's own policy would refuse.
test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } });

const PHONE = { width: 360, height: 740 };
const NAME = '<b>Kim</b> & Co';
const TEAM = '<i>Pier</i>';

async function expectToFit(page: Page): Promise<void> {
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

for (const lang of triedIn('ko')) {
  test(`${NAMES[lang]}: a player joins by code, answers every kind, comes back at every phase, and is told`, async ({
    page,
    request,
  }) => {
    // A device whose clock is half a minute wrong plays like every other.
    await page.addInitScript(
      (by) => {
        const { now } = Date;
        Date.now = () => now() + by;
      },
      lang === 'en' ? 30_000 : -30_000,
    );
    await page.setViewportSize(PHONE);
    const words = playerMessages[lang];
    const player = playerOf(page, lang);
    const kinds = Object.keys(ASKED) as Kind[];
    const room = await openRoom(request, lang, {
      questions: { ids: kinds.map((kind) => ASKED[kind].id) },
      settings: { teams: ['Quay', TEAM] },
    });
    const { choices } = await keyOf(page, lang, ASKED.single);
    const right = choices.find((choice) => choice.correct)?.id ?? '';
    const wrong = choices.find((choice) => !choice.correct)?.id ?? '';

    await test.step('by code, with a name that is text and nothing else', async () => {
      await page.goto(pathIn(lang, '/live/'));
      const field = page.getByLabel(liveMessages[lang].code);
      await field.fill('nope');
      await field.press('Enter');
      await expect(page.getByRole('alert')).toHaveText(liveMessages[lang].badCode);
      await field.fill(showCode(room.code).toLowerCase());
      await field.press('Enter');
      await expect(page.getByLabel(words.name)).not.toHaveValue('');
      await expectAccessible(page);
      await expect(page.getByRole('radio', { name: words.anyTeam })).toBeChecked();
      await page.getByRole('radio', { name: TEAM }).check();
      await page.getByLabel(words.name).fill(NAME);
      await page.getByRole('button', { name: words.join, exact: true }).click();
      await expect(player.heading).toHaveText(words.lobbyTitle(NAME));
      await expect(page.getByText(words.team(TEAM))).toBeVisible();
      await expect(page.locator('.pl-top b')).toHaveText(showCode(room.code));
      await page.reload();
      await expect(player.heading).toHaveText(words.lobbyTitle(NAME));
      expect(page.url()).toContain(`#${room.code}`);
    });

    await test.step('a tap is sent again until the server takes it, also over a reload', async () => {
      await room.do({ do: 'open', seconds: 60 });
      await expect(player.choice(right)).toBeVisible();
      // What is left is the server's minute, not the device's clock.
      await expect(page.getByRole('timer')).toHaveText(/^(5\d|60)/);
      await page.route('**/answer', (route) => route.fulfill({ status: 503, body: '' }));
      await player.choice(wrong).click();
      await expect(player.said).toHaveText(words.notYet);
      await page.reload();
      await expect(player.choice(wrong).locator('input')).toBeChecked();
      await expect(player.said).toHaveText(words.notYet);
      await page.unroute('**/answer');
      await expect(player.said).toHaveText(words.mayChange);
      await player.choice(right).click();
      await expect(player.said).toHaveText(words.mayChange);
      await page.reload();
      await expect(player.choice(right).locator('input')).toBeChecked();
      await expect(player.said).toHaveText(words.mayChange);
      await expectAccessible(page);
      await expectToFit(page);
    });

    await test.step('after the bell nothing changes; after the reveal everything is told', async () => {
      await room.do({ do: 'close' });
      await expect(player.said).toHaveText(words.closedWith);
      await page.reload();
      await expect(player.said).toHaveText(words.closedWith);
      await expect(player.choice(wrong).locator('input')).toBeDisabled();
      expect(await page.locator('.why').count()).toBe(0);
      await room.do({ do: 'reveal' });
      await expect(player.heading).toHaveText(words.right);
      await page.reload();
      await expect(player.heading).toHaveText(words.right);
      await expect(page.locator('.why')).toHaveCount(choices.length);
      await expect(page.locator('.mine dd').first()).toHaveText('+100');
      await expectAccessible(page);
      await expectToFit(page);
    });

    for (const kind of kinds.slice(1)) {
      await test.step(`a question of the kind ${kind}, and nothing told before its reveal`, async () => {
        await room.do({ do: 'open', seconds: null });
        await expect(page.locator(`#live-${ASKED[kind].id}-stem`)).toBeVisible();
        await answerSomehow(page, lang, kind);
        await expect(player.said).toHaveText(words.mayChange);
        await expectToFit(page);
        expect.soft(await page.locator('.right, .wrong, .why').count()).toBe(0);
        await room.do({ do: 'close' });
        await expect(player.said).toHaveText(words.closedWith);
        await room.do({ do: 'reveal' });
        await expect(page.locator('.res')).toBeVisible();
        await expect(page.locator('.pl-told .stem')).toBeVisible();
        await expectToFit(page);
      });
    }

    await test.step('the end says what came of it, also later', async () => {
      await room.do({ do: 'end' });
      await expect(player.heading).toHaveText(words.endedTitle);
      await page.reload();
      await expect(player.heading).toHaveText(words.endedTitle);
      await expect(page.locator('.mine dd').first()).toHaveText(/\d/);
    });
  });
}

test('a second vote shows the first answer, and both votes stand on the wall', async ({ page, request, browser }) => {
  const words = playerMessages.ko;
  const wall = await browser.newPage({ viewport: { width: 1280, height: 720 }, bypassCSP: true });
  const room = await openRoom(request, 'ko', {
    questions: { ids: [ASKED.single.id, ASKED.scenario.id] },
    settings: { topTen: true },
  });
  const { choices } = await keyOf(page, 'ko', ASKED.single);
  const right = choices.find((choice) => choice.correct)?.id ?? '';
  const wrong = choices.find((choice) => !choice.correct)?.id ?? '';
  const player = playerOf(page, 'ko');
  await page.setViewportSize(PHONE);

  await test.step('the wall shows the way in, and its key leaves the address', async () => {
    await wall.goto(`/ko/live/screen/#${room.room};${room.screenToken}`);
    await expect(wall.locator('.p-code')).toHaveText(showCode(room.code));
    await expect(wall.locator('svg.qr path')).toHaveCount(1);
    expect(wall.url()).not.toContain(room.screenToken);
    await joinByLink(page, 'ko', room.code, '조용한 닻');
    await expect(wall.locator('.p-here')).toHaveText(screenMessages.ko.here(1));
    await wall.reload();
    await expect(wall.locator('.p-here')).toHaveText(screenMessages.ko.here(1));
    await expectAccessible(wall);
    await expectLargeText(wall);
  });

  await test.step('first vote, discussion, second vote', async () => {
    await room.do({ do: 'open', seconds: 60 });
    await expect(wall.locator('.choices li')).toHaveCount(choices.length);
    await player.choice(wrong).click();
    await expect(wall.locator('.p-foot')).toContainText(screenMessages.ko.answered(1, 1));
    expect(await wall.locator('.is-right, .count').count()).toBe(0);
    await expectLargeText(wall);
    await room.do({ do: 'close' });
    await room.do({ do: 'revote', seconds: 60 });
    await expect(page.locator('.pl-first')).toHaveText(words.yourFirst);
    await expect(player.choice(wrong).locator('input')).not.toBeChecked();
    await player.choice(right).click();
    await expect(player.said).toHaveText(words.mayChange);
    await page.reload();
    await expect(player.choice(right).locator('input')).toBeChecked();
    await expect(page.locator('.pl-first')).toHaveText(words.yourFirst);
    await room.do({ do: 'close' });
    await room.do({ do: 'reveal' });
    await expect(wall.locator('.p-gain')).toContainText(screenMessages.ko.gain(0, 100));
    await expect(wall.locator('.is-right')).toHaveCount(1);
    await expect(page.locator('.callout')).toHaveText(words.gain(0, 100));
    await expectAccessible(wall);
    await expectLargeText(wall);
  });

  await test.step('the runs of the class are played in the yard', async () => {
    await room.do({ do: 'open', seconds: null });
    await answerSomehow(page, 'ko', 'scenario');
    await expect(player.said).toHaveText(words.mayChange);
    await room.do({ do: 'close' });
    await room.do({ do: 'reveal' });
    await expect(wall.locator('.p-run .yard')).toBeVisible({ timeout: 20_000 });
    await expect(wall.locator('.p-goals li').first()).toBeVisible();
  });

  await test.step('the wall holds no name before the end, and the ten best after it', async () => {
    await expect(wall.locator('body')).not.toContainText('조용한 닻');
    await room.do({ do: 'end' });
    await expect(wall.locator('.p-tables')).toContainText('조용한 닻');
    await expectLargeText(wall);
  });
  await wall.close();
});

/** From ten metres: no text below 28 px, and nothing that would have to be scrolled to. */
async function expectLargeText(wall: Page): Promise<void> {
  for (const size of [
    { width: 1280, height: 720 },
    { width: 1920, height: 1080 },
  ]) {
    await wall.setViewportSize(size);
    const small = await wall.evaluate(() => {
      const walker = document.createTreeWalker(
        document.querySelector('.live-screen') ?? document.body,
        NodeFilter.SHOW_TEXT,
      );
      const found: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const holder = node.parentElement;
        if (!holder || !node.textContent?.trim() || !holder.checkVisibility() || holder.closest('.vh, svg, noscript'))
          continue;
        const px = Number.parseFloat(getComputedStyle(holder).fontSize);
        if (px < 27.9) found.push(`${px}px: ${node.textContent.trim().slice(0, 40)}`);
      }
      return found;
    });
    expect.soft(small, `${size.width} × ${size.height}`).toEqual([]);
    const beyond = () =>
      wall.evaluate(() => {
        const stage = document.querySelector('.p-stage');
        return stage ? stage.scrollHeight - stage.clientHeight : 0;
      });
    await expect.soft.poll(beyond, `${size.width} × ${size.height}`).toBeLessThanOrEqual(1);
  }
}

test('a seat waits to be let in, is barred for good, and a locked room says so', async ({ page, request }) => {
  const words = playerMessages.en;
  const player = playerOf(page, 'en');
  const room = await openRoom(request, 'en', {
    questions: { ids: [ASKED.single.id] },
    settings: { approval: true, changeable: false, scoring: 'certainty' },
  });
  await joinByLink(page, 'en', room.code, 'Quiet Pier');
  await expect(player.heading).toHaveText(words.waitTitle);
  const { seat } = await page.evaluate(
    () => Object.values(JSON.parse(localStorage.getItem('drydock-live-seats') ?? '{}'))[0] as { seat: string },
  );
  await room.do({ do: 'approve', seats: [seat] });
  await expect(player.heading).toHaveText(words.lobbyTitle('Quiet Pier'));
  await room.do({ do: 'rename', seat, name: 'Loud Pier' });
  await expect(page.locator('.pl-name')).toHaveText('Loud Pier');

  await room.do({ do: 'open', seconds: null });
  await page.locator('label.opt').first().click();
  await expect(player.said).toHaveText('');
  await page.getByRole('radio', { name: 'Sure', exact: true }).check();
  await player.send.click();
  await expect(player.said).toHaveText(words.received);
  await expect(page.locator('label.opt input').first()).toBeDisabled();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Sure', exact: true })).toBeChecked();

  await room.do({ do: 'bar', seats: [seat] });
  await expect(player.heading).toHaveText(words.barredTitle);
  await page.reload();
  await expect(player.heading).toHaveText(/./);
  await expect(page.locator('label.opt')).toHaveCount(0);

  await room.do({ do: 'lock', locked: true });
  await page.evaluate(() => localStorage.clear());
  await page.goto('about:blank');
  await page.goto(`/live/play/#${room.code}`);
  await page.getByRole('button', { name: words.join, exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText(/\S/);
});

test('an assignment is answered in any order, and told when it is over', async ({ page, request }) => {
  const words = playerMessages.en;
  const player = playerOf(page, 'en');
  await page.setViewportSize(PHONE);
  const room = await openRoom(request, 'en', {
    questions: { ids: [ASKED.single.id, ASKED.number.id] },
    settings: { pace: 'self', openMs: 3_600_000 },
  });
  // A phone whose clock is an hour slow says the same end.
  await page.addInitScript(() => {
    const { now } = Date;
    Date.now = () => now() - 3_600_000;
  });
  const began = Date.now();
  await joinByLink(page, 'en', room.code, 'Own Pace');
  const ends = [3_540_000, 3_600_000].map((ms) => page.getByText(words.openUntil(sayMoment('en', began + ms))));
  await expect((ends[0] as Locator).or(ends[1] as Locator)).toBeVisible();
  await expect(page.getByText(words.answeredOf(0, 2))).toBeVisible();
  await page.locator('.pl-list li button').nth(1).click();
  await answerSomehow(page, 'en', 'number');
  await expect(player.said).toHaveText(words.mayChange);
  await page.reload();
  await expect(page.getByText(words.answeredOf(1, 2))).toBeVisible();
  await expectAccessible(page);
  await expectToFit(page);
  await room.do({ do: 'end' });
  await page.locator('.pl-list li button').nth(1).click();
  await expect(page.locator('.res')).toBeVisible();
  await page.getByRole('button', { name: words.list }).click();
  await page.locator('.pl-list li button').first().click();
  await expect(page.locator('.res')).toContainText(words.noAnswer);
});

test('without storage a seat lasts over a reload of its tab; a room that is gone says so', async ({
  page,
  request,
}) => {
  const words = playerMessages.en;
  const player = playerOf(page, 'en');
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  const room = await openRoom(request, 'en', { questions: { ids: [ASKED.single.id] } });
  await joinByLink(page, 'en', room.code, 'Private Tab');
  await page.reload();
  await expect(player.heading).toHaveText(words.lobbyTitle('Private Tab'));
  await request.delete(`/api/live/rooms/${room.room}`, { headers: { Authorization: `Bearer ${room.hostToken}` } });
  await page.reload();
  await expect(player.heading).toHaveText(words.goneTitle);
  await page.getByRole('button', { name: words.joinAgain }).click();
  await expect(page.getByLabel(words.code)).toBeVisible();
});

for (const lang of LANGUAGES) {
  test(`${NAMES[lang]}: a static host says that it has no rooms, and how to run one`, async ({ page }) => {
    await page.route('**/api/live', (route) => route.fulfill({ status: 404, body: '<h1>Not found</h1>' }));
    await page.goto(pathIn(lang, '/live/'));
    await expect(page.getByText(liveMessages[lang].noServer)).toBeVisible();
    await expect(page.locator('.live-missing code')).toHaveText('HOST=0.0.0.0 npm start');
    await expectAccessible(page);
    await page.setViewportSize(PHONE);
    await expectToFit(page);
  });
}

test('the questions of these journeys are of the kinds that they stand for', async ({ page }) => {
  for (const [kind, { set, id }] of Object.entries(ASKED)) {
    expect((await setOf(page, 'en', set)).asked[id]?.kind, id).toBe(kind);
  }
});
