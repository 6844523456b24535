import type { Json } from '../../simulator/run.ts';
import { type Draft, definitionsOf, servicesOf, ZONES, zonesOf } from './draft.ts';

/**
 * The forms of a world: for each list of it the fields that are asked most, by AWS's names. A test holds fields and
 * choices against the schema; every other field stands in the JSON.
 */
export type FieldSpec = {
  /** Below the item, parts parted by `/`. */
  path: string;
  kind: 'text' | 'number' | 'choice';
  choices?: readonly string[];
  /** What of the world is offered while one writes. */
  offers?: 'zones' | 'types' | 'definitions' | 'services' | 'images' | 'groups';
};

export type Group = {
  key: 'containerInstances' | 'taskDefinitions' | 'services' | 'load' | 'scalableTargets' | 'autoScalingGroups';
  fields: readonly FieldSpec[];
  /** A new item that AWS takes beside those that are there. */
  fresh(draft: Draft): Record<string, Json>;
  /** What an item is called in its line, and the facts beside it. */
  line(item: Record<string, Json>): { name: string; facts: string[] };
};

/** Types that a learner meets; any other of the simulator's table can be written. */
export const INSTANCE_TYPES = [
  't3.small',
  't3.medium',
  't3.large',
  'm5.large',
  'm5.xlarge',
  'c5.large',
  'c5.xlarge',
  'r5.large',
];

const text = (path: string, offers?: FieldSpec['offers']): FieldSpec => ({
  path,
  kind: 'text',
  ...(offers ? { offers } : {}),
});
const number = (path: string): FieldSpec => ({ path, kind: 'number' });
const choice = (path: string, choices: readonly string[]): FieldSpec => ({ path, kind: 'choice', choices });

