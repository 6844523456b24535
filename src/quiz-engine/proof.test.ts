import { describe, expect, it } from 'vitest';
import { readScenario } from '../simulator/scenario/scenario-schema.ts';
import { proveQuestion } from './proof.ts';
import { type Question, readQuestions } from './question-schema.ts';

const FLOOR = '/services/0/deploymentConfiguration/minimumHealthyPercent';

/** Four tasks, 90 and 110: stuck as it stands; 50 frees it, 0 lets everything stop at once. */
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
        deploymentConfiguration: { minimumHealthyPercent: 90, maximumPercent: 110 },
      },
    ],
  },
  events: [{ at: 30, updateService: { service: 'web', taskDefinition: 'web:2' } }],
  challenge: {
    goals: [
      { id: 'done', metric: 'services.web.deployment.completedAt', is: { atMost: 180 }, say: { en: 'x', ko: 'x' } },
      { id: 'capacity', metric: 'services.web.healthy', take: 'min', is: { atLeast: 2 }, say: { en: 'x', ko: 'x' } },
    ],
  },
};

const said = { en: 'x', ko: 'x' };

/** A question whose choices set the floor to 90, 50 and 0, with the key given. */
function question(key: string, more: object = {}): Question {
  const choices = ['stays', 'half', 'none'].map((id) => ({
    id,
    ...(id === key ? { correct: true } : {}),
    text: said,
    why: said,
  }));
  const each = { stays: { set: {} }, half: { set: { [FLOOR]: 50 } }, none: { set: { [FLOOR]: 0 } } };
  const { questions, faults } = readQuestions([
    {
      id: 'which-floor',
      lesson: 'rolling#floor',
      objective: 'deploy.rolling-update',
      exams: ['DVA'],
      claims: [],
      kind: 'single',
      cognitive: 'apply',
      stem: said,
      choices,
      sources: ['ecs'],
      proof: { scenario: WORLD, each, goals: ['done', 'capacity'], ...more },
    },
  ]);
  expect(faults).toEqual([]);
  return questions[0]?.question as Question;
}

const nowhere = () => undefined;

describe('the proof of a question', () => {
  it('holds when the key is just the choices whose goals are met', () => {
    const proof = proveQuestion(question('half'), nowhere);
    expect(proof.choices.map(({ id, met }) => [id, met])).toEqual([
      ['stays', false],
      ['half', true],
      ['none', false],
    ]);
    expect(proof).toMatchObject({ holds: true, message: '' });
  });

  it.each(['stays', 'none'])('catches a deliberately wrong key (%s) and says what the simulator found', (wrong) => {
    const proof = proveQuestion(question(wrong), nowhere);
    expect(proof.holds).toBe(false);
    expect(proof.message).toMatch(
      new RegExp(
        `^its key is ${wrong}, but by simulation half meets done and capacity.*; correct the key or the proof$`,
      ),
    );
  });

  it('says why a choice fails in the words of the judge', () => {
    const [stays, , none] = proveQuestion(question('half'), nowhere).choices;
    expect(stays?.because).toContain('services.web.deployment.completedAt never got a value');
    expect(none?.because).toContain('at least 2 was asked');
  });

  it('looks only at the goals it names', () => {
    expect(proveQuestion(question('half', { goals: ['capacity'] }), nowhere).message).toContain(
      'by simulation stays and half meets capacity',
    );
  });

  it('finds a scenario by its id, and names a goal that it does not have', () => {
    const { scenario } = readScenario(WORLD);
    const asked = question('half', { scenario: 'rolling/floor', goals: ['speed'] });
    expect(proveQuestion(asked, (id) => (id === 'rolling/floor' ? scenario : undefined)).message).toBe(
      'its scenario has no goal speed; it has done, capacity',
    );
  });

  it('counts a choice that AWS would refuse as one that meets nothing', () => {
    const each = { stays: { set: {} }, half: { set: { [FLOOR]: 50 } }, none: { set: { [FLOOR]: 101 } } };
    const refused = proveQuestion(question('half', { each }), nowhere);
    expect(refused.holds).toBe(true);
    expect(refused.choices[2]?.because).toContain('AWS refuses minimumHealthyPercent 101');
  });
});
