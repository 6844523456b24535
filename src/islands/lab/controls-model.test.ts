import { describe, expect, it } from 'vitest';
import type { Change, World } from '../../simulator/scenario/scenario-schema.ts';
import { controlsOf, readNumber, sameJson, shownValue, sumOf, valueAt, withValue, writeSum } from './controls-model.ts';

const MIN = '/services/0/deploymentConfiguration/minimumHealthyPercent';
const MAX = '/services/0/deploymentConfiguration/maximumPercent';
const PORT = '/taskDefinitions/0/containerDefinitions/0/portMappings/0/hostPort';
const STRATEGY = '/services/0/placementStrategy';

const world: World = {
  containerInstances: [],
  taskDefinitions: [
    {
      family: 'web',
      containerDefinitions: [{ name: 'web', image: 'web', portMappings: [{ containerPort: 80, hostPort: 80 }] }],
    },
  ],
  services: [
    {
      serviceName: 'web',
      taskDefinition: 'web:1',
      desiredCount: 6,
      deploymentConfiguration: { minimumHealthyPercent: 67, maximumPercent: 100 },
    },
  ],
};

const label = { en: 'x', ko: 'x' };
const changes: Change[] = [
  { path: MIN, label, min: 0, max: 100, step: 1 },
  { path: MAX, label, min: 100, max: 200 },
  {
    path: PORT,
    label,
    choices: [
      { label, value: 80 },
      { label, value: 0 },
    ],
  },
  { path: '/services/0/desiredCount', label },
  { path: STRATEGY, label },
];
const controls = controlsOf(world, changes);
const [floor, cap] = controls;

describe('controls', () => {
  it('are made from the bounds, the choices and the value that stands there', () => {
    expect(controls.map((control) => control.kind)).toEqual(['number', 'number', 'choices', 'integer', 'json']);
  });

  it("show the learner's value, else the scenario's", () => {
    expect(floor && shownValue(floor, {})).toBe(67);
    expect(floor && shownValue(floor, { [MIN]: 50 })).toBe(50);
  });

  it('leave a value out of the answer that only repeats the scenario', () => {
    expect(floor && withValue({ [MAX]: 150 }, floor, 50)).toEqual({ [MAX]: 150, [MIN]: 50 });
    expect(floor && withValue({ [MIN]: 50 }, floor, 67)).toEqual({});
  });

  it('show the floor rounded up and the cap rounded down', () => {
    const written = (answer: Record<string, number>) =>
      [floor, cap].map((control) => {
        const sum = control && sumOf(control, world, answer);
        return sum && writeSum(sum);
      });
    expect(written({})).toEqual(['floor = ceil(6 × 67 / 100) = 5', 'cap = floor(6 × 100 / 100) = 6']);
    expect(written({ '/services/0/desiredCount': 5, [MAX]: 150 })).toEqual([
      'floor = ceil(5 × 67 / 100) = 4',
      'cap = floor(5 × 150 / 100) = 7',
    ]);
  });

  it('take whole numbers and keep them inside the bounds', () => {
    expect(readNumber(' 50 ', { min: 0, max: 100 })).toBe(50);
    expect(readNumber('101', { min: 0, max: 100 })).toBe(100);
    expect(readNumber('-1', { min: 0, max: 100 })).toBe(0);
    expect(readNumber('5.5', {})).toBeUndefined();
    expect(readNumber('', {})).toBeUndefined();
  });
});

describe('values', () => {
  it('are found by JSON Pointer, with its escapes', () => {
    expect(valueAt({ 'a/b': { 'm~n': [10, 20] } }, '/a~1b/m~0n/1')).toBe(20);
    expect(valueAt({ a: 1 }, '/a/b')).toBeUndefined();
    expect(valueAt({}, '/constructor')).toBeUndefined();
  });

  it('are the same whatever the order of their keys', () => {
    expect(sameJson([{ type: 'spread', field: 'x' }], [{ field: 'x', type: 'spread' }])).toBe(true);
    expect(sameJson([1, 2], [2, 1])).toBe(false);
  });
});
