import { describe, expect, it } from 'vitest';
import { readScenario } from '../simulator/scenario/scenario-schema.ts';
import { proveQuestion } from './proof.ts';
import { readQuestions } from './question-schema.ts';

const said = { en: 'x', ko: 'x' };
const FLOOR = '/services/0/deploymentConfiguration/minimumHealthyPercent';

/** Four tasks, 50 and 100: two waves of two, each RUNNING 7 s later and healthy 40 s after that. */
const WORLD = {
  model: 'ecs',
  world: {
    containerInstances: [{ name: 'a', count: 2, instanceType: 'm5.large' }],
    taskDefinitions: [1, 2].map((revision) => ({
      family: 'web',
      revision,
      containerDefinitions: [{ name: 'web', image: 'web', cpu: 256, memory: 512 }],
    })),
    services: [
      {
        serviceName: 'web',
        taskDefinition: 'web:1',
        desiredCount: 4,
        deploymentConfiguration: { minimumHealthyPercent: 50, maximumPercent: 100 },
      },
    ],
    images: { web: { pull: 4, start: 3 } },
  },
  events: [{ at: 30, updateService: { service: 'web', taskDefinition: 'web:2' } }],
};

const about = {
  id: 'q',
  lesson: 'rolling#floor',
  objective: 'deploy.rolling-update',
  exams: ['DVA'],
  claims: [],
  cognitive: 'apply',
  stem: said,
  sources: ['ecs'],
};

function prove(entry: object): string {
  const { questions, faults } = readQuestions([{ ...about, ...entry }]);
  expect(faults).toEqual([]);
  const [first] = questions;
  if (first === undefined) throw new Error('the question was not read');
  const { holds, message } = proveQuestion(first.question, () => undefined);
  expect(holds).toBe(message === '');
  return message;
}

