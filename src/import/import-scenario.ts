import { readScenario } from '../simulator/scenario/scenario-schema.ts';
import { simulate } from '../simulator/simulate.ts';
import { type BuiltWorld, buildWorld } from './build-world.ts';
import { type Collected, collect } from './collect.ts';
import { deploymentEvents } from './deployment-events.ts';
import type { Fields } from './fields.ts';
import { missingParts } from './missing.ts';
import { notSimulatedOf, refusals } from './refusals.ts';
import type { Described, ImportFault, Path, SourceFile } from './source.ts';
import { mapTexts, stripper } from './strip.ts';
import { definitionName } from './task-definitions.ts';

/** A scenario, and what its reader should know. */
export type Imported = {
  /** What `readScenario` takes. */
  scenario: Fields;
  /** Comments for the top of the file. */
  header: string[];
  /** A comment for the value at each path. */
  remarks: { path: Path; text: string }[];
  /** For standard error: what was guessed, what to run for more, what is not simulated. */
  notes: string[];
};

export type ImportResult = { imported: Imported; faults?: undefined } | { imported?: undefined; faults: ImportFault[] };

/**
 * A scenario of a real service, from what the AWS CLI printed about it: its definition, its instances, its tasks. The
 * same files in any order give the same scenario. `strip` takes account numbers, ARNs and ids of resources out.
 */
export function importScenario(files: readonly SourceFile[], { strip }: { strip: boolean }): ImportResult {
  const collected = collect(files);
  if (collected.faults.length > 0) return { faults: collected.faults };
  const services = active(
    onlyOnce(collected.services, ({ serviceName }) => serviceName, collected),
    collected,
  );
  const taskDefinitions = onlyOnce(collected.taskDefinitions, definitionName, collected);
  collected.instances = onlyOnce(collected.instances, ({ containerInstanceArn }) => containerInstanceArn, collected);
  const faults = [...missingParts(services, collected), ...refusals(services)];
  if (faults.length > 0) return { faults };
  collected.notSimulated = [...new Set([...collected.notSimulated, ...notSimulatedOf(services)])].sort();
  const built = buildWorld({ services, taskDefinitions, collected });
  const events = deploymentEvents(
    services.map(({ value }) => value),
    taskDefinitions.map(({ value }) => value),
  );
  for (const [i, { remark }] of events.entries()) built.remarks.push({ path: ['events', i], text: remark });
  const scenario: Fields = {
    model: 'ecs',
    world: built.world,
    events: events.map(({ value }) => value),
    horizon: horizonOf(built.world),
  };
  const read = readScenario(scenario);
  if (read.faults) return { faults: read.faults.map((fault) => atOrigin(fault, built)) };
  built.notes.push(...standsAs(read.scenario));
  return { imported: finish(scenario, { built, collected, strip }) };
}

