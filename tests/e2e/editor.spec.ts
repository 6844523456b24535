import { expect, type Page, test } from '@playwright/test';
import { jsonFieldMessages } from '../../src/i18n/json-field-messages.ts';
import type { Language } from '../../src/i18n/text.ts';
import { expectAccessible } from './axe.ts';
import { labOf, MAXIMUM, MINIMUM, NAMES, open, runLab, SCENARIO, triedIn } from './site.ts';

async function openEditor(page: Page, lang: Language) {
  await open(page, lang, SCENARIO);
  const lab = labOf(page, lang);
  await lab.jsonFold.click();
  await lab.controls.getByRole('button', { name: lab.words.openEditor }).click();
  const editor = page.locator('.json-editor').getByRole('textbox', { name: lab.words.json });
  await expect(editor).toBeVisible();
  return { lab, editor };
}

/** Replaces the text as a person does, key by key; brackets close themselves. */
async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text);
}

for (const lang of triedIn('en')) {
  test.describe(`the editor, in ${NAMES[lang]}`, () => {
    test('is styled under the policy of the page, and writes what the controls show', async ({ page }) => {
      const refused: string[] = [];
      page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
      const { lab, editor } = await openEditor(page, lang);
      await editor.focus();
      await write(page, `{ "${MINIMUM}": 66 }`);
      await expect(lab.minimum).toHaveValue('66');
      await lab.minimum.fill('50');
      await expect(editor).toContainText(`"${MINIMUM}": 50`);
      const gutter = await page
        .locator('.json-editor .cm-gutters')
        .evaluate((element) => getComputedStyle(element).backgroundColor);
      expect(gutter).not.toBe('rgba(0, 0, 0, 0)');
      expect(refused).toEqual([]);
    });

    test('completes paths and fields from the schema', async ({ page }) => {
      const { editor } = await openEditor(page, lang);
      await editor.focus();
      await write(page, '{ ');
      await page.keyboard.press('ControlOrMeta+Space');
      const list = page.locator('.json-editor').getByRole('listbox');
      await expect(list.getByRole('option')).toHaveCount(2);
      await list.getByRole('option').filter({ hasText: MAXIMUM }).click();
      await expect(editor).toContainText(`"${MAXIMUM}": `);
    });

    test('shows a fault at its line and leads to it; Tab leaves', async ({ page }) => {
      const { lab, editor } = await openEditor(page, lang);
      await editor.focus();
      await write(page, `{\n  "${MINIMUM}": sixty\n}`);
      await expect(page.locator('#answer-json-faults')).toContainText(lab.words.place(2, MINIMUM.length + 7));
      await expect(page.locator('.json-editor .cm-lintRange-error')).not.toHaveCount(0);
      await page
        .locator('#answer-json-faults')
        .getByRole('button', { name: jsonFieldMessages[lang].showPlace })
        .click();
      await expect(editor).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(editor).not.toBeFocused();
      await runLab(lab);
      await lab.controls.getByRole('button', { name: lab.words.plainField }).click();
      await expect(lab.json).toHaveValue(/sixty/);
    });
  });
}

test.describe('seen by axe', () => {
  test.use({ bypassCSP: true });
  test('the editor has no violation', async ({ page }) => {
    const { editor } = await openEditor(page, 'en');
    await editor.focus();
    await expectAccessible(page, '.controls');
  });
});
