import { parseDocument } from 'yaml';
import { writeYaml } from '../../import/write-yaml.ts';
import type { Draft } from './draft.ts';

/** Scenarios as text. Fetched when somebody exports or imports: the YAML package weighs as much as the sandbox. */

/** A file of `scenarios/` as its readers take it: moments and lengths written as people do. */
export function writeScenario(draft: Draft, header: readonly string[]): string {
  const { title, lesson, level, model, seed, world, events, horizon, challenge } = draft;
  const timed = (events ?? []).map((event) => ({ ...event, at: sayDuration(event.at) }));
  const value = {
    ...(title === undefined ? {} : { title }),
    ...(lesson === undefined ? {} : { lesson }),
    ...(level === undefined ? {} : { level }),
    model,
    ...(seed === undefined ? {} : { seed }),
    world,
    ...(timed.length === 0 ? {} : { events: timed }),
    ...(horizon === undefined ? {} : { horizon: sayDuration(horizon) }),
    ...(challenge === undefined ? {} : { challenge }),
  };
  return writeYaml({ value, header, remarks: [] });
}

/** `1h2m3s`, as a scenario's file takes it. */
function sayDuration(seconds: number): string {
  const parts: [number, string][] = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'm'],
    [seconds % 60, 's'],
  ];
  return parts.flatMap(([amount, unit]) => (amount > 0 ? [`${amount}${unit}`] : [])).join('') || '0s';
}

/** What a text is instead of YAML or JSON, and where; lines count from 1. */
export type TextReading = { value: unknown; fault?: undefined } | { fault: { line: number; message: string } };

/** Reads YAML or JSON. Never throws; a text that grows by aliases is refused. */
export function readText(text: string): TextReading {
  try {
    const document = parseDocument(text, { prettyErrors: false });
    const [first] = document.errors;
    // The parser's own stack has run out: no scenario is nested like that.
    if (first?.code === 'RESOURCE_EXHAUSTION')
      return { fault: { line: 1, message: 'it is nested too deeply; a scenario has a dozen levels at most' } };
    if (first) return { fault: { line: text.slice(0, first.pos[0]).split('\n').length, message: first.message } };
    return { value: document.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    return { fault: { line: 1, message: error instanceof Error ? error.message : String(error) } };
  }
}
