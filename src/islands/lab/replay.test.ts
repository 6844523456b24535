import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenarioFiles } from '../../../tests/proof/scenario-files.ts';
import { readScenario } from '../../simulator/scenario/scenario-schema.ts';
import { simulate } from '../../simulator/simulate.ts';
import { bigYard } from './big-yard.fixture.ts';
import { pictureOf } from './picture.ts';
import { momentAt } from './replay.ts';
import { yardWorldOf } from './yard-world.ts';

const big = readScenario(bigYard);
if (big.scenario === undefined) throw new Error(JSON.stringify(big.faults));
const bigRun = simulate(big.scenario);
const bigWorld = yardWorldOf(big.scenario, bigRun);

describe('jumping through a run', () => {
  it('shows 1,000 tasks on 200 instances', () => {
    const moment = momentAt(bigRun, bigWorld, bigRun.entries.findIndex(({ at }) => at > 0) - 1);
    expect(moment.tasks).toHaveLength(1000);
    expect(bigWorld.mostTasks).toBeGreaterThanOrEqual(1000);
    expect(pictureOf(bigWorld, moment, 'memory').flatMap(({ berths }) => berths)).toHaveLength(200);
  });

  it('shows the same yard whichever moments were shown before it', () => {
    const last = bigRun.entries.length - 1;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: last }), { minLength: 2, maxLength: 6 }), (jumps) => {
        const target = jumps.at(-1) ?? 0;
        // Another list of the same entries is a run that nobody has shown yet.
        const fresh = momentAt({ entries: bigRun.entries.slice() }, bigWorld, target);
        const shown = jumps.map((entry) => momentAt(bigRun, bigWorld, entry)).at(-1);
        expect(shown).toEqual(fresh);
      }),
      { numRuns: 25 },
    );
  });

  it('keeps the berths that an entry does not touch: they need not be drawn again', () => {
    const at = bigRun.entries.findIndex(({ type, at: second }) => type === 'task-placed' && second > 0);
    const berths = (entry: number) =>
      pictureOf(bigWorld, momentAt(bigRun, bigWorld, entry), 'memory').flatMap((pier) => pier.berths);
    const before = berths(at - 1);
    const changed = berths(at).filter((berth, i) => berth !== before[i]);
    expect(changed.map(({ instance }) => instance.name)).toEqual([bigRun.entries[at]?.instance]);
  });
});

describe.each(scenarioFiles().map(({ id, scenario }) => [id, scenario] as const))('the yard of %s', (_, scenario) => {
  const run = simulate(scenario);
  const world = yardWorldOf(scenario, run);

  it('ends with the tasks that the run ends with, each once', () => {
    const last = momentAt(run, world, run.entries.length - 1);
    for (const [name, { tasks }] of Object.entries(run.final.instances)) {
      expect((last.standing.get(name) ?? []).map((task) => task.name).toSorted()).toEqual(tasks.toSorted());
    }
    const standing = [...last.standing.values()].flat().map((task) => task.name);
    expect(standing.toSorted()).toEqual(last.tasks.map((task) => task.name).toSorted());
  });

  it('reserves what the run says that its instances reserve, at every entry of a second’s end', () => {
    const ends = run.entries.flatMap(({ at }, i) => (run.entries[i + 1]?.at === at ? [] : [{ at, i }]));
    for (const { at, i } of ends.filter((_, n) => n % 7 === 0)) {
      for (const { berths } of pictureOf(world, momentAt(run, world, i), 'memory')) {
        for (const { instance, used, lost } of berths) {
          const series = run.series[`instances.${instance.name}.memory`];
          const value = series?.findLast(([second]) => second <= at)?.[1];
          if (value === undefined || lost || instance.fargate || instance.waiting) continue;
          expect([instance.name, at, used.memory]).toEqual([instance.name, at, value]);
        }
      }
    }
  });
});
