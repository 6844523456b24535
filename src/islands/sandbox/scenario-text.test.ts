import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadYaml } from '../../disk/load-yaml.ts';
import { readScenario, readScenarioFile } from '../../simulator/scenario/scenario-schema.ts';
import { halfTheFleet } from '../lab/scenario.fixture.ts';
import { type Draft, emptyDraft, worldOnly } from './draft.ts';
import { intervened } from './interventions.ts';
import { readText, writeScenario } from './scenario-text.ts';
import { TEMPLATES } from './templates.ts';

/** A scenario of the lab as the site's data has it. */
function sourceOf(id: string): Draft {
  const file = new URL(`../../../scenarios/${id}.yaml`, import.meta.url);
  const { scenario, faults } = readScenarioFile(loadYaml(readFileSync(file, 'utf8'), id).value);
  expect(faults).toBeUndefined();
  return scenario as Draft;
}

/** What the programs read of an exported text. */
function readBack(text: string) {
  const loaded = loadYaml(text, 'exported.yaml');
  expect(loaded.faults).toEqual([]);
  return readScenario(loaded.value);
}

describe('an exported world', () => {
  it.each(TEMPLATES)('from the template $id is read by the programs as what it was', ({ from }) => {
    const draft = worldOnly(sourceOf(from));
    const { scenario, faults } = readBack(writeScenario(draft, ['A world from the sandbox']));
    expect(faults).toBeUndefined();
    expect(scenario).toEqual({ ...draft, events: draft.events?.length ? draft.events : undefined });
  });

  it('with its task is still a whole file of the lab', () => {
    const draft = sourceOf('rolling-update/half-the-fleet');
    const { scenario, faults } = readScenarioFile(loadYaml(writeScenario(draft, []), 'x.yaml').value);
    expect(faults).toBeUndefined();
    expect(scenario).toEqual(draft);
  });

  it('says moments as people do, also of what somebody did to it', () => {
    const text = writeScenario(intervened(halfTheFleet, 3675, { do: 'stop-task', task: 'web-1' }), []);
    expect(text).toContain('at: 1h1m15s');
    expect(text).toContain('horizon: 30m');
  });

  it('that is empty can be read too', () => {
    expect(readBack(writeScenario(emptyDraft(), [])).faults).toBeUndefined();
  });
});

describe('a text that is brought', () => {
  it('may be YAML or JSON', () => {
    expect(readText('model: ecs')).toEqual({ value: { model: 'ecs' } });
    expect(readText('{"model": "ecs"}')).toEqual({ value: { model: 'ecs' } });
  });

  it('that is neither is told with its line', () => {
    expect(readText('a: 1\nb: [1, 2')).toMatchObject({ fault: { line: 2 } });
    expect(
      readText(
        'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d, *d, *d]',
      ),
    ).toHaveProperty('fault');
  });

  it('that is nested without end is told in words', () => {
    expect(readText('['.repeat(20_000))).toMatchObject({
      fault: { message: expect.stringContaining('nested too deeply') },
    });
  });
});
