import { expect, test } from '@playwright/test';
import { complaintsOf } from './complaints.ts';
import { chooseAndCheck, KINDS, LESSON, labOf, NAMES, open, questionOf, runLab, SCENARIO, triedIn } from './site.ts';

test.use({ serviceWorkers: 'allow' });

for (const lang of triedIn('ko')) {
  test(`no page breaks its policy, logs an error or asks another origin, in ${NAMES[lang]}`, async ({
    page,
    context,
    baseURL,
  }) => {
    const complaints = await complaintsOf(context, baseURL ?? '');
    for (const path of Object.values(KINDS)) {
      await open(page, lang, path);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await expect(page.getByRole('contentinfo')).toBeInViewport();
    }
    expect(complaints).toEqual([]);
  });

  test(`running, asking, answering and searching stay within the policy, in ${NAMES[lang]}`, async ({
    page,
    context,
    baseURL,
  }) => {
    const complaints = await complaintsOf(context, baseURL ?? '');
    await open(page, lang, SCENARIO);
    const lab = labOf(page, lang);
    await lab.minimum.fill('66');
    await runLab(lab);
    await lab.yard.getByRole('button').first().click();
    for (const tab of await page.getByRole('tab').all()) await tab.click();
    await page.locator('body').press('/');
    await page.locator('input[role="combobox"]').fill('rolling');
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await page.locator('[data-toggle-theme]').click();
    await open(page, lang, LESSON);
    const question = await questionOf(page);
    await chooseAndCheck(question, lang, 'a');
    await expect(question.getByRole('status')).not.toBeEmpty();
    expect(complaints).toEqual([]);
  });
}

test('a break of the policy, a logged error and a foreign request would be noticed', async ({
  page,
  context,
  baseURL,
}) => {
  const complaints = await complaintsOf(context, baseURL ?? '');
  await open(page, 'en', '/');
  await page.evaluate(() => {
    document.body.setAttribute('style', 'color: red');
    document.body.insertAdjacentHTML('beforeend', '<p style="color: red">x</p>');
    console.error('on purpose');
    fetch('http://127.0.0.1:9/').catch(() => undefined);
  });
  await expect.poll(() => complaints.join('\n')).toMatch(/style-src/);
  await expect.poll(() => complaints.join('\n')).toContain('on purpose');
  await expect.poll(() => complaints.join('\n')).toMatch(/connect-src|a request to http:\/\/127\.0\.0\.1:9\//);
});
