import type { Entry } from '../run.ts';

/** `CapacityProviderReservation 133.33%(M 4 ÷ N 3 × 100)`, and what waits. */
export function reservationOf({ capacity }: Entry): string {
  if (capacity === undefined) return '';
  const { needed, instances, reservation } = capacity;
  const sum =
    instances > 0
      ? `M ${needed} ÷ N ${instances} × 100`
      : needed > 0
        ? '인스턴스 없이 기다리는 태스크'
        : '인스턴스와 태스크 없음';
  return `CapacityProviderReservation ${reservation}%(${sum})`;
}

/** `PROVISIONING에서 8개가 기다려요: ceil(8 ÷ 한 대에 2개) = 4대`. */
export function waitingOf({ capacity }: Entry): string {
  if (capacity === undefined || capacity.waiting === 0) return '기다리는 태스크는 없어요';
  const { waiting, largest } = capacity;
  const sum = largest ? `: ceil(${largest.tasks} ÷ 한 대에 ${largest.perInstance}개) = ${largest.instances}대` : '';
  return `PROVISIONING에서 태스크 ${waiting}개가 기다려요${sum}`;
}

/** Which alarm it is. */
export function alarmOf(entry: Entry): string {
  const target = entry.capacity?.target;
  return entry.reason === 'high' ? `목표 ${target}%를 1분 동안 넘었어요` : `목표 ${target}%를 15분 동안 밑돌았어요`;
}

const BOUNDS = {
  maxSize: '최대 크기(maxSize)까지',
  minSize: '최소 크기(minSize)까지',
  half: '1분에 절반보다 적게',
} as const;

/** `3대 → 7대: ceil(M 7 ÷ 100%) = 7`. */
export function stepOf({ capacity }: Entry): string {
  if (capacity === undefined) return '';
  const { from, to, needed, instances, target, steady, bound } = capacity;
  const sum = instances === 0 ? `ceil(200 ÷ ${target})` : `ceil(M ${needed} ÷ ${target}%)`;
  return `${from}대 → ${to}대: ${sum} = ${steady ?? to}${bound ? `, ${BOUNDS[bound]}` : ''}`;
}

/** What keeps the group as it is. */
export function holdOf({ capacity, reason, autoScalingGroup }: Entry): string {
  if (reason === 'incompatible')
    return `${autoScalingGroup} 그룹의 인스턴스 유형에서는 실행할 수 없는 태스크가 ${capacity?.waiting}개예요`;
  if (reason === 'maxSize') return `최대 크기(maxSize) ${capacity?.to}에 닿았어요`;
  const warming = capacity?.warming;
  return warming
    ? `${warming.instance} 인스턴스가 ${warming.launchedSecondsAgo}초 전에 시작해서 ${warming.warmupSeconds}초 동안 워밍업해요`
    : `${reason ?? ''} 때문이에요`;
}
