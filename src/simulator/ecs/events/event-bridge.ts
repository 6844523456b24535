import type { Json } from '../../run.ts';
import { isoTime } from './iso-time.ts';
import { ACCOUNT, type Names } from './names.ts';

/** The four detail-types of Amazon ECS (10/1), and the notice that EC2 sends of a Spot Instance (5.3). */
export type DetailType =
  | 'ECS Task State Change'
  | 'ECS Container Instance State Change'
  | 'ECS Service Action'
  | 'ECS Deployment State Change'
  | 'EC2 Spot Instance Interruption Warning';

/** An event as it arrives on the default event bus. Field names are AWS's. */
export type EventBridgeEvent = {
  version: '0';
  id: string;
  'detail-type': DetailType;
  source: 'aws.ecs' | 'aws.ec2';
  account: string;
  /** ISO 8601, whole seconds, UTC. */
  time: string;
  region: string;
  /** ARNs. */
  resources: string[];
  detail: { [field: string]: Json };
};

/** How an event is made: the run's names, the index of its entry, and when. */
export type Making = { names: Names; entry: number; time: string };

/** The time of an entry as AWS writes it. */
export function timeOf(epochSeconds: number, at: number): string {
  return isoTime(epochSeconds + at);
}

/** Puts the envelope around a detail. An entry gives at most one event of each detail-type and resource. */
export function envelope(
  { names, entry, time }: Making,
  detailType: DetailType,
  resource: string,
  detail: EventBridgeEvent['detail'],
): EventBridgeEvent {
  return {
    version: '0',
    id: names.uuid('event', entry, detailType, resource),
    'detail-type': detailType,
    source: detailType.startsWith('EC2') ? 'aws.ec2' : 'aws.ecs',
    account: ACCOUNT,
    time,
    region: names.region,
    resources: [resource],
    detail,
  };
}