export const GROUPS: readonly Group[] = [
  {
    key: 'containerInstances',
    fields: [text('name'), number('count'), text('instanceType', 'types'), text('availabilityZone', 'zones')],
    fresh: (draft) => {
      const all = draft.world.containerInstances;
      const [zone = ZONES[0] as string] = zonesOf(draft)
        .filter((each) => !all.some(({ availabilityZone }) => availabilityZone === each))
        .concat(zonesOf(draft));
      const name = freshName(
        zone.slice(-1),
        all.map((each) => each.name),
      );
      return { name, count: 2, instanceType: 'm5.large', availabilityZone: zone };
    },
    line: ({ name, count = 1, instanceType, availabilityZone }) => ({
      name: said(name),
      facts: [`${count} × ${instanceType ?? 'cpu, memory'}`, short(availabilityZone)],
    }),
  },
  {
    key: 'taskDefinitions',
    fields: [
      text('family'),
      number('revision'),
      choice('networkMode', ['none', 'bridge', 'awsvpc', 'host']),
      text('containerDefinitions/0/image', 'images'),
      number('containerDefinitions/0/cpu'),
      number('containerDefinitions/0/memory'),
    ],
    fresh: (draft) => {
      const families = draft.world.taskDefinitions.map(({ family }) => family);
      const family = families.at(-1) ?? 'web';
      const revisions = draft.world.taskDefinitions.flatMap((each) =>
        each.family === family ? (each.revision ?? 1) : [],
      );
      const revision = Math.max(0, ...revisions) + 1;
      const container = { name: family, image: `${family}:v${revision}`, cpu: 256, memory: 512 };
      const portMappings = [{ containerPort: 80, hostPort: 0 }];
      const before = draft.world.taskDefinitions.findLast((each) => each.family === family);
      const [first] = before?.containerDefinitions ?? [];
      if (before && first) {
        const copy = {
          ...before,
          revision,
          containerDefinitions: [
            { ...first, image: `${family}:v${revision}` },
            ...before.containerDefinitions.slice(1),
          ],
        };
        return copy as unknown as Record<string, Json>;
      }
      return { family, revision, networkMode: 'bridge', containerDefinitions: [{ ...container, portMappings }] };
    },
    line: ({ family, revision = 1, containerDefinitions, cpu, memory }) => {
      const [first] = (containerDefinitions as { cpu?: number; memory?: number }[] | undefined) ?? [];
      return {
        name: `${said(family)}:${revision}`,
        facts: [`${cpu ?? first?.cpu ?? 0} CPU`, `${memory ?? first?.memory ?? 0} MiB`],
      };
    },
  },
  {
    key: 'services',
    fields: [
      text('serviceName'),
      text('taskDefinition', 'definitions'),
      number('desiredCount'),
      number('deploymentConfiguration/minimumHealthyPercent'),
      number('deploymentConfiguration/maximumPercent'),
      choice('deploymentConfiguration/strategy', ['ROLLING', 'BLUE_GREEN', 'LINEAR', 'CANARY']),
    ],
    fresh: (draft) => {
      const [definition = 'web:1'] = definitionsOf(draft);
      return {
        serviceName: freshName(definition.split(':')[0] ?? 'web', servicesOf(draft)),
        taskDefinition: definition,
        desiredCount: 4,
        deploymentConfiguration: { minimumHealthyPercent: 100, maximumPercent: 200 },
      };
    },
    line: ({ serviceName, taskDefinition, desiredCount }) => ({
      name: said(serviceName),
      facts: [said(taskDefinition), desiredCount === undefined ? 'DAEMON' : `× ${desiredCount}`],
    }),
  },
  {
    key: 'scalableTargets',
    fields: [text('service', 'services'), number('minCapacity'), number('maxCapacity')],
    fresh: (draft) => ({
      service: servicesOf(draft)[0] ?? 'web',
      minCapacity: 2,
      maxCapacity: 10,
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
    }),
    line: ({ service, minCapacity, maxCapacity }) => ({
      name: said(service),
      facts: [`${said(minCapacity)}–${said(maxCapacity)}`],
    }),
  },
  {
    key: 'autoScalingGroups',
    fields: [
      text('autoScalingGroupName'),
      text('instanceType', 'types'),
      number('minSize'),
      number('desiredCapacity'),
      number('maxSize'),
    ],
    fresh: (draft) => ({
      autoScalingGroupName: freshName(
        'fleet',
        (draft.world.autoScalingGroups ?? []).map((each) => each.autoScalingGroupName),
      ),
      minSize: 0,
      maxSize: 6,
      desiredCapacity: 2,
      instanceType: 'm5.large',
      availabilityZones: zonesOf(draft),
    }),
    line: ({ autoScalingGroupName, instanceType, minSize, maxSize, desiredCapacity }) => ({
      name: said(autoScalingGroupName),
      facts: [said(instanceType), `${said(desiredCapacity ?? minSize)} (${said(minSize)}–${said(maxSize)})`],
    }),
  },
  {
    key: 'load',
    fields: [text('service', 'services'), number('perSecond')],
    fresh: (draft) => ({ service: servicesOf(draft)[0] ?? 'web', perSecond: 20 }),
    line: ({ service, loadBalancer, queue, appRunnerService, perSecond }) => ({
      name: said(service ?? loadBalancer ?? queue ?? appRunnerService),
      facts: [typeof perSecond === 'number' ? `${perSecond}/s` : formOf(perSecond)],
    }),
  },
];

export type GroupKey = Group['key'];

/** A value as it is, a dash where its field was emptied. */
function said(value: Json | undefined): string {
  return value === undefined ? '–' : String(value);
}

function freshName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  let n = 2;
  while (taken.includes(`${name}${n}`)) n++;
  return `${name}${n}`;
}

function short(zone: Json | undefined): string {
  return String(zone ?? '–').replace(/^.*-(\d\w)$/, '$1');
}

/** `ramp`, `spike` or another form of a curve; `steps` for a list. */
function formOf(curve: Json | undefined): string {
  return Array.isArray(curve) || curve === undefined || curve === null ? 'steps' : (Object.keys(curve)[0] ?? '');
}
