import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { loadYaml } from '../../src/disk/load-yaml.ts';
import { labMessages } from '../../src/i18n/lab-messages.ts';
import { sandboxMessages } from '../../src/i18n/sandbox-messages.ts';
import type { Language } from '../../src/i18n/text.ts';
import { readScenario } from '../../src/simulator/scenario/scenario-schema.ts';
import { expectAccessible } from './axe.ts';
import { NAMES, open, triedIn } from './site.ts';

test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' }, acceptDownloads: true });

const PAGE = '/lab/sandbox/';

function sandboxOf(page: Page, lang: Language) {
  const words = sandboxMessages[lang];
  return {
    words,
    lab: labMessages[lang],
    template: (id: string) => page.getByRole('button', { name: words.template(id) }),
    happenings: page.locator('.happenings li'),
    intervene: page.getByRole('region', { name: words.intervene }),
    scrub: page.getByRole('slider', { name: labMessages[lang].momentOfRun }),
    doIt: page.getByRole('button', { name: words.doIt }),
    notice: page.locator('.notice-place'),
  };
}

for (const lang of triedIn('ko')) {
  test.describe(`the sandbox, in ${NAMES[lang]}`, () => {
    test('a world from a template is disturbed by keyboard while it runs, undone, and shared', async ({ page }) => {
      await open(page, lang, PAGE);
      const { words, lab, template, happenings, intervene, scrub, doIt } = sandboxOf(page, lang);
      await expectAccessible(page, 'main');
      await template('zones').focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('.yard')).toBeVisible();

      // A task that runs at 0:20 is stopped there: the playhead stays, and the run is another one.
      await scrub.fill('20');
      await intervene.getByRole('combobox', { name: words.target('stop-task') }).selectOption('web-3');
      await doIt.press('Enter');
      await expect(happenings).toHaveText([new RegExp(words.told('stopTask', 'web-3', ''))]);
      await expect(page.locator('.clock')).toContainText('0:20');
      await page.getByRole('tab', { name: lab.log }).press('Enter');
      await expect(page.locator('.log')).toContainText('web-3');

      // Verbs are one group of radios: arrows move in it.
      await intervene.getByRole('radio', { name: words.verb('stop-task') }).focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await expect(intervene.getByRole('radio', { name: words.verb('fail-zone') })).toBeChecked();
      await intervene.getByRole('textbox', { name: words.atTime }).fill('1:00');
      await doIt.press('Enter');
      await expect(happenings).toHaveCount(2);
      await expect(page.locator('.clock')).toContainText('1:00');
      await expect(page.locator('.pier').first()).toContainText(lab.lost);
      await intervene.getByRole('radio', { name: words.verb('set-load') }).check();
      await intervene.getByRole('textbox', { name: words.amount('set-load') }).fill('80');
      await doIt.press('Enter');
      await expect(happenings).toHaveCount(3);
      await intervene.getByRole('radio', { name: words.verb('break-image') }).check();
      await doIt.press('Enter');
      await expect(happenings).toHaveCount(4);
      await expectAccessible(page, 'main');

      // Moved in time, taken away, undone.
      await happenings.nth(1).getByRole('textbox').fill('0:30');
      await page.keyboard.press('Enter');
      await expect(happenings.nth(1)).toContainText(words.told('failAvailabilityZone', 'ap-northeast-2a', ''));
      await happenings.nth(3).getByRole('button').last().press('Enter');
      await expect(happenings).toHaveCount(3);
      await page.getByRole('button', { name: lab.undo }).press('Enter');
      await expect(happenings).toHaveCount(4);

      // The address holds it all: the same link in another tab is the same world.
      await expect(page).toHaveURL(/#s1;z[\w-]{200,}$/);
      const told = await happenings.allTextContents();
      await expect(async () => {
        const other = await page.context().newPage();
        await other.goto(page.url());
        await expect(other.locator('.happenings li')).toHaveText(told);
        await other.close();
      }).toPass();

      // As a file it is what the programs read; kept on the device, it waits on the first page.
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: words.exportYaml }).press('Enter'),
      ]);
      const text = await readFile(await download.path(), 'utf8');
      expect(readScenario(loadYaml(text, 'exported.yaml').value)).toMatchObject({
        scenario: { events: [{ at: 20 }, { at: 30 }, { at: 60 }, { at: 60 }] },
      });
      await page.getByRole('textbox', { name: words.keepAs }).fill('Zone down');
      await page.getByRole('button', { name: words.keepHere }).press('Enter');
      await expect(page.getByText(words.isKept)).toBeVisible();
      await page.goto(page.url().replace(/#.*/, '?again'));
      await page.getByRole('button', { name: 'Zone down', exact: true }).click();
      await expect(happenings).toHaveText(told);
      // And the file opens again, by paste, over it.
      await page.getByText(words.paste).click();
      await page.getByRole('textbox', { name: words.pasted }).fill('model: ecs\nworld: [');
      await page.getByRole('button', { name: words.openPasted }).click();
      await expect(page.locator('.bring')).toContainText(/2/);
      await page.getByRole('textbox', { name: words.pasted }).fill(text.replace(/events:[\s\S]*?horizon/, 'horizon'));
      await page.getByRole('button', { name: words.openPasted }).click();
      await expect(happenings).toHaveCount(0);
    });
  });
}

