import { describe, expect, test } from 'vitest';
import type { InstanceFacts } from './instance-facts.ts';
import { findOthers, type Standing } from './others.ts';

function instance(arn: string, cpu: number, memory: number, tasks: number, ports: string[] = []): InstanceFacts {
  const registered = { cpu: 4096, memory: 8000, gpus: 0 };
  return { arn, registered, occupied: { cpu, memory, gpus: 0 }, ports, tasks, attributes: new Map() };
}

function standing(part: Partial<Standing> & { count: number }): Standing {
  const need = { cpu: 256, memory: 512, gpus: 0 };
  return { service: 'web', need, ports: [], isDaemon: false, known: new Map(), ...part };
}

describe('what is occupied and not explained by the services of the files', () => {
  test('is nothing where the tasks explain all of it', () => {
    const found = findOthers([instance('a', 512, 1024, 2), instance('b', 256, 512, 1)], [standing({ count: 3 })]);
    expect([...found.byInstance]).toEqual([]);
    expect(found.estimated).toBe(false);
  });

  test('is what is left on the instance where describe-tasks says that the task stands', () => {
    const known = new Map([['b', 1]]);
    const found = findOthers([instance('a', 256, 512, 1), instance('b', 256, 512, 1)], [standing({ count: 1, known })]);
    expect([...found.byInstance]).toEqual([['a', { cpu: 256, memory: 512, gpus: 0, ports: [] }]]);
    expect(found.estimated).toBe(false);
  });

  test('is a guess without it: tasks are dealt out evenly, the largest first', () => {
    const large = standing({ service: 'large', count: 1, need: { cpu: 1024, memory: 2048, gpus: 0 } });
    const found = findOthers(
      [instance('a', 1280, 2560, 2), instance('b', 768, 1536, 3)],
      [standing({ count: 2 }), large],
    );
    expect(Object.fromEntries(found.byInstance)).toEqual({ b: { cpu: 512, memory: 1024, gpus: 0, ports: [] } });
    expect(found.estimated).toBe(true);
  });

  test('a daemon is dealt to each instance once', () => {
    const found = findOthers(
      [instance('a', 512, 1024, 2), instance('b', 256, 512, 1)],
      [standing({ count: 2, isDaemon: true })],
    );
    expect(Object.fromEntries(found.byInstance)).toEqual({ a: { cpu: 256, memory: 512, gpus: 0, ports: [] } });
  });

  test('has the static ports of others, not the dynamic ones and not those of the services', () => {
    const found = findOthers(
      [instance('a', 256, 512, 2, ['80/tcp', '9000/tcp', '53/udp', '32771/tcp'])],
      [standing({ count: 1, ports: ['80/tcp'] })],
    );
    expect(found.byInstance.get('a')?.ports).toEqual(['53/udp', '9000/tcp']);
  });

  test('files of different moments are noticed: more tasks than room that is taken', () => {
    expect(findOthers([instance('a', 256, 512, 1)], [standing({ count: 3 })]).tooMany).toEqual(['web']);
  });
});
