import { describe, expect, it } from 'vitest';
import { scenarioFiles } from '../../../tests/proof/scenario-files.ts';
import { simulate } from '../../simulator/simulate.ts';
import { flowAt, flowsOf } from './flow-model.ts';

const runOf = (id: string) => {
  const file = scenarioFiles().find((each) => each.id === id);
  if (file === undefined) throw new Error(`There is no scenario ${id}.`);
  return simulate(file.scenario);
};

describe('what flows into the yard', () => {
  it('is a load balancer with what it is asked, what fails, and its targets', () => {
    const { entrances, queues } = flowsOf(runOf('load-balancing/half-for-the-lonely'));
    expect(queues).toEqual([]);
    expect(entrances).toMatchObject([{ name: 'edge', kind: 'network', groups: [{ name: 'chat' }] }]);
    const [edge] = entrances;
    expect(['sent', 'served', 'failed'].map((name) => flowAt(edge?.requests?.[name as 'sent'], 60))).toEqual([
      80, 70, 10,
    ]);
    expect(flowAt(edge?.groups[0]?.targets.healthy, 60)).toBe(4);
  });

  it('is a queue with what waits, what is worked on, how old the oldest is, and who reads it', () => {
    const { entrances, queues } = flowsOf(runOf('scaling/ten-seconds-of-patience'));
    expect(entrances).toEqual([]);
    expect(queues).toMatchObject([{ name: 'orders', consumer: 'worker' }]);
    expect(flowAt(queues[0]?.visible, 100)).toBeGreaterThan(1000);
    expect(flowAt(queues[0]?.oldestAge, 100)).toBeGreaterThan(0);
  });

  it('is a service that is asked without a load balancer in sight', () => {
    expect(flowsOf(runOf('scaling/late-by-three-minutes')).entrances).toMatchObject([{ name: 'shop' }]);
  });

  it('is nothing where nothing comes in', () => {
    expect(flowsOf(runOf('rolling-update/half-the-fleet'))).toEqual({ entrances: [], queues: [] });
  });
});
