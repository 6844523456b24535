import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AskedScenario, QuestionKey } from '../../quiz-engine/asked/asked-question.ts';
import type { Response } from '../../quiz-engine/grade.ts';
import { halfTheFleet, MAX, MIN } from '../lab/scenario.fixture.ts';
import { makeAnswerRequest } from '../simulation/answer-request.ts';
import type { SimulationReply } from '../simulation/protocol.ts';
import { openSimulation, type WorkerPort } from '../simulation/simulation-client.ts';
import { gradeWith, type Material } from './exam-material.ts';
import { judgeRuns } from './judge-runs.ts';

/** What the worker does, without a worker. */
function directWorker(): WorkerPort {
  const answer = makeAnswerRequest();
  let tell = (_: { data: SimulationReply }) => {};
  return {
    postMessage: (request) => void answer(request).then((data) => tell({ data })),
    addEventListener: (type: string, listener: never) => {
      if (type === 'message') tell = listener;
    },
    terminate: () => {},
  };
}

/** A worker that cannot be loaded. */
function deadWorker(): WorkerPort {
  let fail = (_: { message?: string }) => {};
  return {
    postMessage: () => fail({ message: 'not found' }),
    addEventListener: (type: string, listener: never) => {
      if (type === 'error') fail = listener;
    },
    terminate: () => {},
  };
}

const scenario = (id: string): AskedScenario => ({
  id,
  set: 's',
  kind: 'scenario',
  stemHtml: '',
  scenario: 'rolling-update/half-the-fleet',
});
const key: QuestionKey = { version: 'v', whyHtml: {}, lesson: '', lessonTitle: '', objective: '' };
const material: Material = new Map([
  ['alone', { asked: scenario('alone'), key }],
  [
    'story',
    {
      asked: { id: 'story', set: 's', kind: 'case', stemHtml: '', parts: [scenario('part')] },
      key: { ...key, parts: { part: key } },
    },
  ],
]);

const judged = (answers: Record<string, Response>, worker = directWorker) =>
  judgeRuns(material, Object.fromEntries(Object.entries(answers).map(([id, response]) => [id, { response }])), () =>
    openSimulation(worker),
  );

describe('the scenarios of an exam', () => {
  beforeAll(() => vi.stubGlobal('fetch', async () => globalThis.Response.json(halfTheFleet)));
  afterAll(() => vi.unstubAllGlobals());

  it('are decided by a run of what was set, alone and as a part of a case', async () => {
    const answers = { alone: { [MIN]: 50 }, story: { part: { [MIN]: 0 } } };
    const runs = (await judged(answers)) as Material;
    expect(gradeWith(runs, 'alone', answers.alone)).toEqual({ version: 'v', correct: true });
    expect(gradeWith(runs, 'story', answers.story)).toEqual({ version: 'v', correct: false });
    expect(runs.get('story')?.runs?.part?.items).toEqual([
      { id: 'capacity', chosen: true, right: false },
      { id: 'done', chosen: true, right: true },
    ]);
  });

  it('have no run where nothing was set, and are wrong', async () => {
    const runs = (await judged({})) as Material;
    expect(gradeWith(runs, 'alone', null)?.correct).toBe(false);
    expect(runs.get('alone')?.runs).toBeUndefined();
  });

  it('miss every goal where AWS refuses what was set, and say why', async () => {
    const runs = (await judged({ alone: { [MAX]: 50 } })) as Material;
    const verdict = runs.get('alone')?.runs?.alone;
    expect(verdict).toMatchObject({ correct: false, credit: 0, refused: [expect.stringMatching(/50/)] });
    expect(verdict?.items.map(({ right }) => right)).toEqual([false, false]);
  });

  it('are not judged at all while the simulator cannot be had, so that nothing right is written down as wrong', async () => {
    expect(await judged({ alone: { [MIN]: 50 } }, deadWorker)).toBeUndefined();
  });
});
