import type { SetLoad } from '../../scenario/load-schema.ts';
import type { World } from '../../scenario/world-schema.ts';
import type { Storey } from '../../storey.ts';
import type { Simulation } from '../simulation.ts';
import { reachability } from './reachability.ts';
import { TRAFFIC_EVENT, Traffic } from './traffic.ts';

/** Load balancers and the requests that go through them: who gets each, what is served and what fails (6). */
export const trafficStorey: Storey = {
  name: 'traffic',
  begin(sim, input) {
    const isReachable = reachability(input.world);
    if (isReachable) sim.cluster.isReachable = isReachable;
    if (!hasTraffic(input.world)) return undefined;
    const traffic = new Traffic(sim, input);
    return {
      kinds: [TRAFFIC_EVENT.tick, TRAFFIC_EVENT.change],
      isLive: (_, { kind, atSeconds }) => traffic.isLive(kind, atSeconds),
      verbs: { setLoad: (now: Simulation, load: SetLoad) => traffic.setLoad(now, load) },
      write: (now) => traffic.write(now),
      close: (now, seconds) => traffic.close(now, seconds),
    };
  },
};

/** Requests come, or an image says what it uses at rest. */
function hasTraffic({ load = [], images = {} }: World): boolean {
  if (load.some(({ service, loadBalancer }) => service !== undefined || loadBalancer !== undefined)) return true;
  return Object.values(images).some(({ cpu, memory }) => cpu !== undefined || memory !== undefined);
}
