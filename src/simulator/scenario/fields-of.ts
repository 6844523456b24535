import type * as z from 'zod/mini';

/** What may be written at a place of the world: the fields of a structure, or the values of a choice. */
export type FieldsAt = { fields: string[]; values: (string | boolean)[] };

/**
 * What a schema lets stand at a path: `keys` lead down from its root, an index or name at a list or map. Nothing for
 * places that the schema does not know.
 */
export function fieldsAt(root: z.core.$ZodType, keys: readonly string[]): FieldsAt {
  let places: z.core.$ZodType[] = [root];
  for (const key of keys) places = places.flatMap(unwrap).flatMap((schema) => childOf(schema, key));
  const found: FieldsAt = { fields: [], values: [] };
  for (const schema of places.flatMap(unwrap)) {
    const { def } = (schema as z.core.$ZodTypes)._zod;
    if (def.type === 'object') found.fields.push(...Object.keys(def.shape));
    if (def.type === 'enum') found.values.push(...Object.values(def.entries).map(String));
    if (def.type === 'literal')
      found.values.push(...def.values.flatMap((value) => (typeof value === 'string' ? [value] : [])));
    if (def.type === 'boolean') found.values.push(true, false);
  }
  return { fields: [...new Set(found.fields)], values: [...new Set(found.values)] };
}

function childOf(schema: z.core.$ZodType, key: string): z.core.$ZodType[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'object') return Object.hasOwn(def.shape, key) ? [def.shape[key] as z.core.$ZodType] : [];
  if (def.type === 'array') return [def.element];
  if (def.type === 'record') return [def.valueType];
  return def.type === 'tuple' ? [...def.items] : [];
}

/** The schemas behind what is optional, nullable, one of several, or read into another form. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional' || def.type === 'nullable') return unwrap(def.innerType);
  if (def.type === 'pipe') return unwrap(def.in);
  return def.type === 'union' ? def.options.flatMap(unwrap) : [schema];
}
