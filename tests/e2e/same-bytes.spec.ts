// The same scenario and answer give the same bytes in Node and in the worker of the built site.
import { expect, test } from '@playwright/test';
import { makeAnswerRequest } from '../../src/islands/simulation/answer-request.ts';
import type { SimulationRequest } from '../../src/islands/simulation/protocol.ts';
import { scenarioFiles } from '../proof/scenario-files.ts';
import { labOf, open, runLab, SCENARIO } from './site.ts';

test('every scenario, with each of its solutions and mistakes, runs and is judged the same in Node and in the browser', async ({
  page,
}) => {
  // The lab loads its worker at the first run; its address is all that is needed to ask it ourselves.
  await open(page, 'en', SCENARIO);
  const worker = page.waitForEvent('worker');
  await runLab(labOf(page, 'en'));
  const url = (await worker).url();

  const requests = scenarioFiles().flatMap(({ id: name, scenario }) =>
    [
      {},
      ...[...(scenario.challenge?.solutions ?? []), ...(scenario.challenge?.mistakes ?? [])].map(({ set }) => set),
    ].map((set) => ({ ask: 'grade' as const, scenario, name, set })),
  );
  const numbered: SimulationRequest[] = requests.map((request, id) => ({ id, ...request }));
  const answer = makeAnswerRequest();
  const inNode: string[] = [];
  for (const request of numbered) inNode.push(JSON.stringify(await answer(JSON.parse(JSON.stringify(request)))));

  const inBrowser = await page.evaluate(
    async ([address, asked]) => {
      const own = new Worker(address, { type: 'module' });
      const replies: string[] = [];
      for (const request of JSON.parse(asked)) {
        const reply = new Promise((resolve, reject) => {
          own.onmessage = ({ data }) => resolve(data);
          own.onerror = ({ message }) => reject(new Error(message));
        });
        own.postMessage(request);
        replies.push(JSON.stringify(await reply));
      }
      own.terminate();
      return replies;
    },
    [url, JSON.stringify(numbered)] as const,
  );

  expect(inBrowser.length).toBe(inNode.length);
  for (const [i, bytes] of inBrowser.entries()) {
    expect(bytes === inNode[i], `${requests[i]?.name} ${JSON.stringify(requests[i]?.set)}`).toBe(true);
  }
});
