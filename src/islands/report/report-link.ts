import { pathIn } from '../../i18n/paths.ts';
import type { Language } from '../../i18n/text.ts';

/** What a report is about: `lesson:<slug>`, `question:<id>`, `scenario:<id>` or `page:<path>`, its version, where one met it, and its file. */
export type Reported = { item: string; version: string; page: string; file: string };

/** The page that reports a mistake, with what is known filled in; nothing of it leaves the browser. */
export function reportLink(lang: Language, { item, version, page, file }: Reported): string {
  return `${pathIn(lang, '/report/')}#${new URLSearchParams({ item, version, page, file })}`;
}