for (const lang of triedIn('ko')) {
  test(`a world is built by hand, and what AWS refuses stands at its field, in ${NAMES[lang]}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, lang, PAGE);
    const { words, template } = sandboxOf(page, lang);
    await template(words.emptyWorld).click();
    for (const group of ['containerInstances', 'taskDefinitions', 'services'])
      await page.getByRole('button', { name: words.addTo(words.groupName(group)), exact: true }).click();
    await expect(page.locator('.yard').getByRole('button')).toHaveCount(4);
    const desired = page.getByRole('textbox', { name: 'desiredCount' });
    await desired.fill('-3');
    await desired.press('Enter');
    await expect(page.getByText(words.notRun)).toBeVisible();
    await expect(desired).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator('.yard').getByRole('button')).toHaveCount(4);
    await desired.fill('2');
    await desired.press('Enter');
    await expect(page.locator('.yard').getByRole('button')).toHaveCount(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await expectAccessible(page, 'main');
  });

  test(`a bad link says what is wrong and loses nothing, in ${NAMES[lang]}`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await open(page, lang, `${PAGE}#from=rolling-update/half-the-fleet`);
    const { words, happenings, notice } = sandboxOf(page, lang);
    await expect(happenings).toHaveCount(1);
    await expect(page).toHaveURL(/#s1;/);
    const whole = new URL(page.url()).hash;
    const bad: [string, string | RegExp][] = [
      [whole.slice(0, 120), words.linkCorrupt],
      [`${whole.slice(0, 60)}AAAA${whole.slice(64)}`, /.+/],
      ['#s9;zabc', words.linkNewer(9)],
      ['#somewhere-else', words.linkForeign],
      ['#%E0%A4%A', words.linkForeign],
      [`#s1;p${'A'.repeat(70_000)}`, words.linkHuge],
      [`#s1;p${Buffer.from('{"model":"ecs","world":{"services":5}}').toString('base64url')}`, words.linkRefused],
      [`#s1;p${Buffer.from('[1,2,3]').toString('base64url')}`, words.linkRefused],
      ['#from=no/such-scenario', words.notLoaded],
    ];
    for (const [hash, said] of bad) {
      await page.evaluate((next) => {
        location.hash = next;
      }, hash);
      await expect(notice).toContainText(said);
      await expect(happenings).toHaveCount(1);
      await notice.getByRole('button').click();
      await expect(notice).toBeEmpty();
    }
    expect(errors).toEqual([]);
  });
}
