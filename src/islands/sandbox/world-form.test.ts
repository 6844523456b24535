import { describe, expect, it } from 'vitest';
import { fieldsAt } from '../../simulator/scenario/fields-of.ts';
import { schemaWith } from '../../simulator/scenario/read-scenario.ts';
import { readScenario } from '../../simulator/scenario/scenario-schema.ts';
import { STOREY_FORMS } from '../../simulator/storey-forms.ts';
import { type Draft, emptyDraft } from './draft.ts';
import { fieldAt, itemsOf, withField, withItem, withoutItem, withZone } from './world-edit.ts';
import { GROUPS, INSTANCE_TYPES } from './world-form.ts';

const group = (key: string) => GROUPS.find((each) => each.key === key) as (typeof GROUPS)[number];
const faultsOf = (draft: Draft) => readScenario(draft).faults ?? [];

describe('the forms of a world', () => {
  it.each(GROUPS)('of $key ask for fields that the schema has, with the choices that it has', ({ key, fields }) => {
    const schema = schemaWith(STOREY_FORMS);
    for (const { path, choices } of fields) {
      const keys = ['world', key, '0', ...path.split('/')];
      const known = fieldsAt(schema, keys.slice(0, -1)).fields;
      expect({ path, isKnown: known.includes(keys.at(-1) as string) }).toEqual({ path, isKnown: true });
      if (choices) expect([...choices].sort()).toEqual([...fieldsAt(schema, keys).values].sort());
    }
  });

  it.each(GROUPS)('of $key name an entry whose fields were all emptied without a word of the program', ({ line }) => {
    const { name, facts } = line({});
    expect([name, ...facts].join(' ')).not.toMatch(/undefined|null|NaN/);
  });

  it('build a world by hand that AWS takes after every step', () => {
    const keys = [
      'containerInstances',
      'containerInstances',
      'taskDefinitions',
      'services',
      'taskDefinitions',
      'load',
      'scalableTargets',
      'autoScalingGroups',
    ];
    const last = keys.reduce((draft, key) => {
      const next = withItem(draft, group(key));
      expect({ key, faults: faultsOf(next) }).toEqual({ key, faults: [] });
      return next;
    }, emptyDraft());
    expect(last.world.containerInstances.map(({ name, availabilityZone }) => [name, availabilityZone])).toEqual([
      ['a', 'ap-northeast-2a'],
      ['c', 'ap-northeast-2c'],
    ]);
    expect(last.world.taskDefinitions.map(({ family, revision }) => `${family}:${revision}`)).toEqual([
      'web:1',
      'web:2',
    ]);
  });

  it.each(INSTANCE_TYPES)('offer %s, which the simulator knows', (instanceType) => {
    const draft = withItem(emptyDraft(), group('containerInstances'));
    expect(
      faultsOf(withField(draft, { key: 'containerInstances', index: 0, path: 'instanceType' }, instanceType)),
    ).toEqual([]);
  });

  it('set a field below a structure that is not there yet, and take it away again', () => {
    const draft = withItem(withItem(emptyDraft(), group('taskDefinitions')), group('services'));
    const at = { key: 'services', index: 0, path: 'deploymentConfiguration/maximumPercent' } as const;
    const bare = withField(draft, { ...at, path: 'deploymentConfiguration' }, undefined);
    const set = withField(bare, at, 150);
    expect(fieldAt(itemsOf(set, 'services')[0] ?? {}, at.path)).toBe(150);
    expect(itemsOf(withField(set, at, undefined), 'services')[0]?.deploymentConfiguration).toEqual({});
    const image = { key: 'taskDefinitions', index: 0, path: 'containerDefinitions/0/image' } as const;
    expect(withField(draft, image, 'web:x').world.taskDefinitions[0]?.containerDefinitions[0]?.image).toBe('web:x');
  });

  it('take an item or a zone away and leave the others', () => {
    const draft = withItem(withItem(emptyDraft(), group('containerInstances')), group('containerInstances'));
    expect(withoutItem(draft, 'containerInstances', 0).world.containerInstances).toMatchObject([{ name: 'c' }]);
    expect(withZone(draft, 'ap-northeast-2b', true).world.availabilityZones).toEqual(
      ['a', 'b', 'c'].map((z) => `ap-northeast-2${z}`),
    );
    expect(withZone(draft, 'ap-northeast-2c', false).world.availabilityZones).toEqual(['ap-northeast-2a']);
  });
});
