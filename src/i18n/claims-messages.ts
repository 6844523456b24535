import { defineMessages } from './messages.ts';

type Verdict = 'true-today' | 'dated' | 'imprecise' | 'wrong';

/** Words of the page of claims, and of the bar that counts them. */
export const claimsMessages = defineMessages(
  {
    title: 'What study notes say, and what is right',
    lead: (count: number) =>
      `${count} claims about containers on AWS, as learners read them in notes. Each was compared with AWS’s own pages and other first sources. Dated means: the exam still words it so, and AWS has moved on.`,
    progress: (taught: number, tested: number) =>
      `${taught} are taught in a lesson so far, ${tested} are asked by at least one question.`,
    chart: (counts: string) => `Claims by verdict: ${counts}`,
    show: 'Show',
    said: 'The notes say',
    right: 'Right is',
    taught: (title: string) => `Taught in “${title}”`,
    planned: 'Its lesson is still to come',
    asked: 'Asked by',
    question: (number: number) => `question ${number}`,
    sources: 'Sources',
    link: (id: string) => `Link to claim ${id}`,
    verdict: (verdict: Verdict) =>
      ({
        'true-today': 'true today',
        dated: 'dated: the exam still says so',
        imprecise: 'imprecise',
        wrong: 'wrong',
      })[verdict],
  },
  {
    title: '노트에 적힌 말과 맞는 말',
    lead: (count: number) =>
      `AWS 컨테이너를 공부하는 노트에서 자주 보는 주장 ${count}개예요. 하나하나 AWS 문서와 다른 1차 자료에 대 보았어요. ‘오래됨’은 시험은 아직 그렇게 묻지만 AWS는 달라졌다는 뜻이에요.`,
    progress: (taught: number, tested: number) =>
      `지금까지 ${taught}개를 레슨에서 다루고, ${tested}개를 하나 이상의 문제로 물어요.`,
    chart: (counts: string) => `판정별 주장 수: ${counts}`,
    show: '보기',
    said: '노트에 적힌 말',
    right: '맞는 말',
    taught: (title: string) => `‘${title}’에서 배워요`,
    planned: '레슨은 아직 준비 중이에요',
    asked: '묻는 문제',
    question: (number: number) => `문제 ${number}`,
    sources: '출처',
    link: (id: string) => `주장 ${id} 링크`,
    verdict: (verdict: Verdict) =>
      ({
        'true-today': '지금도 맞음',
        dated: '오래됨: 시험은 아직 이렇게 물음',
        imprecise: '부정확함',
        wrong: '틀림',
      })[verdict],
  },
);
