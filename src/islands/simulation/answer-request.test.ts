import { describe, expect, it } from 'vitest';
import { halfTheFleet, MAX, MIN } from '../lab/scenario.fixture.ts';
import { makeAnswerRequest } from './answer-request.ts';
import type { SimulationReply } from './protocol.ts';

const grade = (set: Record<string, number>, scenario: unknown = halfTheFleet): Promise<SimulationReply> =>
  makeAnswerRequest()({ id: 1, ask: 'grade', scenario, name: 'rolling-update/half-the-fleet', set });

const gradedOf = (reply: SimulationReply) => {
  if (!('graded' in reply)) throw new Error(JSON.stringify(reply));
  return reply.graded;
};

describe('what the worker answers', () => {
  it('is a run with its verdict, its predictions and its yard', async () => {
    const { grade: run, yard } = gradedOf(await grade({ [MIN]: 50 }));
    expect(run).toMatchObject({ scenario: 'rolling-update/half-the-fleet', stopped: 'settled', seconds: 124 });
    expect(run.goals.map((goal) => [goal.id, goal.met])).toEqual([
      ['capacity', true],
      ['done', true],
    ]);
    expect(run.predictions).toEqual([{ id: 'floor', value: 2 }]);
    expect(yard).toMatchObject({
      availabilityZones: ['ap-northeast-2a', 'ap-northeast-2c'],
      taskDefinitions: { 'web:1': { cpu: 256, memory: 512 } },
      focus: ['web'],
    });
    expect(yard.instances[0]).toEqual({
      name: 'a-1',
      instanceType: 'm5.large',
      availabilityZone: 'ap-northeast-2a',
      cpu: 2048,
      memory: 7680,
    });
  });

  it('is another drawing of a scenario that draws, ready for a lab, with its own solutions and par beside it, or its faults', async () => {
    const file = {
      ...halfTheFleet,
      draws: { desired: [4, 6] },
      world: { ...halfTheFleet.world, services: [{ ...halfTheFleet.world.services?.[0], desiredCount: '{desired}' }] },
      challenge: { ...halfTheFleet.challenge, solutions: [{ name: 'x', set: { [MIN]: '{600 / desired - 50}' } }] },
    };
    const draw = (scenario: unknown) =>
      makeAnswerRequest()({ id: 1, ask: 'draw', scenario, draw: 1, name: 'rolling-update/half-the-fleet' });
    const reply = await draw(file);
    if (!('drawn' in reply)) throw new Error(JSON.stringify(reply));
    expect(reply.drawn.source.world.services?.[0]?.desiredCount).toBe(6);
    expect(reply.drawn.source.challenge).not.toHaveProperty('solutions');
    expect(reply.drawn.solutions).toEqual([{ name: 'x', set: { [MIN]: 50 } }]);
    expect(reply.drawn.par).toMatchObject({ changes: 1, seconds: expect.any(Number) });
    expect(reply.drawn.still.filter(({ type }) => type === 'task-placed')).toHaveLength(6);
    expect(gradedOf(await grade({ [MIN]: 50 }, reply.drawn.source)).grade.predictions[0]?.value).toBe(3);
    expect(await draw({ ...file, draws: { wanted: [4, 6] } })).toMatchObject({
      faults: [
        { path: 'world.services.0.desiredCount', message: expect.stringContaining('"desired" is not drawn') },
        { path: `challenge.solutions.0.set.${MIN}` },
      ],
    });
  });

  it('is a fault at the path when AWS would refuse the value', async () => {
    const reply = await grade({ [MIN]: 101 });
    expect(reply).toMatchObject({ faults: [{ path: MIN, message: expect.stringMatching(/101/) }] });
  });

  it('is a fault at the path when the scenario does not let it be changed', async () => {
    expect(await grade({ '/services/0/desiredCount': 1 })).toMatchObject({
      faults: [{ path: '/services/0/desiredCount' }],
    });
  });

  it('is a fault with its place when the scenario itself is none', async () => {
    expect(await grade({}, { ...halfTheFleet, model: 'kubernetes' })).toMatchObject({ faults: [{ path: 'model' }] });
  });

  it('is the same run whether the scenario is checked again or was checked before', async () => {
    const ask = (checked: boolean) =>
      makeAnswerRequest()({ id: 1, ask: 'grade', scenario: halfTheFleet, checked, name: 'x', set: {} });
    expect(await ask(true)).toEqual(await ask(false));
  });

  it('is what AWS would say and send for an entry, for the runs it still has', async () => {
    const answer = makeAnswerRequest();
    const reply = await answer({ id: 1, ask: 'grade', scenario: halfTheFleet, name: 'x', set: { [MAX]: 150 } });
    const entry = gradedOf(reply).grade.entries.findIndex(({ type }) => type === 'service-steady');
    expect(await answer({ id: 2, ask: 'events', run: 1, entry })).toMatchObject({
      id: 2,
      sent: {
        type: 'service-steady',
        serviceEvents: [{ message: '(service web) has reached a steady state.' }],
        events: [{ 'detail-type': 'ECS Service Action', region: 'ap-northeast-2' }],
      },
    });
    expect(await answer({ id: 3, ask: 'events', run: 9, entry })).toEqual({ id: 3, sent: null });
  });

  it('is what the schema lets stand at a place of the world', async () => {
    const reply = await makeAnswerRequest()({ id: 7, ask: 'fields', pointer: '/services/0/placementStrategy/0' });
    expect(reply).toEqual({ id: 7, fieldsAt: { fields: ['type', 'field'], values: [] } });
    const nowhere = await makeAnswerRequest()({ id: 8, ask: 'fields', pointer: 'no pointer' });
    expect(nowhere).toEqual({ id: 8, fieldsAt: { fields: [], values: [] } });
  });

  it('is the decision behind a placement, for the runs it still has', async () => {
    const answer = makeAnswerRequest();
    const ask = (id: number) => answer({ id, ask: 'grade', scenario: halfTheFleet, name: 'x', set: { [MAX]: 150 } });
    const placed = gradedOf(await ask(1)).grade.entries.findIndex(
      (entry) => entry.type === 'task-placed' && entry.at > 0,
    );
    const explained = await answer({ id: 2, ask: 'explain', run: 1, entry: placed });
    expect('decision' in explained && explained.decision?.candidates).toHaveLength(4);
    expect(await answer({ id: 3, ask: 'explain', run: 1, entry: 1e9 })).toEqual({ id: 3, decision: null });
    await ask(4);
    await ask(5);
    expect(await answer({ id: 6, ask: 'explain', run: 1, entry: placed })).toEqual({ id: 6, decision: null });
  });
});
