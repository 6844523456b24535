import { describe, expect, it } from 'vitest';
import { entryAt, stillEntry } from './moment.ts';
import { berthWidth, columnsOf, distanceFor, nameOf, pictureOf } from './picture.ts';
import { momentAt } from './replay.ts';
import { halfTheFleetRun as run, halfTheFleetYard as yard } from './run.fixture.ts';

const at = (second: number) => momentAt(run, yard, entryAt(run, second));

describe('the yard at a moment', () => {
  it('is empty before the first entry', () => {
    expect(momentAt(run, yard, -1)).toEqual({
      entry: -1,
      tasks: [],
      draining: [],
      lost: [],
      fleet: [],
      standing: new Map(),
    });
  });

  it('shows at second 0 what stands there before anything happens', () => {
    const still = momentAt(run, yard, stillEntry(run));
    expect(still.tasks.map((task) => [task.name, task.instance, task.state, task.health])).toEqual([
      ['web-1', 'a-1', 'RUNNING', 'HEALTHY'],
      ['web-2', 'c-1', 'RUNNING', 'HEALTHY'],
      ['web-3', 'a-2', 'RUNNING', 'HEALTHY'],
      ['web-4', 'c-2', 'RUNNING', 'HEALTHY'],
    ]);
  });

  it('keeps a stopping task on its berth until it is STOPPED', () => {
    const stopping = run.entries.findIndex((entry) => entry.type === 'task-stopping');
    expect(momentAt(run, yard, stopping).tasks.find((task) => task.name === 'web-1')?.state).toBe('STOPPING');
    expect(at(30).tasks.some((task) => task.name === 'web-1')).toBe(false);
  });

  it('knows since when a task is in its state, and which entry placed it', () => {
    const task = at(50).tasks.find((one) => one.name === 'web-5');
    expect(task).toMatchObject({ state: 'RUNNING', health: 'UNKNOWN', since: 37 });
    expect(run.entries[task?.placedBy ?? -1]).toMatchObject({ type: 'task-placed', task: 'web-5' });
  });

  it('agrees with the final state of the run', () => {
    const last = at(run.seconds);
    for (const [name, final] of Object.entries(run.final.instances)) {
      expect(last.tasks.filter((task) => task.instance === name).map((task) => task.name)).toEqual(final.tasks);
    }
  });

  it('fills the gap that a stopped task left, and lets no container move', () => {
    const still = at(0).tasks.find((task) => task.name === 'web-1');
    expect(at(37).tasks.find((task) => task.name === 'web-5')?.at).toEqual(still?.at);
  });
});

describe('the picture of a moment', () => {
  it('has a pier per zone, a berth per instance, a container per task', () => {
    const piers = pictureOf(yard, at(0), 'memory');
    expect(piers.map((pier) => [pier.availabilityZone, pier.berths.map((berth) => berth.instance.name)])).toEqual([
      ['ap-northeast-2a', ['a-1', 'a-2']],
      ['ap-northeast-2c', ['c-1', 'c-2']],
    ]);
    expect(piers[0]?.berths[0]?.used).toEqual({ cpu: 256, memory: 512, interfaces: 0 });
  });

  it('draws the length of a container as its share of the berth', () => {
    const length = (size: 'cpu' | 'memory') => pictureOf(yard, at(0), size)[0]?.berths[0]?.containers[0]?.length;
    expect(length('memory')).toBeCloseTo(512 / 7680);
    expect(length('cpu')).toBeCloseTo(256 / 2048);
  });

  it('names every container with task, revision and state', () => {
    const names = pictureOf(yard, at(50), 'memory').flatMap((pier) =>
      pier.berths.flatMap((berth) => berth.containers.map(nameOf)),
    );
    expect(names).toEqual([
      'web-5, web:2, RUNNING',
      'web-3, web:1, RUNNING, HEALTHY',
      'web-6, web:2, RUNNING',
      'web-4, web:1, RUNNING, HEALTHY',
    ]);
  });

  it('chooses the distance by the number of instances', () => {
    const piers = pictureOf(yard, at(0), 'memory');
    const of = (count: number) =>
      Array.from({ length: count / 2 }, () => piers[0]).filter((pier) => pier !== undefined);
    expect([of(12), of(48), of(200)].map(distanceFor)).toEqual(['near', 'middle', 'far']);
    expect(columnsOf(piers, 'near')).toBe(2);
  });

  it('knows how wide a berth becomes, wrapped and stacked', () => {
    expect(berthWidth('near', 2, 650)).toBe(295);
    expect(berthWidth('near', 4, 520)).toBeGreaterThan(140); // three of four fit
    expect(berthWidth('near', 4, 328)).toBe(206);
  });
});
