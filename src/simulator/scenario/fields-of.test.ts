import { describe, expect, it } from 'vitest';
import { STOREY_FORMS } from '../storey-forms.ts';
import { fieldsAt } from './fields-of.ts';
import { schemaWith } from './read-scenario.ts';

const at = (pointer: string) => fieldsAt(schemaWith(STOREY_FORMS), ['world', ...pointer.split('/').slice(1)]);

describe('what may be written at a place of the world', () => {
  it('is the fields of its structure, through lists and what may be left out', () => {
    expect(at('/services/0/deploymentConfiguration').fields).toEqual(
      expect.arrayContaining(['minimumHealthyPercent', 'maximumPercent', 'deploymentCircuitBreaker']),
    );
    expect(at('/services/0/placementStrategy/0').fields).toEqual(['type', 'field']);
    expect(at('').fields).toEqual(expect.arrayContaining(['services', 'scalableTargets', 'queues']));
  });

  it('is the values of a choice, and true or false', () => {
    expect(at('/services/0/placementStrategy/0/type').values).toEqual(['binpack', 'spread', 'random']);
    expect(at('/autoScalingGroups/0/newInstancesProtectedFromScaleIn').values).toEqual([true, false]);
  });

  it('is nothing where no schema leads', () => {
    for (const pointer of ['/nowhere', '/services/0/desiredCount/deeper', '/constructor', '/__proto__/x'])
      expect(at(pointer), pointer).toEqual({ fields: [], values: [] });
  });
});
