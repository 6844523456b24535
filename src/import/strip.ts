import type { Json } from '../simulator/run.ts';
import { nameOf } from './arn.ts';

const ARN = /arn:aws[a-z-]*:[^\s"',)]*/g;
const REGISTRY = /\b\d{12}\.dkr\.ecr(?:-fips)?\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\//g;
const RESOURCE_ID = /\b(i|subnet|sg|vpc|eni|ami|vol|lt)-[0-9a-f]{8,17}\b/g;
const DIGEST = /sha256:[0-9a-f]{64}/g;
const LONG_NUMBER = /\d{12,}/g;

/**
 * Takes account numbers, ARNs and ids of resources out of texts. Names of services, families, containers, images,
 * zones and attributes stay. What is taken out gets a number in the order in which it is met, so that two things that
 * were different stay different: subnet-1, i-2. The same texts in the same order give the same numbers.
 */
export function stripper(): (text: string) => string {
  const numbers = new Map<string, number>();
  const counts = new Map<string, number>();
  const number = (kind: string, what: string) => {
    const key = `${kind} ${what}`;
    const known = numbers.get(key) ?? (counts.get(kind) ?? 0) + 1;
    if (!numbers.has(key)) counts.set(kind, known);
    numbers.set(key, known);
    return known;
  };
  return (text) =>
    text
      .replace(ARN, nameOf)
      .replace(REGISTRY, '')
      .replace(RESOURCE_ID, (id, kind: string) => `${kind}-${number(kind, id)}`)
      .replace(DIGEST, (digest) => `digest-${number('digest', digest)}`)
      .replace(LONG_NUMBER, (digits) => `number-${number('number', digits)}`);
}

/** The value with every text in it, keys too, changed. */
export function mapTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [change(key), mapTexts(item, change)]));
}
