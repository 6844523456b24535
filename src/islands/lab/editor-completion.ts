import type { Language } from '../../i18n/text.ts';
import type { FieldsAt } from '../../simulator/scenario/fields-of.ts';
import { type Control, shownValue } from './controls-model.ts';

export type FieldsLookUp = (pointer: string) => Promise<FieldsAt>;

/** Something to write, as JSON, with what a person is told beside it. */
export type Offer = { json: string; label: string; detail: string };

/** Where the cursor stands in the JSON of an answer: writing a key or a value, below these keys. */
export type Spot = { writes: 'key' | 'value'; keys: readonly string[] };

export type Offering = {
  controls: readonly Control[];
  lang: Language;
  fieldsAt: FieldsLookUp;
  /** The text is a whole scenario instead of an answer. */
  isScenario?: boolean | undefined;
};

/**
 * What may be written at a spot: the paths of the scenario on the first level, the values of their controls, and below
 * them the fields and values of AWS's structures, as the schema has them.
 */
export async function offersAt({ writes, keys }: Spot, offering: Offering): Promise<Offer[]> {
  const { controls, lang, fieldsAt, isScenario } = offering;
  if (isScenario) return offersOfWorld({ writes, keys }, fieldsAt);
  if (writes === 'key' && keys.length === 0)
    return controls.map((control) => ({
      json: JSON.stringify(control.path),
      label: control.path,
      detail: control.change.label[lang],
    }));
  const [path, ...deeper] = keys;
  const control = controls.find((each) => each.path === path);
  if (control === undefined) return [];
  const pointer = [control.path, ...deeper.map(escapeKey)].join('/');
  const { fields, values } = await fieldsAt(pointer);
  if (writes === 'key') return fields.map((field) => ({ json: JSON.stringify(field), label: field, detail: '' }));
  const own = deeper.length === 0 ? ownValues(control, lang) : [];
  const known = values
    .map((value) => JSON.stringify(value))
    .filter((json) => !own.some((offer) => offer.json === json));
  return [...own, ...known.map((json) => ({ json, label: json, detail: '' }))];
}

/** In a whole scenario the schema is asked about everything below `world`. */
async function offersOfWorld({ writes, keys: [first, ...deeper] }: Spot, fieldsAt: FieldsLookUp): Promise<Offer[]> {
  if (first !== 'world') return [];
  const { fields, values } = await fieldsAt(deeper.map((key) => `/${escapeKey(key)}`).join(''));
  const offered = writes === 'key' ? fields : values;
  return offered.map((each) => ({ json: JSON.stringify(each), label: String(each), detail: '' }));
}

function ownValues(control: Control, lang: Language): Offer[] {
  if (control.kind === 'choices')
    return control.choices.map(({ label, value }) => {
      const json = JSON.stringify(value);
      return { json, label: json, detail: label[lang] === json ? '' : label[lang] };
    });
  const now = shownValue(control, {});
  return now === undefined ? [] : [{ json: JSON.stringify(now), label: JSON.stringify(now), detail: '' }];
}

function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
