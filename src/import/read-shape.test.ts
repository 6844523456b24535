import { expect, test } from 'vitest';
import { readShape } from './read-shape.ts';
import { awsServiceSchema } from './service-shape.ts';

const PLACE = { file: 's.json', path: ['services', 3] };
const SERVICE = { serviceName: 'web', taskDefinition: 'web:1', desiredCount: 2 };

test('fields that no shape knows are named once, without indexes, and are no faults', () => {
  const vpcLatticeConfigurations = [{ roleArn: 'x' }];
  const deployment = { taskDefinition: 'web:1', vpcLatticeConfigurations };
  const read = readShape(
    awsServiceSchema,
    { ...SERVICE, deployments: [deployment, deployment], newIdea: { a: 1 } },
    PLACE,
  );
  expect(read.faults).toEqual([]);
  expect(read.value).toMatchObject({ ...SERVICE, deployments: [{ taskDefinition: 'web:1' }, {}] });
  expect(read.notSimulated).toEqual(['services[].deployments[].vpcLatticeConfigurations', 'services[].newIdea']);
});

test.each([[null], [[]], [{}], [''], [false], [0]])('an unknown field that is %j asks for nothing', (newIdea) => {
  expect(readShape(awsServiceSchema, { ...SERVICE, newIdea }, PLACE).notSimulated).toEqual([]);
});

test('null is a field that is not there', () => {
  expect(readShape(awsServiceSchema, { ...SERVICE, roleArn: null, launchType: null }, PLACE).faults).toEqual([]);
});

test('a value of another kind is a fault at its place, with what belongs there', () => {
  const { faults } = readShape(awsServiceSchema, { ...SERVICE, desiredCount: 'two', loadBalancers: {} }, PLACE);
  expect(faults).toEqual([
    { file: 's.json', path: ['services', 3, 'desiredCount'], message: 'is the text "two"; write a number' },
    { file: 's.json', path: ['services', 3, 'loadBalancers'], message: 'is a mapping; write a list' },
  ]);
});

test('a value nested as deep as memory allows is no danger', () => {
  let deep: unknown = 1;
  for (let i = 0; i < 100_000; i++) deep = [deep];
  expect(readShape(awsServiceSchema, { ...SERVICE, events: deep }, PLACE).faults).toEqual([]);
});
