import { describe, expect, it } from 'vitest';
import { fieldsAtPointer } from '../simulation/fields-request.ts';
import { controlsOf } from './controls-model.ts';
import { offersAt } from './editor-completion.ts';
import { halfTheFleet, MAX, MIN } from './scenario.fixture.ts';

const label = { en: 'Strategy', ko: '전략' };
const STRATEGY = '/services/0/placementStrategy';
const world = halfTheFleet.world as never;
const controls = controlsOf(world, [
  { path: MIN, label: { en: 'minimumHealthyPercent', ko: '최소' }, min: 0, max: 100 },
  { path: MAX, label: { en: 'maximumPercent', ko: '최대' } },
  {
    path: STRATEGY,
    label,
    choices: [
      { label: { en: 'pack', ko: '채우기' }, value: [{ type: 'binpack', field: 'memory' }] },
      { label: { en: 'none', ko: '없음' }, value: [] },
    ],
  },
]);
const offering = { controls, lang: 'en' as const, fieldsAt: async (pointer: string) => fieldsAtPointer(pointer) };

describe('what the editor offers', () => {
  it('is the paths of the scenario on the first level, with their names', async () => {
    const offers = await offersAt({ writes: 'key', keys: [] }, offering);
    expect(offers.map(({ json, detail }) => [json, detail])).toEqual([
      [JSON.stringify(MIN), 'minimumHealthyPercent'],
      [JSON.stringify(MAX), 'maximumPercent'],
      [JSON.stringify(STRATEGY), 'Strategy'],
    ]);
  });

  it('is the choices of a path, or the value that stands there', async () => {
    const choices = await offersAt({ writes: 'value', keys: [STRATEGY] }, offering);
    expect(choices.map(({ json, detail }) => [json, detail])).toEqual([
      ['[{"type":"binpack","field":"memory"}]', 'pack'],
      ['[]', 'none'],
    ]);
    expect((await offersAt({ writes: 'value', keys: [MIN] }, offering)).map(({ json }) => json)).toEqual(['90']);
  });

  it('is the fields and values of a structure below a path, as the schema has them', async () => {
    const fields = await offersAt({ writes: 'key', keys: [STRATEGY, '0'] }, offering);
    expect(fields.map(({ label }) => label)).toEqual(['type', 'field']);
    const values = await offersAt({ writes: 'value', keys: [STRATEGY, '0', 'type'] }, offering);
    expect(values.map(({ json }) => json)).toEqual(['"binpack"', '"spread"', '"random"']);
  });

  it('is nothing below a path that may not be set', async () => {
    expect(await offersAt({ writes: 'value', keys: ['/services/0/desiredCount'] }, offering)).toEqual([]);
    expect(await offersAt({ writes: 'key', keys: ['/nowhere', 'x'] }, offering)).toEqual([]);
  });
});

describe('in a whole scenario', () => {
  const asked: string[] = [];
  const offering = {
    controls: [],
    lang: 'en' as const,
    isScenario: true,
    fieldsAt: (pointer: string) => {
      asked.push(pointer);
      return Promise.resolve({ fields: ['name', 'count'], values: ['ENABLED'] });
    },
  };

  it('the schema is asked about everything below the world, and about nothing else', async () => {
    const labels = async (writes: 'key' | 'value', keys: string[]) =>
      (await offersAt({ writes, keys }, offering)).map(({ json }) => json);
    expect(await labels('key', ['world'])).toEqual(['"name"', '"count"']);
    expect(await labels('value', ['world', 'services', '0', 'a/b'])).toEqual(['"ENABLED"']);
    expect(await labels('key', ['events', '0'])).toEqual([]);
    expect(asked).toEqual(['', '/services/0/a~1b']);
  });
});
