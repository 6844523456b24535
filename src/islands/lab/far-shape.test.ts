import { describe, expect, it } from 'vitest';
import { readScenario } from '../../simulator/scenario/scenario-schema.ts';
import { simulate } from '../../simulator/simulate.ts';
import { bigYard } from './big-yard.fixture.ts';
import { farShapeOf, groundOf, heightOf, marksOn, placeOf } from './far-shape.ts';
import { pictureOf } from './picture.ts';
import { momentAt } from './replay.ts';
import { yardWorldOf } from './yard-world.ts';

const { scenario } = readScenario(bigYard);
if (scenario === undefined) throw new Error('The big yard cannot be read.');
const run = simulate(scenario);
const world = yardWorldOf(scenario, run);
const piers = pictureOf(world, momentAt(run, world, 2000), 'memory');

describe.each([300, 630, 900])('a yard of 200 instances, %i pixels wide', (width) => {
  const shape = farShapeOf(piers, width, world.mostTasks ?? 0);

  it('has a cell for every berth, inside the pier, none over another', () => {
    for (const pier of piers) {
      const corners = pier.places.map((_, index) => placeOf(index, shape));
      expect(new Set(corners.map(({ x, y }) => `${x} ${y}`)).size).toBe(pier.places.length);
      for (const { x, y } of corners) {
        expect(x + shape.cell.width).toBeLessThanOrEqual(width);
        expect(y + shape.cell.height).toBeLessThanOrEqual(heightOf(pier, shape));
      }
    }
  });

  it('draws every task, between the ground and the top of its cell', () => {
    for (const berth of piers.flatMap((pier) => pier.berths)) {
      const marks = marksOn(berth, shape);
      expect(marks).toHaveLength(berth.containers.length);
      for (const mark of marks) {
        expect(mark.width).toBeGreaterThanOrEqual(2);
        expect(mark.x + mark.width).toBeLessThanOrEqual(shape.cell.width);
        expect(mark.y).toBeGreaterThan(0);
        expect(mark.y + mark.height).toBeLessThanOrEqual(groundOf(shape));
      }
    }
  });
});

it('shows hundreds of tasks on few berths as squares in rows', () => {
  const few = piers.map((pier) => ({ ...pier, places: pier.places.slice(0, 1), berths: pier.berths.slice(0, 1) }));
  const shape = farShapeOf(few, 630, 1200);
  expect(shape.rows).toBeGreaterThan(1);
  expect(shape.cell.height).toBeGreaterThan(farShapeOf(few, 630, 10).cell.height);
});

describe('a pier on which nothing happened', () => {
  it('is the same pier again, and the one on which something did is another', () => {
    const placed = run.entries.findIndex(({ type, at }) => type === 'task-placed' && at > 0);
    const zone = world.instances.find(({ name }) => name === run.entries[placed]?.instance)?.availabilityZone;
    const before = pictureOf(world, momentAt(run, world, placed - 1), 'memory');
    const after = pictureOf(world, momentAt(run, world, placed), 'memory');
    expect(after.filter((pier, i) => pier !== before[i]).map(({ availabilityZone }) => availabilityZone)).toEqual([
      zone,
    ]);
  });
});
