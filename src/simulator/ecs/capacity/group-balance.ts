/** What the choices of an Auto Scaling group look at. */
export type GroupMember = {
  /** Position in the cluster: the last tie-break (A73). */
  index: number;
  availabilityZone: string;
  /** The second at which it was launched; 0 for those of the beginning. */
  launchedAtSeconds: number;
  /** Protected from scale-in. */
  isProtected: boolean;
};

const HOUR = 3600;

/**
 * The zone in which a group launches its next instance: of the zones that are up, the one with the fewest of its
 * instances (balanced-best-effort, the default), the first of the list on a tie (A73). Undefined when none is up.
 *
 * Source: https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-availability-zone-balanced.html
 */
export function zoneToLaunchIn(
  zones: readonly string[],
  counts: ReadonlyMap<string, number>,
  isUp: (zone: string) => boolean,
): { zone: string; tied: boolean } | undefined {
  let best: { zone: string; count: number; tied: boolean } | undefined;
  for (const zone of zones) {
    if (!isUp(zone)) continue;
    const count = counts.get(zone) ?? 0;
    if (best === undefined || count < best.count) best = { zone, count, tied: false };
    else if (count === best.count) best.tied = true;
  }
  return best && { zone: best.zone, tied: best.tied };
}

/**
 * The instance that goes next under the default termination policy: of the zones that have an unprotected instance,
 * those with the most instances; in them the unprotected instance closest to its next billing hour. AWS draws what is
 * left at random; here it is the lowest index (A73). All instances of a group have one launch template here.
 *
 * Source: https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-termination-policies.html
 */
export function nextToTerminate(members: readonly GroupMember[], nowSeconds: number): GroupMember | undefined {
  const counts = countByZone(members);
  const unprotected = members.filter(({ isProtected }) => !isProtected);
  const most = Math.max(0, ...unprotected.map(({ availabilityZone }) => counts.get(availabilityZone) ?? 0));
  let best: GroupMember | undefined;
  for (const member of unprotected) {
    if (counts.get(member.availabilityZone) !== most) continue;
    if (best === undefined || isBefore(member, best, nowSeconds)) best = member;
  }
  return best;
}

/** Instances by zone. */
export function countByZone(members: Iterable<Pick<GroupMember, 'availabilityZone'>>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { availabilityZone } of members) counts.set(availabilityZone, (counts.get(availabilityZone) ?? 0) + 1);
  return counts;
}

function isBefore(one: GroupMember, other: GroupMember, nowSeconds: number): boolean {
  const [a, b] = [toNextHour(one, nowSeconds), toNextHour(other, nowSeconds)];
  return a === b ? one.index < other.index : a < b;
}

function toNextHour({ launchedAtSeconds }: GroupMember, nowSeconds: number): number {
  return HOUR - ((nowSeconds - launchedAtSeconds) % HOUR);
}
