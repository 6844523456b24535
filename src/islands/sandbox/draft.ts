import type { Language } from '../../i18n/text.ts';
import type { Scenario, ScenarioEvent, World } from '../../simulator/scenario/scenario-schema.ts';

/**
 * The scenario that somebody builds: the shape of a scenario's file, so that it travels as one. A form may have put values
 * into it that AWS refuses; its structure is always a scenario's, because nothing from outside becomes a draft unread.
 */
export type Draft = Scenario;

/** Where a world of one's own begins, and what is offered for its zones. */
export const REGION = 'ap-northeast-2';
export const ZONES: readonly string[] = ['a', 'b', 'c', 'd'].map((letter) => `${REGION}${letter}`);

/** A world with two zones and nothing in them. */
export function emptyDraft(): Draft {
  return {
    model: 'ecs',
    horizon: 1800,
    world: {
      region: REGION,
      availabilityZones: [`${REGION}a`, `${REGION}c`],
      containerInstances: [],
      taskDefinitions: [],
      services: [],
      images: {},
      begin: 'steady',
    },
    events: [],
  };
}

/** The world of a scenario to play with: its task is left out, its title stays. */
export function worldOnly({ challenge: _, lesson: __, level: ___, ...rest }: Draft): Draft {
  return rest;
}

/** What runs in the sandbox: a challenge that is half written must not keep the world from running. */
export function runnable({ model, seed, horizon, world, events }: Draft): Draft {
  return {
    model,
    world,
    ...(seed === undefined ? {} : { seed }),
    ...(horizon === undefined ? {} : { horizon }),
    ...(events === undefined ? {} : { events }),
  };
}

export function withWorld(draft: Draft, world: Partial<World>): Draft {
  return { ...draft, world: { ...draft.world, ...world } };
}

export function eventsOf(draft: Draft): ScenarioEvent[] {
  return draft.events ?? [];
}

/** The zones of a world: those it names, else those that its instances name. */
export function zonesOf({ world }: Draft): string[] {
  const named = world.availabilityZones ?? world.containerInstances.flatMap((each) => each.availabilityZone ?? []);
  return [...new Set(named)];
}

export function servicesOf({ world }: Draft): string[] {
  return (world.services ?? []).map(({ serviceName }) => serviceName);
}

/** `family:revision` of every task definition. */
export function definitionsOf({ world }: Draft): string[] {
  return world.taskDefinitions.map(({ family, revision = 1 }) => `${family}:${revision}`);
}

/** The title in one language, where there is one: a title may be half written. */
export function titleOf({ title }: Draft, lang: Language): string | undefined {
  const text: unknown = (title as Record<string, unknown> | undefined)?.[lang];
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}
