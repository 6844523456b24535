import type { Language } from '../../i18n/text.ts';

/** Where something can be kept: its title and address in one language; a question has the version that it is now. */
export type Place = { title: string; page: string; url: string; version?: string };

/** `/data/<lang>/places.json`, by `question:<id>`, `section:<lesson>#<anchor>` and `scenario:<id>`. */
export type Places = Record<string, Place>;

let request: Promise<Places | undefined> | undefined;

/** Undefined when it cannot be had now; the next call asks again. */
export async function loadPlaces(lang: Language): Promise<Places | undefined> {
  request ??= fetch(`/data/${lang}/places.json`)
    .then((response) => (response.ok ? (response.json() as Promise<Places>) : undefined))
    .catch(() => undefined);
  const places = await request;
  if (places === undefined) request = undefined;
  return places;
}
