// A whole class in one browser: a host who leads by clicks and keys, the wall that the host opens, and the phones, on an address of
// the network, with reloads, a killed server and a killed Redis. The table is the one that the host downloads.
import { type ChildProcess, spawn } from 'node:child_process';
import { networkInterfaces } from 'node:os';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { liveHostMessages } from '../../src/i18n/live-host-messages.ts';
import { playerMessages } from '../../src/i18n/player-messages.ts';
import { screenMessages } from '../../src/i18n/screen-messages.ts';
import type { GradingKey } from '../../src/quiz-engine/grade.ts';
import { startRedis, type TestRedis } from '../../src/server/event-log/redis-server.fixture.ts';
import { joinByLink, playerOf } from './live.ts';
import { type HostPage, hostOf, openRoomAsHost } from './live-host.ts';
import { setOf, TRY_ALL } from './site.ts';

/** Thirty are a class; a dozen go through the same within the time that CI has. */
const PHONES = TRY_ALL ? 30 : 12;
const HALF = PHONES / 2;
const ROLLING = 'ecs-rolling-updates';
const REVOTE = 5;
/** Each question with its set; of a simulator task also the control that decides, with a right and a wrong value. */
const ASKED: { set: string; id: string; task?: { control: string; right: string; wrong: string } }[] = [
  { set: ROLLING, id: 'rolling-one-percent-less' },
  { set: ROLLING, id: 'rolling-room-for-two' },
  { set: ROLLING, id: 'rolling-free-it', task: { control: 'minimumHealthyPercent', right: '50', wrong: '0' } },
  { set: ROLLING, id: 'rolling-forty-seconds' },
  { set: ROLLING, id: 'rolling-static-port-two-ways' },
  { set: ROLLING, id: 'rolling-pair-that-freezes' },
  {
    set: 'ecs-capacity-providers',
    id: 'capacity-make-room',
    task: { control: 'targetCapacity', right: '75', wrong: '90' },
  },
  { set: ROLLING, id: 'rolling-what-the-event-wants' },
  { set: ROLLING, id: 'rolling-breaker-threshold' },
  { set: ROLLING, id: 'rolling-swap-without-extra' },
];

/** What the test lets a phone do: about three of five are right, and one phone sleeps through one question. */
const isRight = (phone: number, question: number, round = 0) => (phone * 7 + question * 3 + round * 2) % 5 < 3;
const isAsleep = (phone: number, question: number) => phone === PHONES - 1 && question === 3;
const nameOf = (phone: number) => `Phone ${String(phone + 1).padStart(2, '0')}`;

/** The address that phones of a class room would use; no secure context. */
function networkAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
}

/** A server of its own, which the test may kill; its rooms lie in a Redis of its own. */
function serverAt(port: number, redis: TestRedis) {
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    child = spawn(process.execPath, ['tools/serve.ts'], {
      env: { ...process.env, PORT: String(port), HOST: '0.0.0.0', REDIS_URL: redis.url },
      stdio: 'ignore',
    });
    await expect
      .poll(
        () =>
          fetch(`http://127.0.0.1:${port}/api/health`).then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 30_000 },
      )
      .toBe(200);
  };
  const kill = () =>
    new Promise<void>((resolve) => {
      if (child === undefined || child.exitCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });
  return { start, kill };
}

