import type { Json } from '../../simulator/run.ts';
import type { World } from '../../simulator/scenario/scenario-schema.ts';
import { type Draft, definitionsOf, servicesOf, withWorld, zonesOf } from './draft.ts';
import { type FieldSpec, type Group, type GroupKey, INSTANCE_TYPES } from './world-form.ts';

/** What the forms of a world read from it, and how they change it. Nothing is changed in place. */

export function itemsOf(draft: Draft, key: GroupKey): Record<string, Json>[] {
  return (draft.world[key] ?? []) as unknown as Record<string, Json>[];
}

function withItems(draft: Draft, key: GroupKey, items: readonly Record<string, Json>[]): Draft {
  return withWorld(draft, { [key]: items } as unknown as Partial<World>);
}

export function withItem(draft: Draft, group: Group): Draft {
  return withItems(draft, group.key, [...itemsOf(draft, group.key), group.fresh(draft)]);
}

export function withoutItem(draft: Draft, key: GroupKey, index: number): Draft {
  return withItems(
    draft,
    key,
    itemsOf(draft, key).filter((_, i) => i !== index),
  );
}

/** One field of an item; undefined takes the field away. */
export function withField(
  draft: Draft,
  { key, index, path }: { key: GroupKey; index: number; path: string },
  value: Json | undefined,
): Draft {
  const items = itemsOf(draft, key).map((item, i) =>
    i === index ? (setAt(item, path.split('/'), value) as typeof item) : item,
  );
  return withItems(draft, key, items);
}

function setAt(target: Json | undefined, [key = '', ...rest]: readonly string[], value: Json | undefined): Json {
  if (Array.isArray(target)) {
    return target.map((item, i) =>
      String(i) === key ? (rest.length === 0 ? (value ?? null) : setAt(item, rest, value)) : item,
    );
  }
  const record: Record<string, Json> = typeof target === 'object' && target !== null ? target : {};
  const { [key]: before, ...others } = record;
  if (rest.length > 0) return { ...record, [key]: setAt(before, rest, value) };
  return value === undefined ? others : { ...record, [key]: value };
}

export function fieldAt(item: Record<string, Json>, path: string): Json | undefined {
  return path.split('/').reduce<Json | undefined>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return typeof value === 'object' && value !== null ? value[key] : undefined;
  }, item);
}

/** What of the world is offered for a field. */
export function offeredFor(draft: Draft, offers: FieldSpec['offers']): string[] {
  if (offers === 'zones') return zonesOf(draft);
  if (offers === 'types') return [...INSTANCE_TYPES];
  if (offers === 'definitions') return definitionsOf(draft);
  if (offers === 'services') return servicesOf(draft);
  return offers === 'images' ? Object.keys(draft.world.images ?? {}) : [];
}

/** Adds a zone to the world, or takes it away. */
export function withZone(draft: Draft, zone: string, isThere: boolean): Draft {
  const zones = zonesOf(draft).filter((each) => each !== zone);
  return withWorld(draft, { availabilityZones: isThere ? [...zones, zone].sort() : zones });
}
