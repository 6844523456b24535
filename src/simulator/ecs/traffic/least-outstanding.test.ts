import { expect, test } from 'vitest';
import { at, trafficRun } from './traffic.fixture.ts';

test('least outstanding requests: newcomers are filled up, and every second of it is in the metrics (6/5)', () => {
  const of = trafficRun({
    service: { desiredCount: 2 },
    group: { loadBalancingAlgorithmType: 'least_outstanding_requests' },
    image: { requestSeconds: 8, requestsPerSecond: 5, healthy: 6 },
    load: [{ service: 'web', perSecond: 33 }],
    events: [{ at: 60, setDesiredCount: { service: 'web', desiredCount: 5 } }],
    horizon: '200s',
  });
  const value = (kind: string, second: number) => at(of, `services.web.requests.${kind}`, second);
  let open = 0;
  for (let second = 0; second <= of.seconds; second++) {
    open += value('sent', second) - value('served', second) - value('failed', second);
    expect({ second, open }).toEqual({ second, open: value('inFlight', second) });
  }
});
