import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersNotAsSaid } from './answers-as-said.ts';
import { drawScenario } from './draw-scenario.ts';
import { countOf, drawnValues } from './draws.ts';
import { readScenario, type Scenario } from './scenario-schema.ts';

const said = { en: 'x', ko: 'x' };
const FLOOR = '/services/0/deploymentConfiguration/minimumHealthyPercent';

/** A rolling update that is stuck until the floor lets half of the tasks go. */
const file = (changed: object = {}) => ({
  draws: { desired: [4, 6, 8], gap: { from: 10, to: 30, step: 10 } },
  model: 'ecs',
  world: {
    containerInstances: [{ name: 'a', count: '{desired / 2}', instanceType: 'm5.large' }],
    taskDefinitions: [1, 2].map((revision) => ({
      family: 'web',
      revision,
      containerDefinitions: [{ name: 'web', image: 'web', cpu: 256, memory: 512 }],
    })),
    services: [
      {
        serviceName: 'web',
        taskDefinition: 'web:1',
        desiredCount: '{desired}',
        deploymentConfiguration: { minimumHealthyPercent: 95, maximumPercent: 105 },
      },
    ],
  },
  events: [{ at: '{gap}s', updateService: { service: 'web', taskDefinition: 'web:2' } }],
  challenge: {
    brief: { en: 'Half of {desired} is {desired / 2}.', ko: '{desired}개의 절반은 {desired / 2}개예요.' },
    change: [{ path: FLOOR, label: said }],
    goals: [
      { id: 'done', metric: 'services.web.deployment.completedAt', is: { atMost: '{gap + 300}' }, say: said },
      { id: 'half', metric: 'services.web.healthy', take: 'min', is: { atLeast: '{ceil(desired * 0.5)}' }, say: said },
    ],
    solutions: [{ name: 'half', set: { [FLOOR]: 50 } }],
    mistakes: [
      { name: 'stuck', set: {}, fails: ['done'], why: said },
      { name: 'less', set: { [FLOOR]: '{floor(100 / desired)}' }, fails: ['half'], why: said },
    ],
  },
  ...changed,
});

function read(draw: number, changed: object = {}): Scenario {
  const { scenario, faults } = readScenario(file(changed), { draw });
  expect(faults).toBeUndefined();
  return scenario as Scenario;
}

const faultsOf = (changed: object) =>
  (readScenario(file(changed)).faults ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('the draws of a scenario', () => {
  it('take the first values without a seed, and each other drawing once before one comes again', () => {
    const draws = { a: [5, 3], b: { from: 1, to: 9, step: 2 } };
    expect(countOf(draws)).toBe(10);
    expect(drawnValues(draws, 0)).toEqual({ a: 5, b: 1 });
    const seen = Array.from({ length: 10 }, (_, draw) => JSON.stringify(drawnValues(draws, draw)));
    expect(new Set(seen).size).toBe(10);
    expect(drawnValues(draws, 10)).toEqual(drawnValues(draws, 0));
    fc.assert(
      fc.property(fc.nat(), (draw) => {
        expect(drawnValues(draws, draw)).toEqual(drawnValues(draws, draw % 10));
      }),
    );
  });

  it('are filled into world, events and words: a whole text becomes a number, part of one its digits', () => {
    const scenario = read(0);
    expect(scenario.world.services?.[0]?.desiredCount).toBe(4);
    expect(scenario.events?.[0]?.at).toBe(10);
    expect(scenario.challenge?.brief).toEqual({ en: 'Half of 4 is 2.', ko: '4개의 절반은 2개예요.' });
    expect(scenario.challenge?.goals[1]?.is).toEqual({ atLeast: 2 });
    expect(scenario.challenge?.mistakes?.[1]?.set).toEqual({ [FLOOR]: 25 });
    expect(scenario).not.toHaveProperty('draws');
  });

  it('make plain scenarios: read again they are the same, and draw nothing', () => {
    const scenario = read(5);
    expect(readScenario(scenario, { draw: 3 }).scenario).toEqual(scenario);
  });

  it('leave a file without draws as it is, braces and all', () => {
    const { draws: _, ...rest } = file();
    expect(drawScenario(rest, 7)).toEqual({ plain: rest, values: {} });
    expect((drawScenario(rest, 7) as { plain: unknown }).plain).toBe(rest);
  });

  it('give numbers as an author would write them', () => {
    const file = { draws: { a: [0.1, 0.2] }, x: '{a * 3}', y: '{a * 3} and {1 / 3}', z: '{a * 90000}s' };
    expect(drawScenario(file, 0)).toMatchObject({ plain: { x: 0.3, y: '0.3 and 0.333333', z: '9000s' } });
    const words = { draws: { a: [1536, 1024] }, say: { en: '{a}', ko: '{a * 1000 + 0.5}개' } };
    expect(drawScenario(words, 0)).toMatchObject({ plain: { say: { en: '1,536', ko: '1,536,000.5개' } } });
  });

  it.each<[string, object, string]>([
    [
      'a name that is not drawn',
      { horizon: '{minutes}m' },
      'horizon: in {minutes}, at column 1: "minutes" is not drawn and not a function; write one of desired, gap, floor, ceil, round, min, max',
    ],
    [
      'a number that is none',
      { horizon: '{gap / (desired - 4)}m' },
      'horizon: {gap / (desired - 4)} is no number with desired 4, gap 10',
    ],
    [
      'a draw that is used nowhere',
      { draws: { desired: [4, 6], gap: [10, 20], idle: [1, 2] } },
      'draws.idle: is drawn and used nowhere; write "{idle}" where its value belongs, or remove it',
    ],
    [
      'a range the wrong way round',
      { draws: { desired: { from: 9, to: 2 } } },
      'draws.desired: from 9 is above to 2; swap them',
    ],
    [
      'words to draw from',
      { draws: { desired: ['a', 'b'] } },
      'draws.desired: "a" is no number; write numbers to draw from',
    ],
    [
      'one value to draw from',
      { draws: { desired: [4] } },
      'draws.desired: a list of 1 is too small; write at least 2 items',
    ],
  ])('refuse %s, with its place and what to write', (_, changed, fault) => {
    expect(faultsOf(changed)).toContain(fault);
  });

  it('are read or refused, whatever stands there, and never throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (draws, text) => {
        const result = readScenario(file({ draws, horizon: `{${text}}` }));
        expect(result.scenario === undefined).toBe((result.faults ?? []).length > 0);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the answers of a drawn scenario', () => {
  it.each(Array.from({ length: 9 }, (_, draw) => draw))('are what the file says with --draw %d', (draw) => {
    expect(answersNotAsSaid(read(draw))).toEqual([]);
  });

  it('that stop being it are told: a solution that misses, a mistake that misses something else, one that is refused', () => {
    const { challenge } = file();
    const wrong = {
      ...challenge,
      solutions: [{ name: 'half', set: { [FLOOR]: '{desired * 2}' } }],
      mistakes: [
        { name: 'stuck', set: {}, fails: ['half'], why: said },
        { name: 'less', set: { [FLOOR]: '{desired * 30}' }, fails: ['half'], why: said },
      ],
    };
    expect(answersNotAsSaid(read(0, { challenge: wrong })).map(({ message }) => message)).toEqual([
      '"half" misses half, and should miss no goal',
      '"stuck" misses done, and should miss half',
      expect.stringMatching(/^"less" is refused: AWS refuses minimumHealthyPercent 120/),
    ]);
  });
});
