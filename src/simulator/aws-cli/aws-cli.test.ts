import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenarioFiles } from '../../../tests/proof/scenario-files.ts';
import type { AnswerSet, Json } from '../run.ts';
import { readPointer } from '../scenario/pointer.ts';
import type { Change, Scenario, World } from '../scenario/scenario-schema.ts';
import type { CommandGround } from './allowed-values.ts';
import { same } from './field-words.ts';
import { readCommands } from './read-commands.ts';
import { writeCommands } from './write-commands.ts';

const world = {
  containerInstances: [],
  taskDefinitions: [],
  services: [
    {
      serviceName: 'web',
      taskDefinition: 'web:1',
      desiredCount: 4,
      deploymentConfiguration: { minimumHealthyPercent: 90, maximumPercent: 110 },
    },
    { serviceName: 'api', taskDefinition: 'api:3', desiredCount: 2, placementStrategy: [{ type: 'random' }] },
  ],
  scalableTargets: [
    {
      service: 'web',
      minCapacity: 1,
      maxCapacity: 9,
      scalingPolicies: [
        {
          policyName: 'cpu',
          policyType: 'TargetTrackingScaling',
          targetTrackingScalingPolicyConfiguration: {
            targetValue: 60,
            predefinedMetricSpecification: { predefinedMetricType: 'ECSServiceAverageCPUUtilization' },
          },
        },
      ],
      scheduledActions: [
        { scheduledActionName: 'rush', schedule: 'cron(30 8 * * ? *)', scalableTargetAction: { minCapacity: 4 } },
      ],
    },
  ],
  targetGroups: [{ name: 'web', deregistrationDelaySeconds: 300 }],
  autoScalingGroups: [{ autoScalingGroupName: 'asg', minSize: 0, maxSize: 4 }],
} as unknown as World;
const MIN = '/services/0/deploymentConfiguration/minimumHealthyPercent';
const MAX = '/services/0/deploymentConfiguration/maximumPercent';
const TARGET = '/scalableTargets/0/scalingPolicies/0/targetTrackingScalingPolicyConfiguration/targetValue';
const ground = (...paths: string[]): CommandGround => ({ world, paths });

describe('a set as commands of the AWS CLI', () => {
  it('is update-service with the whole of what AWS replaces', () => {
    expect(writeCommands(world, { [MIN]: 50 })).toEqual({
      commands: [
        'aws ecs update-service \\\n  --cluster default \\\n  --service web \\\n  --deployment-configuration minimumHealthyPercent=50,maximumPercent=110',
      ],
      left: [],
    });
  });

  it('is application-autoscaling with capital letters, for a policy and a schedule the whole of it', () => {
    const { commands } = writeCommands(world, {
      [TARGET]: 75,
      '/scalableTargets/0/maxCapacity': 12,
      '/scalableTargets/0/scheduledActions/0/schedule': 'cron(20 8 * * ? *)',
    });
    expect(commands.map((command) => command.replaceAll(' \\\n  ', ' '))).toEqual([
      `aws application-autoscaling put-scaling-policy --service-namespace ecs --scalable-dimension ecs:service:DesiredCount --resource-id service/default/web --policy-name cpu --policy-type TargetTrackingScaling --target-tracking-scaling-policy-configuration '{"TargetValue":75,"PredefinedMetricSpecification":{"PredefinedMetricType":"ECSServiceAverageCPUUtilization"}}'`,
      'aws application-autoscaling register-scalable-target --service-namespace ecs --scalable-dimension ecs:service:DesiredCount --resource-id service/default/web --max-capacity 12',
      "aws application-autoscaling put-scheduled-action --service-namespace ecs --scalable-dimension ecs:service:DesiredCount --resource-id service/default/web --scheduled-action-name rush --schedule 'cron(20 8 * * ? *)' --scalable-target-action MinCapacity=4",
    ]);
  });

  it('names the paths that no call of AWS changes', () => {
    expect(writeCommands(world, { '/containerInstances/0/count': 3, '/images/web:v1/pull': 9 })).toEqual({
      commands: [],
      left: ['/containerInstances/0/count', '/images/web:v1/pull'],
    });
  });
});

