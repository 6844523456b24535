import { defineMessages } from './messages.ts';

type Kind = 'new' | 'changed' | 'ended';

/** Words of the reference pages: comparison tables, limits and defaults, exam against today. */
export const referenceMessages = defineMessages(
  {
    name: 'Reference',
    pages: 'Reference pages',
    tables: 'Comparison tables',
    tablesLead: (count: number) =>
      `${count} comparisons that exam questions turn on, side by side. A dotted heading of a row leads to the lesson that explains it.`,
    limits: 'Limits and defaults',
    limitsLead: (count: number) =>
      `${count} numbers: what holds when you set nothing, and what you may set. Some quotas can be raised for an account; Service Quotas in the console says which.`,
    changes: 'Exam says, today is',
    changesLead: (count: number) =>
      `${count} changes, newest first: how exams and courses still word it, and what AWS does since. Answer with the first column, build with the second.`,
    onThisPage: 'On this page',
    what: 'What',
    value: 'Default or limit',
    range: 'May be set to',
    sources: 'Sources',
    checked: 'Checked',
    exam: 'Exam says',
    today: 'Today',
    lesson: (title: string) => `Lesson: ${title}`,
    link: (what: string) => `Link to “${what}”`,
    kind: (kind: Kind) => ({ new: 'new', changed: 'changed', ended: 'ended' })[kind],
  },
  {
    name: '찾아보기',
    pages: '찾아보기 페이지',
    tables: '비교 표',
    tablesLead: (count: number) =>
      `시험에서 갈림길이 되는 비교 ${count}가지를 나란히 놓았어요. 점선이 그어진 행 제목을 누르면 설명하는 레슨으로 가요.`,
    limits: '한도와 기본값',
    limitsLead: (count: number) =>
      `숫자 ${count}개예요. 아무것도 정하지 않으면 얼마인지, 얼마로 바꿀 수 있는지 적었어요. 계정별로 늘릴 수 있는 할당량도 있는데, 어느 것인지는 콘솔의 Service Quotas에 나와요.`,
    changes: '시험에서는, 오늘은',
    changesLead: (count: number) =>
      `달라진 점 ${count}가지를 최근 것부터 모았어요. 시험과 강의에서 아직 쓰는 말과, 그 뒤로 AWS에서 달라진 사실이에요. 답은 앞의 것으로, 실제로 만들 때는 뒤의 것으로 하세요.`,
    onThisPage: '이 페이지에서',
    what: '항목',
    value: '기본값 또는 한도',
    range: '바꿀 수 있는 범위',
    sources: '출처',
    checked: '확인한 날',
    exam: '시험에서는',
    today: '오늘은',
    lesson: (title: string) => `레슨: ${title}`,
    link: (what: string) => `‘${what}’ 링크`,
    kind: (kind: Kind) => ({ new: '새로 나옴', changed: '바뀜', ended: '끝남' })[kind],
  },
);
