import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyScenario } from '../simulator/random-scenario.fixture.ts';
import type { Run } from '../simulator/run.ts';
import { readScenario, type Scenario } from '../simulator/scenario/scenario-schema.ts';
import { simulate } from '../simulator/simulate.ts';
import { asImported, awsOutput, cpuOf } from './aws-output.fixture.ts';
import { importScenario } from './import-scenario.ts';

const RUNS = 30;

/** A world that stands, with as many tasks desired as found a place, and the moment in which it stands. */
const standing: fc.Arbitrary<{ scenario: Scenario; run: Run }> = anyScenario
  .map(asImported)
  .filter(({ world }) => world.containerInstances.length > 0)
  .map((scenario) => {
    const first = simulate({ ...scenario, horizon: 0 });
    const services = (scenario.world.services ?? []).map((service) =>
      service.desiredCount === undefined
        ? service
        : { ...service, desiredCount: first.final.services[service.serviceName]?.running ?? 0 },
    );
    const settled = { ...scenario, world: { ...scenario.world, services } };
    return { scenario: settled, run: simulate({ ...settled, horizon: 0 }) };
  });

function imported(files: Parameters<typeof importScenario>[0], strip = false) {
  const result = importScenario(files, { strip });
  if (result.imported === undefined) throw new Error(JSON.stringify(result.faults));
  return result.imported;
}

test('what AWS prints about any world becomes a scenario with the same run, but for what AWS cannot know', () => {
  fc.assert(
    fc.property(standing, fc.boolean(), ({ scenario, run }, strip) => {
      const { scenario: raw, notes } = imported(awsOutput(scenario.world, run), strip);
      expect(notes).toEqual([]);
      const { scenario: read } = readScenario(raw);
      if (read === undefined) throw new Error('the import made a scenario with faults');
      const { images } = scenario.world;
      const again = { ...read, seed: scenario.seed, horizon: 3600, world: { ...read.world, images } };
      const asked = { ...scenario, horizon: 3600, events: read.events };
      const { input: _, ...got } = simulate(again);
      const { input: __, ...wanted } = simulate(asked);
      expect(got).toEqual(wanted);
    }),
    { numRuns: RUNS },
  );
});

test('what a service takes that is left out of the files stands as others on the same instances', () => {
  fc.assert(
    fc.property(standing, ({ scenario, run }) => {
      fc.pre((scenario.world.services ?? []).length > 1);
      const { scenario: raw } = imported(awsOutput(scenario.world, run, { hide: 's0' }));
      const { scenario: read } = readScenario(raw);
      if (read === undefined) throw new Error('the import made a scenario with faults');
      const now = simulate({ ...read, events: [], horizon: 0 });
      const cpuBy = (of: Run, world: Scenario['world'], isCounted: (task: string) => boolean) =>
        Object.values(of.final.instances)
          .map(({ tasks }) => tasks.filter(isCounted).reduce((sum, task) => sum + cpuOf(world, of, task), 0))
          .sort((a, b) => a - b);
      expect(cpuBy(now, read.world, (task) => task.startsWith('others-'))).toEqual(
        cpuBy(run, scenario.world, (task) => task.startsWith('s0-')),
      );
    }),
    { numRuns: RUNS },
  );
});

test('whatever is in the files, the import answers with a scenario or with sentences, and never throws', () => {
  const json = fc.oneof(
    fc.json(),
    fc.string(),
    fc.record({ services: fc.jsonValue() }).map((value) => JSON.stringify(value)),
    fc.record({ taskDefinition: fc.jsonValue(), services: fc.jsonValue() }).map((value) => JSON.stringify(value)),
    fc.record({ containerInstances: fc.array(fc.jsonValue()) }).map((value) => JSON.stringify(value)),
  );
  fc.assert(
    fc.property(fc.array(json, { maxLength: 4 }), (texts) => {
      const files = texts.map((text, i) => ({ file: `${i}.json`, text }));
      const { faults = [] } = importScenario(files, { strip: true });
      for (const { message } of faults) expect(message).toMatch(/^[^\n]{10,}[^.\n]$/);
    }),
    { numRuns: 500 },
  );
});
