import { describe, expect, test } from 'vitest';
import type { Run } from '../../run.ts';
import { run, task } from '../../scenario.fixture.ts';
import { eventsOf } from './events-of.ts';
import { namesOf } from './names.ts';

const names = namesOf(1, 'ap-northeast-2');

function said(of: Run): string[] {
  return eventsOf(of, { epochSeconds: 0, region: 'ap-northeast-2' }).flatMap(({ serviceEvents }) =>
    serviceEvents.map(({ message }) => message),
  );
}

const update = { at: 30, updateService: { service: 'web', taskDefinition: 'web:2' } };
const alone = { serviceName: 'web', taskDefinition: 'web:1', desiredCount: 1 };
const breaker = { deploymentCircuitBreaker: { enable: true, rollback: true } };
const bad = {
  tasks: [task(), task({ revision: 2, image: 'bad' })],
  images: { web: { pull: 4, start: 3 }, bad: { pull: 5, fails: 'pull' } },
  services: [{ ...alone, deploymentConfiguration: breaker }],
  events: [update],
};

const scaledBack = [
  { at: 10, setDesiredCount: { service: 'web', desiredCount: 1 } },
  { at: 20, setDesiredCount: { service: 'web', desiredCount: 0 } },
];
const WEBS = ['web-1', 'web-2'];

/** Both tasks of web stand in z-a until z-c has room, at 100 s. */
function rebalanced(events: object[] = []): Run {
  const placementConstraints = [{ type: 'memberOf', expression: 'attribute:ecs.availability-zone == z-c' }];
  return run({
    instances: [
      { name: 'a', cpu: 4096, memory: 8192, availabilityZone: 'z-a' },
      { name: 'c', cpu: 4096, memory: 8192, availabilityZone: 'z-c' },
    ],
    tasks: [task(), task({ revision: 2 }), task({ family: 'other', cpu: 4096, memory: 8192 })],
    services: [
      { serviceName: 'other', taskDefinition: 'other', desiredCount: 1, placementConstraints },
      { serviceName: 'web', taskDefinition: 'web:1', desiredCount: 2 },
    ],
    events: [{ at: 100, setDesiredCount: { service: 'other', desiredCount: 0 } }, ...events],
  });
}