/** So many at a time: the phones press together, but one machine draws them all. */
async function together(phones: readonly number[], act: (phone: number) => Promise<void>): Promise<void> {
  const waiting = [...phones];
  const worker = async () => {
    for (let phone = waiting.shift(); phone !== undefined; phone = waiting.shift()) await act(phone);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
}

const ALL = Array.from({ length: PHONES }, (_, phone) => phone);

async function openPhones(browser: Browser, base: string): Promise<Page[]> {
  return Promise.all(
    ALL.map(async () => {
      const context = await browser.newContext({
        baseURL: base,
        viewport: { width: 360, height: 740 },
        serviceWorkers: 'block',
        reducedMotion: 'reduce',
      });
      return context.newPage();
    }),
  );
}

type Keys = (GradingKey | undefined)[];

async function readKeys(page: Page): Promise<Keys> {
  const keys: Keys = [];
  for (const { set, id } of ASKED) keys.push((await setOf(page, 'en', set)).questions[id]?.grading);
  return keys;
}

/** Answers on a phone, right or wrong as the test wishes. */
async function answer(page: Page, question: number, key: GradingKey | undefined, right: boolean): Promise<void> {
  const { send, choice } = playerOf(page, 'en');
  const { id, task } = ASKED[question] ?? { id: '' };
  await expect(page.locator(`#live-${id}-stem`)).toBeVisible();
  if (task) {
    await page.locator(`input[type="range"][id$="${task.control}"]`).fill(right ? task.right : task.wrong);
    return send.click();
  }
  if (key?.kind === 'match') {
    const rights = Object.entries(key.pairs);
    for (const [at, [left, own]] of rights.entries()) {
      const other = rights.find(([, each]) => each !== own)?.[1] ?? own;
      await page.locator(`select[id$="-${left}"]`).selectOption(right || at > 0 ? own : other);
    }
    return send.click();
  }
  const choices = key && 'choices' in key ? key.choices : [];
  const [good, bad] = [choices.filter((each) => each.correct), choices.filter((each) => !each.correct)];
  const chosen = right ? good : [...bad.slice(0, 1), ...good.slice(1)];
  for (const each of chosen) await choice(each.id).click();
  if (key?.kind === 'multiple') await send.click();
}

async function expectReceived(page: Page): Promise<void> {
  await expect(page.locator('.pl-said')).toHaveText(playerMessages.en.mayChange, { timeout: 30_000 });
}

test('a host leads a class of phones and a wall through ten questions, reloads, a killed server and a killed Redis; the downloaded table is right to the point', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const port = Number(process.env.TEST_PORT ?? 4399) + 1000;
  const redis = await startRedis();
  const server = serverAt(port, redis);
  const base = `http://${networkAddress()}:${port}`;
  try {
    await server.start();
    const context = await browser.newContext({
      baseURL: base,
      viewport: { width: 1280, height: 720 },
      serviceWorkers: 'block',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const code = await openRoomAsHost(page, 'en', {
      title: '<i>Week 3</i>',
      ids: ASKED.map(({ id }) => id),
      seconds: 300,
      topTen: true,
    });
    const host = hostOf(page, 'en');
    const opening = page.waitForEvent('popup');
    await host.press('p');
    const wall = await opening;
    const phones = await openPhones(browser, base);
    await play({ host, code, wall, phones, server, redis });
    expectTable(await host.download(liveHostMessages.en.asCsv));
  } finally {
    await server.kill();
    await redis.end();
  }
});

type Class = {
  host: HostPage;
  code: string;
  wall: Page;
  phones: Page[];
  server: ReturnType<typeof serverAt>;
  redis: TestRedis;
};

async function play(all: Class): Promise<void> {
  const { host, code, wall, phones } = all;
  const keys = await readKeys(wall);
  await test.step('all join', async () => {
    await together(ALL, (phone) => joinByLink(phones[phone] as Page, 'en', code, nameOf(phone)));
    await expect(wall.locator('.p-here')).toHaveText(screenMessages.en.here(PHONES));
    await expect(host.now).toHaveText(host.words.connectedOf(PHONES, PHONES));
    expect(await wall.evaluate(() => window.isSecureContext), 'a class-room network is no secure context').toBe(
      new URL(wall.url()).hostname === '127.0.0.1',
    );
  });
  for (const question of ASKED.keys()) {
    await test.step(`question ${question + 1}: ${ASKED[question]?.id}`, async () => {
      // By turns with a key and with a button.
      const lead = question % 2 === 0 ? host.byButton : host.byKey;
      await lead(question === 0 ? 'start' : 'next', 'open');
      await vote(all, keys[question], question, 0);
      await lead('close', 'closed');
      if (question === REVOTE) {
        await lead('revote', 'open');
        await vote(all, keys[question], question, 1);
        await lead('close', 'closed');
      }
      // A host reloads too.
      if (question === 3) await host.reload('closed');
      await lead('reveal', 'revealed');
      const [first] = phones;
      const words = playerMessages.en;
      const came = isRight(0, question, question === REVOTE ? 1 : 0) ? words.right : words.wrong;
      await expect((first as Page).getByRole('heading', { level: 1 })).toHaveText(came);
    });
  }
  await host.end();
  await expect(wall.locator('.p-tables li')).toHaveCount(10);
}

/** One vote of the class, with what goes wrong in a class room. */
async function vote(
  { host, wall, phones, server, redis }: Class,
  key: GradingKey | undefined,
  question: number,
  round: number,
): Promise<void> {
  const awake = ALL.filter((phone) => !isAsleep(phone, question));
  const press = (phone: number) => answer(phones[phone] as Page, question, key, isRight(phone, question, round));
  const waits = (phone: number) => expectReceived(phones[phone] as Page);
  // Locked phones and impatient hands.
  if (question === 6) await together([0, 1, 2], (phone) => reload(phones[phone] as Page));
  if (question === 1) {
    // The server dies with half of the class under way; the other half answers into nothing.
    await together(awake.slice(0, HALF), press);
    await server.kill();
    await together(awake.slice(HALF), press);
    await together([3, HALF + 1], (phone) => restore(phones[phone] as Page));
    await server.start();
    await together([3, HALF + 1], (phone) => reload(phones[phone] as Page));
  } else if (question === 8) {
    // So does what the server writes to; nobody is told that an answer was received before it is.
    await together(awake.slice(0, HALF), press);
    await redis.kill();
    await together(awake.slice(HALF), press);
    await redis.restart();
  } else {
    await together(awake, press);
  }
  await together(awake, waits);
  if (question === 4)
    await together([4, 5, 6], async (phone) => {
      await reload(phones[phone] as Page);
      await waits(phone);
    });
  await expect(wall.locator('.p-foot')).toContainText(screenMessages.en.answered(awake.length, PHONES), {
    timeout: 20_000,
  });
  await expect(host.now).toHaveText(host.words.answered(awake.length, PHONES), { timeout: 20_000 });
}

async function reload(page: Page): Promise<void> {
  await page.reload();
}

/** A reload while nothing answers: the browser shows its own page. */
async function restore(page: Page): Promise<void> {
  await page.reload().catch(() => undefined);
}

/** The exported table against what the test let each phone do. */
function expectTable(csv: string): void {
  // All tables stand one below the other; people are the first, under its title.
  const [, head = [], ...rows] = readCsv(csv.split(/\r?\n\r?\n/)[0] ?? '');
  expect(rows).toHaveLength(PHONES);
  const at = (name: string) => head.findIndex((each) => each === name || each.startsWith(name));
  const columns = ASKED.map(({ id }, index) => at(`${index + 1}. ${id}`));
  expect(columns).not.toContain(-1);
  const table = Object.fromEntries(rows.map((row) => [row[at('Name')] ?? '', columns.map((column) => row[column])]));
  const wanted = ALL.map((phone) => [
    nameOf(phone),
    [...ASKED.keys()].map((question) => {
      if (isAsleep(phone, question)) return '';
      return isRight(phone, question, question === REVOTE ? 1 : 0) ? '100' : '0';
    }),
  ]);
  expect(table).toEqual(Object.fromEntries(wanted));
  const points = Object.fromEntries(rows.map((row) => [row[at('Name')] ?? '', Number(row[at('Points')])]));
  const sums = wanted.map(([name, each]) => [name, (each as string[]).reduce((sum, own) => sum + Number(own), 0)]);
  expect(points).toEqual(Object.fromEntries(sums));
}

function readCsv(text: string): string[][] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  return lines.map((line) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
      .map(([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
      .slice(0, -1),
  );
}