/** Every thing once, in order of its name; files may overlap. */
function onlyOnce<T>(found: readonly Described<T>[], name: (value: T) => string, collected: Collected): Described<T>[] {
  const once = new Map<string, Described<T>>();
  for (const each of found) {
    const key = name(each.value);
    const before = once.get(key);
    if (before === undefined) once.set(key, each);
    else if (JSON.stringify(before.value) !== JSON.stringify(each.value)) {
      collected.notes.push(`${each.file} describes ${key} otherwise than ${before.file}; ${before.file} is taken`);
    }
  }
  return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

function active<T extends { status?: string | undefined; serviceName: string }>(
  services: readonly Described<T>[],
  collected: Collected,
): Described<T>[] {
  return services.filter(({ value: { status = 'ACTIVE', serviceName }, file }) => {
    if (status !== 'ACTIVE') collected.notes.push(`${file}: the service ${serviceName} is ${status} and is left out`);
    return status === 'ACTIVE';
  });
}

/** Two hours, and the times that deployments wait by themselves: a run that settles earlier ends earlier. */
function horizonOf(world: Fields): string {
  type Times = {
    bakeTimeInMinutes?: number;
    linearConfiguration?: { stepPercent?: number; stepBakeTimeInMinutes?: number };
    canaryConfiguration?: { canaryBakeTimeInMinutes?: number };
  };
  const services = world.services as unknown as { deploymentConfiguration?: Times & { strategy?: string } }[];
  const minutes = services.map(({ deploymentConfiguration: times = {} }) => {
    const { stepPercent = 10, stepBakeTimeInMinutes = 6 } = times.linearConfiguration ?? {};
    const steps = times.strategy === 'LINEAR' ? Math.ceil(100 / stepPercent) * stepBakeTimeInMinutes : 0;
    const canary = times.strategy === 'CANARY' ? (times.canaryConfiguration?.canaryBakeTimeInMinutes ?? 10) : 0;
    return (times.bakeTimeInMinutes ?? 0) + steps + canary;
  });
  return `${2 + Math.ceil(Math.max(0, ...minutes) / 60)}h`;
}

/** A fault of the scenario, at the value of AWS that it comes from. */
function atOrigin({ path, message }: { path: Path; message: string }, { origins }: BuiltWorld): ImportFault {
  const [origin] = origins
    .filter((each) => each.path.every((part, i) => part === path[i]))
    .sort((a, b) => b.path.length - a.path.length);
  if (origin === undefined) return { file: '', path: [], message: `${path.join('.')}: ${message}` };
  return { file: origin.from.file, path: [...origin.from.path, ...path.slice(origin.path.length)], message };
}

/** Tells where fewer tasks find a place at the beginning than run at AWS. */
function standsAs(scenario: NonNullable<ReturnType<typeof readScenario>['scenario']>): string[] {
  const run = simulate({ world: scenario.world, horizon: 0 });
  return (scenario.world.services ?? []).flatMap(({ serviceName, desiredCount = 0 }) => {
    const { running = 0 } = run.final.services[serviceName] ?? {};
    if (running >= desiredCount) return [];
    return [
      `only ${running} of the ${desiredCount} tasks of ${serviceName} that run at AWS find a place at the beginning: Drydock places them by the service's strategies, AWS may have placed them at another time`,
    ];
  });
}

/** The index of the service that is deployed. */
function deployed(scenario: Fields): number {
  const events = scenario.events as { updateService?: { service: string } }[];
  const services = (scenario.world as { services: { serviceName: string }[] }).services;
  const name = events.find(({ updateService }) => updateService)?.updateService?.service;
  return Math.max(
    0,
    services.findIndex(({ serviceName }) => serviceName === name),
  );
}

type Finishing = { built: BuiltWorld; collected: Collected; strip: boolean };

function finish(scenario: Fields, { built, collected, strip }: Finishing): Imported {
  const clean = strip ? stripper() : (text: string) => text;
  const notes = [...collected.notes, ...built.notes];
  if (collected.notSimulated.length > 0) notes.push(`not simulated: ${collected.notSimulated.join(', ')}`);
  const header = [
    `A service as it is at AWS, for trying a deployment before doing it. Made by drydock import from: ${collected.commands.join(', ')}.`,
    'What AWS cannot know is assumed, and a comment says so. Edit it, then: drydock simulate <this file>,',
    `or change one value for one run: --set '{"/services/${deployed(scenario)}/deploymentConfiguration/minimumHealthyPercent": 50}'`,
    ...(collected.notSimulated.length > 0 ? [`Not simulated: ${collected.notSimulated.join(', ')}.`] : []),
  ];
  return {
    scenario: mapTexts(scenario, clean) as Fields,
    header: header.map(clean),
    remarks: built.remarks.map(({ path, text }) => ({
      path: path.map((part) => (typeof part === 'string' ? clean(part) : part)),
      text: clean(text),
    })),
    notes: notes.map(clean),
  };
}