describe('commands of the AWS CLI as a set', () => {
  it('take shorthand, JSON, several lines, prompts, comments, ARNs and options that say where', () => {
    const texts = [
      'aws ecs update-service --service web --deployment-configuration minimumHealthyPercent=50',
      `$ aws ecs update-service --cluster prod --service=web --region us-east-1 \\\r\n --deployment-configuration '{"minimumHealthyPercent": 50, "maximumPercent": 110}'`,
      '# slowly\naws ecs update-service --service arn:aws:ecs:us-east-1:123456789012:service/prod/web --deployment-configuration "minimumHealthyPercent=50" --force-new-deployment --no-cli-pager;',
      '{ "service": "web", "cluster": "prod", "deploymentConfiguration": { "minimumHealthyPercent": 50 } }',
      '{ "services": [ { "serviceName": "web", "status": "ACTIVE", "deploymentConfiguration": { "minimumHealthyPercent": 50, "maximumPercent": 110 } } ] }',
      `{ "${MIN}": 50 }`,
    ];
    for (const text of texts) expect(readCommands(text, ground(MIN)), text).toEqual({ values: { [MIN]: 50 } });
  });

  it('take lists of structures in shorthand', () => {
    const path = '/services/1/placementStrategy';
    const text =
      'aws ecs update-service --service api --placement-strategy type=spread,field=attribute:ecs.availability-zone type=binpack,field=memory';
    expect(readCommands(text, ground(path)).values).toEqual({
      [path]: [
        { type: 'spread', field: 'attribute:ecs.availability-zone' },
        { type: 'binpack', field: 'memory' },
      ],
    });
  });

  it('give the value of the scenario too, so that a change can be taken back by a command', () => {
    const text =
      'aws ecs update-service --service web --deployment-configuration minimumHealthyPercent=90,maximumPercent=200';
    expect(readCommands(text, ground(MIN, MAX)).values).toEqual({ [MIN]: 90, [MAX]: 200 });
  });

  it.each([
    ['', { kind: 'empty', offset: 0 }],
    ['# only a comment', { kind: 'empty', offset: 0 }],
    ['kubectl get pods', { kind: 'not-aws', found: 'kubectl', offset: 0 }],
    ['aws s3 ls', { kind: 'unknown-command', found: 'aws s3 ls', offset: 4 }],
    ['aws', { kind: 'unknown-command', found: 'aws', offset: 0 }],
    ['aws ecs update-service --service "web', { kind: 'open-quote', offset: 33 }],
    ['aws ecs update-service --service $NAME', { kind: 'not-plain', found: '$NAME', offset: 33 }],
    ['aws ecs update-service --service web | jq .', { kind: 'not-plain', found: '| jq .', offset: 37 }],
    ['aws ecs update-service', { kind: 'missing', option: '--service', offset: 22 }],
    [
      'aws ecs update-service --service shop',
      { kind: 'unknown-thing', found: 'shop', known: ['web', 'api'], offset: 33 },
    ],
    ['aws ecs update-service --service web --desired', { kind: 'unknown-option', found: '--desired', offset: 37 }],
    [
      'aws ecs update-service --service web --deployment-configuration',
      { kind: 'no-value', found: '--deployment-configuration', offset: 37 },
    ],
    [
      'aws ecs update-service --service web --deployment-configuration {oops',
      { kind: 'bad-value', found: '{oops', offset: 64 },
    ],
    [
      'aws ecs update-service --service web --desired-count 9',
      { kind: 'fixed', path: '/services/0/desiredCount', offset: 37 },
    ],
    ['{ "service": "web", ', { kind: 'not-json', offset: 0 }],
    ['{ "/services/0/desiredCount": 9 }', { kind: 'fixed', path: '/services/0/desiredCount', offset: 0 }],
  ])('say what is wrong with %j and where', (text, fault) => {
    expect(readCommands(text, ground(MIN))).toEqual({ fault });
  });

  it('never throw, whatever is pasted', () => {
    const alphabet = fc.constantFrom(
      ...`aws ecs update-service --service web --deployment-configuration {}[]=,'"\\\n$#:;& 0129`.split(' '),
      '--',
      ' ',
      '=',
      '{',
      '[',
      "'",
      '"',
      '__proto__',
      'null',
      '\u0000',
      '한',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 200 }),
          fc.array(alphabet, { maxLength: 40 }).map((parts) => parts.join(' ')),
        ),
        (text) => {
          const pasted = [text, `aws ecs update-service --service web ${text}`];
          for (const each of pasted) {
            const { values, fault } = readCommands(each, ground(MIN, MAX));
            expect((values === undefined) !== (fault === undefined)).toBe(true);
            for (const path of Object.keys(values ?? {})) expect([MIN, MAX]).toContain(path);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('there and back', () => {
  const files = scenarioFiles();

  it.each(files.map(({ id, scenario }) => [id, scenario] as const))(
    '%s: what is copied pastes to the same set',
    (_, scenario) => {
      const changes = scenario.challenge?.change ?? [];
      fc.assert(
        fc.property(setOf(scenario, changes), (set) => {
          const { commands, left } = writeCommands(scenario.world, set);
          const said = Object.fromEntries(Object.entries(set).filter(([path]) => !left.includes(path)));
          if (commands.length === 0) {
            expect(said).toEqual({});
            return;
          }
          const paths = changes.map(({ path }) => path);
          const read = readCommands(commands.join('\n\n'), { world: scenario.world, paths });
          expect(read.fault).toBeUndefined();
          const changed = Object.entries(read.values ?? {}).filter(
            ([path, value]) => !same(value, readPointer(scenario.world, path)),
          );
          expect(Object.fromEntries(changed)).toEqual(said);
        }),
        { numRuns: 60 },
      );
    },
  );

  it('covers most of what the scenarios let a learner change', () => {
    const paths = files.flatMap(({ scenario }) =>
      (scenario.challenge?.change ?? []).map((change) => ({ scenario, change })),
    );
    const said = paths.filter(
      ({ scenario, change }) =>
        writeCommands(scenario.world, { [change.path]: otherThan(scenario, change) }).commands.length > 0,
    );
    expect(said.length / paths.length).toBeGreaterThan(0.75);
  });
});

function otherThan(scenario: Scenario, change: Change): Json {
  const now = readPointer(scenario.world, change.path);
  const choice = change.choices?.find(({ value }) => !same(value, now));
  return choice ? choice.value : typeof now === 'number' ? now + 1 : (now ?? 1);
}

/** Any set that the controls of a scenario can make: choices, numbers, and the values of its own solutions and mistakes. */
function setOf(scenario: Scenario, changes: readonly Change[]): fc.Arbitrary<AnswerSet> {
  const { solutions = [], mistakes = [] } = scenario.challenge ?? {};
  const known = [...solutions, ...mistakes];
  const values = changes.map((change) => {
    const now = readPointer(scenario.world, change.path);
    const own = known.flatMap(({ set }) => (change.path in set ? [set[change.path] as Json] : []));
    const pool: fc.Arbitrary<Json>[] = own.length > 0 ? [fc.constantFrom(...own)] : [];
    if (change.choices) pool.push(fc.constantFrom(...change.choices.map(({ value }) => value)));
    else if (typeof now === 'number' || change.min !== undefined)
      pool.push(fc.integer({ min: change.min ?? -5, max: change.max ?? 500 }));
    else if (typeof now === 'string') pool.push(fc.string({ maxLength: 20 }));
    else pool.push(fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>);
    return fc
      .option(fc.oneof(...pool), { nil: undefined })
      .map((value) => (value !== undefined && same(value, now) ? undefined : value));
  });
  return fc
    .tuple(...values)
    .map((drawn) =>
      Object.fromEntries(changes.flatMap(({ path }, i) => (drawn[i] === undefined ? [] : [[path, drawn[i] as Json]]))),
    );
}