describe('service events, in the wording of AWS (10)', () => {
  test('a replaced task', () => {
    expect(said(run({ services: [alone], events: [update] }))).toEqual([
      `(service web) has started 1 tasks: (task ${names.taskId('web-2')}).`,
      `(service web) has stopped 1 running tasks: (task ${names.taskId('web-1')}).`,
      `(service web) (deployment ${names.deploymentId('web', 2)}) deployment completed.`,
      '(service web) has reached a steady state.',
    ]);
  });

  test('a task with a target: registered, deregistered, draining', () => {
    const loadBalancers = [{ targetGroupArn: 'tg', containerName: 'app', containerPort: 80 }];
    const world = { targetGroups: [{ name: 'tg', deregistrationDelaySeconds: 20 }] };
    const messages = said(run({ services: [{ ...alone, loadBalancers }], events: [update], world }));
    const group = `(target-group ${names.targetGroupArn('tg')})`;
    expect(messages).toContain(`(service web) registered 1 targets in ${group}`);
    expect(messages.slice(2, 5)).toEqual([
      `(service web) has stopped 1 running tasks: (task ${names.taskId('web-1')}).`,
      `(service web) deregistered 1 targets in ${group}`,
      '(service web) has begun draining connections on 1 tasks.',
    ]);
  });

  test('no room: the closest matching container instance and what it lacks', () => {
    const [message] = said(run({ tasks: [task({ memory: 9000 })], services: [alone], begin: 'empty' }));
    expect(message).toBe(
      `(service web) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance ${names.containerInstanceId('a-1')}) has insufficient memory available. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.`,
    );
  });

  test('a deployment that the bounds hold, one that fails, and its rollback', () => {
    const deploymentConfiguration = { minimumHealthyPercent: 90, maximumPercent: 110 };
    expect(said(run({ services: [{ ...alone, desiredCount: 4, deploymentConfiguration }], events: [update] }))).toEqual(
      [
        '(service web) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.',
      ],
    );
    const messages = said(run(bad));
    expect(messages).toContain('(service web) is unable to consistently start tasks successfully.');
    expect(messages).toContain(
      `(service web) (deployment ${names.deploymentId('web', 2)}) deployment failed: tasks failed to start.`,
    );
    expect(messages).toContain(`(service web) rolling back to deployment ${names.deploymentId('web', 1)}.`);
  });

  test('an unhealthy target, and the task that makes up for it', () => {
    const loadBalancers = [{ targetGroupArn: 'tg', containerName: 'app', containerPort: 80 }];
    const messages = said(
      run({
        services: [{ ...alone, loadBalancers }],
        images: { web: { pull: 4, start: 3, unhealthyAfter: 60 } },
        world: { targetGroups: [{ name: 'tg' }] },
        begin: 'empty',
        horizon: '3m',
      }),
    );
    const who = `(task ${names.taskId('web-1')}) (instance ${names.ec2InstanceId('a-1')}) (port 32768)`;
    expect(messages).toContain(
      `(service web) ${who} is unhealthy in (target-group ${names.targetGroupArn('tg')}) due to (reason Health checks failed).`,
    );
    expect(messages).toContain(
      `(service web) has started 1 tasks: (task ${names.taskId('web-2')}). Amazon ECS replaced 1 tasks due to an unhealthy status.`,
    );
  });

  test('a pending task that is stopped has no id in its message', () => {
    const messages = said(
      run({ services: [{ ...alone, desiredCount: 0 }], events: scaledBack, images: { web: { pull: 60 } } }),
    );
    expect(messages).toContain('(service web) stopped 1 pending tasks.');
  });

  test('zone rebalancing: a stop is told with its zone and once; a move that protection holds up; its end', () => {
    const messages = said(rebalanced());
    expect(messages).toContain(
      `(service web) has stopped 1 running tasks in z-a due to AZ rebalancing: (task ${names.taskId('web-1')}).`,
    );
    expect(messages.filter((message) => message.includes(names.taskId('web-1')))).toHaveLength(1);
    const held = said(rebalanced([{ at: 50, updateTaskProtection: { tasks: WEBS, protectionEnabled: true } }]));
    expect(held).toContain(
      `(service web) was unable to AZ Rebalance because (taskSet ${names.deploymentId('web', 1)}) was unable to scale in due to (reason 2 tasks under protection).`,
    );
    expect(said(rebalanced([{ at: 110, updateService: { service: 'web', taskDefinition: 'web:2' } }]))).toContain(
      '(service web) stopped AZ Rebalancing.',
    );
  });

  test('a scale-in that protection holds up; no message calls anything by our short names', () => {
    const held = run({
      instances: [
        { name: 'a', count: 2, instanceType: 'm5.large', availabilityZone: 'z-a' },
        { name: 'c', count: 1, instanceType: 'm5.large', availabilityZone: 'z-c', status: 'DRAINING' },
      ],
      services: [{ serviceName: 'web', taskDefinition: 'web:1', desiredCount: 2 }],
      events: [
        { at: 30, updateTaskProtection: { tasks: ['web-1'], protectionEnabled: true, expiresInMinutes: 5 } },
        { at: 40, setDesiredCount: { service: 'web', desiredCount: 0 } },
      ],
    });
    expect(said(held)).toContain(
      `(service web) was unable to reach steady state because (taskSet ${names.deploymentId('web', 1)}) was unable to scale in due to (reason 1 tasks under protection)`,
    );
    for (const message of said(held)) expect(message).not.toMatch(/web-\d|\b[ac]-1\b|ecs-svc\/\d{1,9}\b/);
  });
});
