import type { PlayerFrame } from '../../../live/frames.ts';
import type { AskedChoices } from '../../../quiz-engine/asked/asked-question.ts';

export const SINGLE: AskedChoices = {
  id: 'q1',
  set: 'ecs-rolling-updates',
  kind: 'single',
  pick: 1,
  stemHtml: '<p>How many tasks may stop at once?</p>',
  choices: ['a', 'b', 'c', 'd'].map((id) => ({ id, html: `Choice ${id}` })),
};

/** A frame of a hosted room in its lobby, with what a test says of it. */
export function playerFrame(fields: Partial<PlayerFrame> = {}): PlayerFrame {
  return {
    to: 'player',
    phase: 'lobby',
    code: 'KHT7QW',
    title: 'Rolling updates',
    settings: { scoring: 'accuracy', pace: 'host', changeable: true, teams: [] },
    now: 0,
    questions: 10,
    round: 0,
    players: 3,
    me: { seat: 's1', name: 'Blue Crane', status: 'in' },
    ...fields,
  };
}
