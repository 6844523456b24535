import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportLink } from './report-link.ts';
import { reportedIn, reportText } from './report-model.ts';

const LABELS = { item: 'Item', version: 'Version', page: 'Page', file: 'File', wrong: 'Wrong', right: 'Right' };

describe('a report', () => {
  it('knows again what its link said', () => {
    const about = {
      item: 'question:rolling-cap-drawn',
      version: 'ab12',
      page: '/ko/lessons/',
      file: 'src/content/questions/a b&c.yaml',
    };
    const link = reportLink('ko', about);
    expect(link).toMatch(/^\/ko\/report\/#item=/);
    expect(reportedIn(link.slice(link.indexOf('#')))).toEqual(about);
  });

  it('has the item, its version, the page and the file filled in, and room for the rest', () => {
    const text = reportText({ item: 'lesson:a', version: '1', page: '/lessons/a/', file: 'a.mdx' }, LABELS);
    expect(text).toBe('Item: lesson:a\nVersion: 1\nPage: /lessons/a/\nFile: a.mdx\n\nWrong: \n\nRight: \n');
    expect(reportText({}, LABELS)).toBe('\nWrong: \n\nRight: \n');
  });

  it('takes nothing from a made-up fragment but short lines of text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (fragment) => {
        for (const value of Object.values(reportedIn(`#item=${fragment}`))) {
          expect(value.length).toBeLessThanOrEqual(200);
          expect(value).not.toMatch(/\p{C}/u);
        }
      }),
    );
  });
});
