import type { Reported } from './report-link.ts';

export type Labels = Record<'item' | 'version' | 'page' | 'file' | 'wrong' | 'right', string>;

/** Longer values are no ids of ours; they are cut, so that a made-up link cannot fill the page. */
const LONGEST = 200;

/** What the fragment of the page's address says the report is about; what is missing or no text is left out. */
export function reportedIn(fragment: string): Partial<Reported> {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''));
  const given = (['item', 'version', 'page', 'file'] as const).flatMap((name) => {
    const value = fields.get(name)?.replaceAll(/\p{C}/gu, '').trim().slice(0, LONGEST);
    return value ? [[name, value]] : [];
  });
  return Object.fromEntries(given);
}

/** The report as text, with two places to fill in. */
export function reportText({ item, version, page, file }: Partial<Reported>, labels: Labels): string {
  const known = [
    [labels.item, item],
    [labels.version, version],
    [labels.page, page],
    [labels.file, file],
  ].flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []));
  return [...known, '', `${labels.wrong}: `, '', `${labels.right}: `, ''].join('\n');
}
