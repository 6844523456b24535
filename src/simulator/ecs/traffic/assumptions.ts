import type { Simulation } from '../simulation.ts';
import type { RequestFlow, Sent } from './requests.ts';

/** Notes the undocumented rules that the requests of this second leaned on (register in docs/simulator-rules.md). */
export function noteAssumptions(sim: Simulation, flow: RequestFlow, { contended, uses }: Sent): void {
  const note = (id: string, holds: boolean) => {
    if (holds) sim.assumptions.add(id);
  };
  for (const { route } of flow.lines) {
    if (!('shares' in route) || route.shares.length < 2) continue;
    const isKept = ({ group, weight }: { group: string; weight: number }) =>
      weight > 0 && (flow.groupNamed(group)?.unsent ?? 0) > 0;
    note('A16', route.shares.some(isKept));
  }
  for (const group of flow.groups.values()) {
    const { rule, uneven, arrivals, failOpen, targets } = group;
    if (arrivals === 0) continue;
    note('A50', uneven);
    note('A53', rule.type === 'network' || rule.type === 'gateway' || rule.algorithm === 'weighted_random');
    note('A54', failOpen && targets.some(({ health, inRotation }) => inRotation && health === 'initial'));
    note('A98', group.dropped > 0);
    note('A57', rule.type === 'none');
    for (const target of targets) {
      const { behaviour, failed, fault, arrivals: asked } = target;
      note('A59', asked > 0 && behaviour.requestSeconds > 0 && behaviour.cpuPerRequest > 0);
      if (failed === 0) continue;
      note('A51', fault === undefined);
      note('A52', fault !== undefined);
      note('A58', fault === 'hangs' || fault === 'blocked');
    }
  }
  note('A56', contended && uses.size > 0);
}