function faultsOf(entry: object): string[] {
  return readQuestions([{ ...about, ...entry }]).faults.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('the proof of an order by entries', () => {
  const each = {
    stop: { entry: { type: 'task-stopping', taskDefinition: 'web:1' } },
    place: { entry: { type: 'task-placed', taskDefinition: 'web:2' } },
    running: { entry: { type: 'task-running', taskDefinition: 'web:2' } },
    next: { entry: { type: 'task-stopping', taskDefinition: 'web:1' }, nth: 3 },
  };
  const order = (ids: string[], more: object = {}) => ({
    kind: 'order',
    steps: ids.map((id) => ({ id, text: said, why: said })),
    proof: { scenario: WORLD, each, ...more },
  });

  it('holds when the timeline has them as the file does, also two of one second', () => {
    expect(prove(order(['stop', 'place', 'running', 'next']))).toBe('');
  });

  it('catches a deliberately wrong key and says what the simulator found', () => {
    expect(prove(order(['place', 'stop', 'running', 'next']))).toBe(
      'its key is place, stop, running, next, but by simulation it is stop (at 30 s), place (at 30 s), running (at 37 s), next (at 77 s); correct the key or the proof',
    );
  });

  it('names a step whose entry never comes', () => {
    const late = { ...each, next: { ...each.next, nth: 9 } };
    expect(prove(order(['stop', 'place', 'running', 'next'], { each: late }))).toBe(
      'step "next" is not in its run: only 4 entries have type task-stopping, taskDefinition web:1; correct the proof',
    );
  });

  it('says why its set is refused', () => {
    expect(prove(order(['stop', 'place', 'running', 'next'], { set: { [FLOOR]: 101 } }))).toContain(
      'step "stop" is not in its run: /services/0/deploymentConfiguration/minimumHealthyPercent AWS refuses',
    );
  });

  it('is refused by the schema when a step is not proved, is none of the question, or is of another form', () => {
    const { stop: _, ...rest } = each;
    expect(faultsOf(order(['stop', 'place', 'running', 'next'], { each: { ...rest, halt: each.next } }))).toEqual([
      '0.proof.each: step "stop" is not proved; write stop: { … }',
      '0.proof.each.halt: there is no step "halt"; they are stop, place, running, next',
    ]);
    const mixed = { ...each, next: { metric: 'services.web.running' } };
    expect(faultsOf(order(['stop', 'place', 'running', 'next'], { each: mixed }))[0]).toContain(
      '0.proof.each: is no proof of an order',
    );
    expect(faultsOf(order(['stop', 'place', 'running', 'next'], { scenario: { model: 'ecs' } }))[0]).toContain(
      '0.proof.scenario.world',
    );
  });
});

describe('the proof of an order by numbers', () => {
  const completed = { metric: 'services.web.deployment.completedAt' };
  const order = (ids: string[], each: object) => ({
    kind: 'order',
    steps: ids.map((id) => ({ id, text: said, why: said })),
    proof: { scenario: WORLD, each },
  });
  const each = {
    none: { set: { [FLOOR]: 0 }, ...completed },
    half: completed,
    most: { set: { [FLOOR]: 75 }, ...completed },
  };

  it('holds from the least number on, each read from a run with a set of its own', () => {
    expect(prove(order(['none', 'half', 'most'], each))).toBe('');
  });

  it('catches a deliberately wrong key and says what the simulator found', () => {
    expect(prove(order(['half', 'none', 'most'], each))).toMatch(
      /^its key is half, none, most, but by simulation it is none \(services\.web\.deployment\.completedAt 77\), half \(.* 124\), most \(.* 218\); correct/,
    );
  });

  it('refuses two steps with the same number, for they have no order', () => {
    expect(prove(order(['none', 'half', 'most'], { ...each, most: completed }))).toBe(
      'by simulation "half" and "most" have no order (services.web.deployment.completedAt 124); ask for what differs, or correct the proof',
    );
  });

  it('names a step whose metric never gets a value', () => {
    const never = { ...each, most: { metric: 'services.web.deployment.failedAt' } };
    expect(prove(order(['none', 'half', 'most'], never))).toContain(
      'step "most" is not in its run: services.web.deployment.failedAt never gets a value',
    );
  });
});

describe('the proof of a match', () => {
  const item = (id: string) => ({ id, text: said, why: said });
  const healthy = { metric: 'services.web.healthy', take: 'min' };
  const match = (pairs: Record<string, string>, proof: object = {}) => ({
    kind: 'match',
    left: ['none', 'half', 'refused'].map(item),
    right: ['zero', 'two', 'never'].map((id) => ({ id, text: said })),
    pairs,
    proof: {
      scenario: WORLD,
      left: {
        none: { set: { [FLOOR]: 0 } },
        half: {},
        refused: { set: { [FLOOR]: 100, '/services/0/desiredCount': 1 } },
      },
      right: { zero: { is: 0 }, two: { is: { between: [2, 3] } }, never: { is: 'none' } },
      ...healthy,
      ...proof,
    },
  });
  const stuck = {
    left: {
      none: { set: { [FLOOR]: 0 } },
      half: {},
      refused: { set: { [FLOOR]: 90, '/services/0/desiredCount': 1 } },
    },
    right: {
      zero: { metric: 'services.web.deployment.completedAt', is: { atMost: 77 } },
      two: { metric: 'services.web.deployment.completedAt', is: { atLeast: 78 } },
      never: { metric: 'services.web.deployment.completedAt', is: 'none' },
    },
    metric: undefined,
    take: undefined,
  };
  const clean = (entry: object) => JSON.parse(JSON.stringify(entry)) as object;
  const right = { none: 'zero', half: 'two', refused: 'never' };

  it('holds when each left item goes with its right one and with no other, also with what never comes', () => {
    expect(prove(clean(match(right, stuck)))).toBe('');
  });

  it('catches a deliberately wrong key and says what the simulator found', () => {
    expect(prove(clean(match({ ...right, half: 'zero' }, stuck)))).toBe(
      'its key pairs "half" with zero, but by simulation it goes with two (services.web.deployment.completedAt is 124); correct the key or the proof',
    );
  });

  it('refuses a left item that goes with two right ones', () => {
    const both = { ...stuck, right: { ...stuck.right, zero: { ...stuck.right.two, is: { atLeast: 1 } } } };
    expect(prove(clean(match(right, both)))).toContain('"half" with two, but by simulation it goes with zero and two');
  });

  it('goes with nothing when AWS refuses its set, and says why', () => {
    expect(prove(match(right))).toContain('pairs "refused" with never, but by simulation it goes with nothing');
  });

  it('is refused by the schema when a pair has no metric, or two', () => {
    const missing =
      '0.proof: each pair needs one metric: write it beside left and right, in every left item, or in every right item';
    expect(faultsOf(clean(match(right, { ...stuck, right: { ...stuck.right, two: { is: 2 } } })))).toEqual([missing]);
    expect(faultsOf(clean(match(right, { ...stuck, metric: 'services.web.running' })))).toEqual([missing]);
  });
});

describe('the proof of a number that is worked out', () => {
  const number = (value: string) => ({
    kind: 'number',
    stem: { en: '{desired} tasks at {least} %?', ko: '{desired}, {least}?' },
    draws: { desired: [3, 5, 7], least: [50, 75] },
    answer: {
      value,
      why: said,
      proof: {
        scenario: WORLD,
        set: { '/services/0/desiredCount': '{desired}', [FLOOR]: '{least}' },
        metric: 'services.web.healthy',
        take: 'min',
      },
    },
    distractors: [{ value: 'desired + 1', why: said }],
  });

  it('holds when the arithmetic gives what the runs give, in each drawing', () => {
    expect(prove(number('ceil(desired * least / 100)'))).toBe('');
  });

  it('catches a deliberately wrong key and says what the simulator found', () => {
    expect(prove(number('floor(desired * least / 100)'))).toMatch(
      /^its key with desired \d, least \d+ is (\d), but by simulation it is (?!\1)\d; correct the key or the proof$/,
    );
  });
});

describe('the proof of a scenario to be solved', () => {
  const goals = [{ id: 'done', metric: 'services.web.deployment.completedAt', is: { atMost: 80 }, say: said }];
  const scenario = (floor: number) => {
    const change = [{ path: FLOOR, label: said }];
    const solutions = [{ name: 'given', set: { [FLOOR]: floor } }];
    const read = readScenario({ ...WORLD, challenge: { goals, change, solutions } });
    expect(read.faults).toBeUndefined();
    return read.scenario;
  };
  const question = { ...about, kind: 'scenario', scenario: 'a/b' };
  const [read] = readQuestions([question]).questions;

  it('holds when its solution meets the goals, and catches one that does not', () => {
    expect(read && proveQuestion(read.question, () => scenario(0)).message).toBe('');
    expect(read && proveQuestion(read.question, () => scenario(50)).message).toContain('is not solved by given (done:');
  });
});
