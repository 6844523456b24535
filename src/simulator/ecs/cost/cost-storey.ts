import type { Run } from '../../run.ts';
import type { World } from '../../scenario/world-schema.ts';
import type { Controller, Storey } from '../../storey.ts';
import { typesOf } from '../capacity/capacity-state.ts';
import { DEFAULT_EPHEMERAL_STORAGE_GIB } from '../fargate/fargate-sizes.ts';
import type { Simulation } from '../simulation.ts';
import { isOf, spotGroups } from '../spot/spot-groups.ts';
import { Bill, fargateRate, type Rate, rateOf } from './bill.ts';
import { EC2_PRICES, EPHEMERAL_STORAGE_PRICE, FARGATE_PRICES, LOAD_BALANCER_PRICES } from './prices.ts';

const INSTANCE_TYPE = 'ecs.instance-type';

/** What a run costs, where its world names prices. */
export const costStorey: Storey = {
  name: 'cost',
  begin: (_, { world }) => (world.prices === undefined ? undefined : costController(world)),
};

type Entries = Run['entries'];

function costController(world: World): Controller {
  const bill = new Bill();
  const rates = ratesOf(world);
  let seen = 0;
  let begun = false;
  for (const rate of rates.loadBalancers) bill.addHourly(rate);
  return {
    write(sim) {
      const entries = sim.timeline.entries.slice(seen);
      if (!begun) standInstances(sim, bill, rates);
      else if (entries.length === 0) return;
      begun = true;
      followInstances(sim, bill, rates, entries);
      followFargate(bill, rates, entries);
      seen += entries.length;
      const perHour = sim.timeline.series('cost.usdPerHour');
      if (perHour.steps.at(-1)?.[1] === bill.dollarsPerHour()) return;
      perHour.set(sim.nowSeconds, bill.dollarsPerHour());
      sim.timeline.series('cost.usd').set(sim.nowSeconds, bill.dollarsAt(sim.nowSeconds));
    },
    close(sim, seconds) {
      sim.timeline.series('cost.usd').set(seconds, bill.dollarsAt(seconds));
    },
  };
}

/** Instances are billed from when they are launched until they are gone. */
function followInstances(sim: Simulation, bill: Bill, rates: Rates, entries: Entries): void {
  for (const { type, instance, autoScalingGroup: group = '', at } of entries) {
    if (instance === undefined) continue;
    const comes = type === 'instance-launching' || type === 'instance-registered';
    if (comes && !bill.has(instance)) {
      const own = sim.cluster.instanceByName.get(instance)?.attributes[INSTANCE_TYPE];
      bill.begin(instance, rates.instance(instance, own ?? rates.launchedType(group)), at);
    } else if (type === 'instance-terminated' || type === 'instance-lost') bill.end(instance, at);
  }
}

/** What is there when the run begins. */
function standInstances(sim: Simulation, bill: Bill, rates: Rates): void {
  for (const { name, status, attributes } of sim.cluster.instances) {
    if (status === 'GONE') continue;
    bill.begin(name, rates.instance(name, attributes[INSTANCE_TYPE] ?? ''), sim.nowSeconds, true);
  }
}

/** Fargate bills from the download of the image until the task is STOPPED. */
function followFargate(bill: Bill, rates: Rates, entries: Entries): void {
  for (const { type, task, taskDefinition = '', instance, capacityProvider, state, at } of entries) {
    if (task === undefined) continue;
    const id = `task ${task}`;
    if (type === 'task-placed' && instance === undefined) {
      bill.begin(id, rates.fargate(taskDefinition, capacityProvider === 'FARGATE_SPOT'), at, state === 'RUNNING');
    } else if (type === 'task-stopped') bill.end(id, at);
  }
}

type Rates = {
  instance(name: string, type: string): Rate;
  /** The type that an Auto Scaling group launches. */
  launchedType(group: string): string;
  fargate(taskDefinition: string, isSpot: boolean): Rate;
  loadBalancers: Rate[];
};

function ratesOf(world: World): Rates {
  const spotPercent = world.prices?.ec2SpotPercent ?? 100;
  const spot = spotGroups(world);
  const isSpot = (instance: string) => spot.some(({ name }) => isOf(name, instance));
  const launched = new Map(
    (world.autoScalingGroups ?? []).map((group) => [group.autoScalingGroupName, typesOf(group)[0] ?? '']),
  );
  const definitions = new Map(world.taskDefinitions.map((d) => [`${d.family}:${d.revision ?? 1}`, d]));
  return {
    launchedType: (group) => launched.get(group) ?? '',
    instance: (name, type) => rateOf(EC2_PRICES.get(type) ?? 0, isSpot(name) ? spotPercent : 100),
    fargate(taskDefinition, isSpot) {
      const definition = definitions.get(taskDefinition);
      const price =
        FARGATE_PRICES[isSpot ? 'spot' : 'on-demand'][definition?.runtimePlatform?.cpuArchitecture ?? 'X86_64'];
      const storage = definition?.ephemeralStorage?.sizeInGiB ?? DEFAULT_EPHEMERAL_STORAGE_GIB;
      const size = {
        cpuUnits: definition?.cpu ?? 0,
        memoryMib: definition?.memory ?? 0,
        extraStorageGib: storage - DEFAULT_EPHEMERAL_STORAGE_GIB,
      };
      return fargateRate(size, { ...price, storage: EPHEMERAL_STORAGE_PRICE });
    },
    loadBalancers: (world.loadBalancers ?? []).flatMap(({ type = 'application' }) =>
      type === 'gateway' ? [] : [rateOf(LOAD_BALANCER_PRICES[type])],
    ),
  };
}
