import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rolloutWindow } from '../../kernel/rollout-window.ts';
import { planStep, type RolloutView } from './rolling.ts';

function view(part: Partial<RolloutView>): RolloutView {
  return { desired: 4, staying: 0, stayingHealthy: 0, leavingHealthy: 0, leavingOther: 0, ...part };
}

describe('one step of a rolling update of 4 tasks (3.1.5)', () => {
  test.each<[string, number, number, Partial<RolloutView>, { stopHealthy: number; stopOther: number; start: number }]>([
    [
      '100/200 starts four new ones and stops none',
      100,
      200,
      { leavingHealthy: 4 },
      { stopHealthy: 0, stopOther: 0, start: 4 },
    ],
    ['100/150 starts two new ones', 100, 150, { leavingHealthy: 4 }, { stopHealthy: 0, stopOther: 0, start: 2 }],
    [
      '100/200 waits while the new ones are not healthy',
      100,
      200,
      { leavingHealthy: 4, staying: 4 },
      { stopHealthy: 0, stopOther: 0, start: 0 },
    ],
    [
      '100/200 stops as many old ones as new ones are healthy',
      100,
      200,
      { leavingHealthy: 4, staying: 4, stayingHealthy: 3 },
      { stopHealthy: 3, stopOther: 0, start: 0 },
    ],
    [
      '50/100 stops two old ones first, then starts two',
      50,
      100,
      { leavingHealthy: 4 },
      { stopHealthy: 2, stopOther: 0, start: 2 },
    ],
    [
      '50/100 waits at the floor',
      50,
      100,
      { leavingHealthy: 2, staying: 2 },
      { stopHealthy: 0, stopOther: 0, start: 0 },
    ],
    [
      '50/100 goes on when the new ones are healthy',
      50,
      100,
      { leavingHealthy: 2, staying: 2, stayingHealthy: 2 },
      { stopHealthy: 2, stopOther: 0, start: 2 },
    ],
    [
      '50/200 stops down to the floor and starts no more than desired',
      50,
      200,
      { leavingHealthy: 4 },
      { stopHealthy: 2, stopOther: 0, start: 4 },
    ],
    ['0/100 replaces all at once', 0, 100, { leavingHealthy: 4 }, { stopHealthy: 4, stopOther: 0, start: 4 }],
    [
      '90/110 can neither stop nor start (3.1.6)',
      90,
      110,
      { leavingHealthy: 4 },
      { stopHealthy: 0, stopOther: 0, start: 0 },
    ],
    [
      'an unhealthy task gets its replacement first when the cap allows (3.1.8)',
      100,
      200,
      { staying: 3, stayingHealthy: 3, leavingOther: 1 },
      { stopHealthy: 0, stopOther: 0, start: 1 },
    ],
    [
      'an unhealthy task stops first when the cap does not allow (3.1.8)',
      50,
      100,
      { staying: 3, stayingHealthy: 3, leavingOther: 1 },
      { stopHealthy: 0, stopOther: 1, start: 1 },
    ],
    [
      'an unhealthy task stops once its replacement is healthy (3.1.8)',
      100,
      200,
      { staying: 4, stayingHealthy: 4, leavingOther: 1 },
      { stopHealthy: 0, stopOther: 1, start: 0 },
    ],
  ])('%s', (_, minimum, maximum, part, expected) => {
    expect(planStep(view(part), rolloutWindow(4, minimum, maximum))).toEqual(expected);
  });
});

const anyView = fc
  .record({
    desired: fc.nat(20),
    staying: fc.nat(30),
    healthyShare: fc.nat(100),
    leavingHealthy: fc.nat(30),
    leavingOther: fc.nat(30),
  })
  .map(({ healthyShare, ...rest }) => ({ ...rest, stayingHealthy: Math.floor((rest.staying * healthyShare) / 100) }));

describe('over any state and window', () => {
  test('no step breaks the floor, passes the cap, or starts more than desired (3.1.1, 3.1.2)', () => {
    fc.assert(
      fc.property(anyView, fc.nat(100), fc.integer({ min: 100, max: 200 }), (state, minimum, maximum) => {
        const window = rolloutWindow(state.desired, minimum, maximum);
        const step = planStep(state, window);
        const healthy = state.stayingHealthy + state.leavingHealthy;
        const tasks = state.staying + state.leavingHealthy + state.leavingOther;
        if (step.stopHealthy > 0) expect(healthy - step.stopHealthy).toBeGreaterThanOrEqual(window.floor);
        if (step.start > 0) {
          expect(tasks - step.stopHealthy - step.stopOther + step.start).toBeLessThanOrEqual(window.cap);
          expect(state.staying + step.start).toBeLessThanOrEqual(state.desired);
        }
        expect(step.stopHealthy).toBeLessThanOrEqual(state.leavingHealthy);
        expect(step.stopOther).toBeLessThanOrEqual(state.leavingOther);
      }),
    );
  });

  test('a deployment ends whenever the window leaves room and tasks become healthy', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.nat(100),
        fc.integer({ min: 100, max: 200 }),
        (desired, minimum, maximum) => {
          const window = rolloutWindow(desired, minimum, maximum);
          let state: RolloutView = { desired, staying: 0, stayingHealthy: 0, leavingHealthy: desired, leavingOther: 0 };
          for (let round = 0; round < 200; round++) {
            const step = planStep(state, window);
            state = {
              ...state,
              leavingHealthy: state.leavingHealthy - step.stopHealthy,
              staying: state.staying + step.start,
              stayingHealthy: state.staying + step.start,
            };
          }
          const isStuck = window.floor === desired && window.cap === desired;
          expect([state.leavingHealthy, state.staying]).toEqual(isStuck ? [desired, 0] : [0, desired]);
        },
      ),
    );
  });
});
