import { defineMessages } from './messages.ts';

/** Words of the lab's reasons: what a bound lets or holds, what scaling reckoned with, and what broke a goal. */
export const whyMessages = defineMessages(
  {
    healthyNow: (healthy: number, floor: number, spare: number) =>
      `${healthy} healthy − floor ${floor} = ${spare}: ${spare > 0 ? `${spare} more may stop` : 'none may stop'}.`,
    roomNow: (cap: number, tasks: number, room: number) =>
      `cap ${cap} − ${tasks} tasks = ${room}: ${room > 0 ? `${room} more may start` : 'none may start'}.`,
    stuck: 'Floor and cap leave no step at all. The deployment waits; it does not fail.',
    noRoom: (count: number) => `The cap would let ${count} start, but no instance can take one.`,
    showRefusal: 'Show which rule refused',
    boundsAt: (at: string) => `Worked out at ${at}`,
    noBounds: 'Nothing was worked out up to this moment: no bounds of a deployment, no scaling, no alarm.',
    lets: 'lets it',
    holds: 'holds',
    outcome: (outcome: string) =>
      ({
        both: 'Neither bound holds: old tasks may stop and new ones may start.',
        stop: 'The cap lets no more start, so old tasks stop first and make room.',
        start: 'The floor lets no more stop, so new tasks start first.',
        wait: 'Both bounds hold for now. The next step comes when a task turns healthy or has stopped.',
      })[outcome] ?? '',
    figure: (name: string) =>
      ({ formula: 'formula', limits: 'inside minCapacity and maxCapacity', cooldown: 'cooldown' })[name] ?? name,
    until: (at: string) => `until ${at}`,
    held: (by: string) =>
      ({
        cooldown: 'Held back by the cooldown.',
        max: 'Held back by maxCapacity: there is nothing above it.',
        deployment: 'Held back: scale-in is off while a deployment is under way.',
        policies: 'Held back: not every target tracking policy is ready to scale in.',
        suspended: 'Held back: this direction is suspended.',
        limits: 'Held back: one limit would cross the other.',
      })[by] ?? by,
    firstBroken: 'First broken at',
    notBy: 'Not reached by',
    haveNeed: (have: string, need: string) => `have ${have}, need ${need}`,
    neverNeed: (need: string) => `it never happened, need ${need}`,
    short: (gap: string) => `${gap} short`,
    over: (gap: string) => `${gap} over`,
    late: (gap: string) => `${gap} too late`,
    early: (gap: string) => `${gap} too early`,
    floorNeeded: (sum: string, need: number) =>
      `The floor let it happen: ${sum}. It would have had to be at least ${need}.`,
    capNeeded: (sum: string, need: number) => `The cap let it happen: ${sum}. It would have had to be at most ${need}.`,
    stuckNeeded: (floor: number, cap: number, desired: number) =>
      `Floor ${floor} and cap ${cap} leave ${desired} tasks no step. The floor would have had to be lower, or the cap higher.`,
    refusedNeeded: (rule: string) =>
      `A task found no instance (${rule}). One would have had to fit: see which rule refused each.`,
    solutionWarning: 'Whoever looks has not solved it: runs after that earn no star. Hints are still there.',
    showAnyway: 'Show it anyway',
    keepTrying: 'Keep trying',
    solutions: (count: number) => (count === 1 ? 'A solution' : `${count} solutions; each meets every goal`),
    takeOver: 'Take it over',
    fetching: 'Fetching it. If nothing comes, it can be had when you are online.',
  },
  {
    healthyNow: (healthy: number, floor: number, spare: number) =>
      `정상 ${healthy} − 하한 ${floor} = ${spare}: ${spare > 0 ? `${spare}개 더 멈춰도 돼요` : '하나도 멈출 수 없어요'}.`,
    roomNow: (cap: number, tasks: number, room: number) =>
      `상한 ${cap} − 태스크 ${tasks} = ${room}: ${room > 0 ? `${room}개 더 시작해도 돼요` : '하나도 시작할 수 없어요'}.`,
    stuck: '하한과 상한 사이에 할 수 있는 걸음이 없어요. 배포는 실패하지 않고 기다리기만 해요.',
    noRoom: (count: number) => `상한으로는 ${count}개 더 시작해도 되지만 받아 줄 인스턴스가 없어요.`,
    showRefusal: '거절한 규칙 보기',
    boundsAt: (at: string) => `${at}의 계산`,
    noBounds: '이 시점까지는 계산할 일이 없었어요. 배포의 경계도, 조정도, 경보도 없었어요.',
    lets: '허용',
    holds: '막음',
    outcome: (outcome: string) =>
      ({
        both: '어느 경계도 막지 않아요. 이전 태스크가 멈춰도 되고 새 태스크가 시작해도 돼요.',
        stop: '상한 때문에 더 시작할 수 없어서, 이전 태스크가 먼저 멈춰 자리를 내줘요.',
        start: '하한 때문에 더 멈출 수 없어서, 새 태스크가 먼저 시작해요.',
        wait: '지금은 두 경계가 모두 막아요. 태스크가 정상이 되거나 다 멈추면 다음 걸음이 와요.',
      })[outcome] ?? '',
    figure: (name: string) =>
      ({ formula: '계산식', limits: 'minCapacity와 maxCapacity 안에서', cooldown: '휴지 기간' })[name] ?? name,
    until: (at: string) => `${at}까지`,
    held: (by: string) =>
      ({
        cooldown: '휴지 기간이라 기다려요.',
        max: 'maxCapacity에 닿아 더 늘릴 수 없어요.',
        deployment: '배포가 진행되는 동안에는 축소하지 않아요.',
        policies: '모든 대상 추적 정책이 축소할 준비가 되지는 않았어요.',
        suspended: '이 방향의 조정은 멈춰 두었어요.',
        limits: '최소와 최대가 서로 엇갈리게 돼요.',
      })[by] ?? by,
    firstBroken: '처음 어긋난 시각',
    notBy: '이때까지 이루지 못함:',
    haveNeed: (have: string, need: string) => `실제 ${have}, 필요 ${need}`,
    neverNeed: (need: string) => `끝내 일어나지 않음, 필요 ${need}`,
    short: (gap: string) => `${gap} 모자람`,
    over: (gap: string) => `${gap} 넘침`,
    late: (gap: string) => `${gap} 늦음`,
    early: (gap: string) => `${gap} 이름`,
    floorNeeded: (sum: string, need: number) => `하한이 허용한 일이에요: ${sum}. 하한이 ${need} 이상이어야 했어요.`,
    capNeeded: (sum: string, need: number) => `상한이 허용한 일이에요: ${sum}. 상한이 ${need} 이하여야 했어요.`,
    stuckNeeded: (floor: number, cap: number, desired: number) =>
      `하한 ${floor}, 상한 ${cap}에서는 태스크 ${desired}개가 한 걸음도 뗄 수 없어요. 하한이 더 낮거나 상한이 더 높아야 했어요.`,
    refusedNeeded: (rule: string) =>
      `태스크를 받아 줄 인스턴스가 없었어요(${rule}). 하나라도 맞아야 했어요. 어떤 규칙이 거절했는지 살펴보세요.`,
    solutionWarning:
      '해법을 보면 해결한 것으로 치지 않아요. 그 뒤의 실행으로는 별을 얻지 못해요. 힌트는 아직 남아 있어요.',
    showAnyway: '그래도 보기',
    keepTrying: '더 해 볼게요',
    solutions: (count: number) => (count === 1 ? '해법' : `해법 ${count}가지, 모두 목표를 채워요`),
    takeOver: '이 값 쓰기',
    fetching: '가져오는 중이에요. 아무것도 나오지 않으면 온라인일 때 다시 볼 수 있어요.',
  },
);

export type WhyWords = (typeof whyMessages)['en'];
