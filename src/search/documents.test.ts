import { describe, expect, it } from 'vitest';
import { documentsOf, type SearchMaterial } from './documents.ts';

const both = (en: string, ko: string) => ({ en, ko });
const MATERIAL: SearchMaterial = {
  lessons: [
    {
      slug: 'ecs-rolling-updates',
      title: 'ECS rolling updates',
      summary: 'What moves when.',
      outcomes: ['Say who goes first'],
      body: 'Opening.\n\n## Floor up {#rounding}\n\nRounded.\n\n<Question id="in-page" />\n',
    },
  ],
  questions: [
    {
      id: 'in-page',
      lesson: 'ecs-rolling-updates#rounding',
      stem: both('A case. Which *floor* holds? (Select TWO.)', '하한은?'),
    },
    { id: 'elsewhere', lesson: 'ecs-rolling-updates#rounding', stem: both('Name it.', '이름은?') },
  ],
  scenarios: [
    {
      id: 'rolling-update/half',
      title: both('Half', '절반'),
      brief: both('Replace **half**.', '절반만'),
      goals: [both('Two healthy', '둘')],
    },
  ],
  terms: [
    {
      id: 'task',
      term: both('task', '태스크'),
      abbr: 'T',
      also: { ko: ['작업'] },
      meaning: both('What runs.', '실행 단위.'),
    },
  ],
  topics: [{ topic: 'rolling-update', title: both('Rolling updates', '롤링 업데이트') }],
  glossaryTitle: 'Glossary',
  tables: [
    {
      id: 'balancers',
      title: both('Balancers', '로드 밸런서'),
      lead: both('Which layer.', '어느 계층.'),
      columns: [both('ALB', 'ALB'), both('NLB', 'NLB')],
      rows: [{ head: both('Layer', '계층'), cells: [both('7', '7'), both('`4`', '4')] }],
    },
  ],
  limits: [
    {
      id: 'delay',
      what: both('Deregistration delay', '등록 취소 지연'),
      field: 'timeout_seconds',
      value: both('300 s', '300초'),
    },
  ],
  changes: [
    {
      id: 'quic',
      date: '2025-11-13',
      what: both('QUIC', 'QUIC'),
      exam: both('TCP.', 'TCP.'),
      today: both('Also QUIC.', 'QUIC도.'),
    },
  ],
  referenceTitles: { tables: 'Tables', limits: 'Limits', changes: 'Changes' },
  tools: [
    { path: '/lab/sandbox/', title: 'Sandbox', lead: 'A world of **your own**.', terms: 'playground · 샌드박스' },
  ],
};

describe('documents of search', () => {
  const english = documentsOf(MATERIAL, 'en');
  const byUrl = (url: string) => english.find((document) => document.url === url);

  it('are one for the opening of a lesson and one for each section, with the anchor', () => {
    expect(byUrl('/lessons/ecs-rolling-updates/')).toMatchObject({
      kind: 'lesson',
      heading: 'ECS rolling updates',
      text: 'What moves when. Opening. · Say who goes first',
    });
    expect(byUrl('/lessons/ecs-rolling-updates/#rounding')).toMatchObject({ heading: 'Floor up', text: 'Rounded.' });
  });

  it('lead a question to itself where the lesson holds it, else to its section', () => {
    const urls = english.filter(({ kind }) => kind === 'question').map(({ url }) => url);
    expect(urls).toEqual(['/lessons/ecs-rolling-updates/#q-in-page', '/lessons/ecs-rolling-updates/#rounding']);
  });

  it('name a question by what it asks, not by the case before it', () => {
    expect(byUrl('/lessons/ecs-rolling-updates/#q-in-page')?.heading).toBe('Which floor holds?');
  });

  it('hold of a scenario its brief and goals, under the title of its folder', () => {
    expect(byUrl('/lab/rolling-update/half/')).toEqual({
      kind: 'scenario',
      url: '/lab/rolling-update/half/',
      page: 'Rolling updates',
      heading: 'Half',
      text: 'Replace half. Two healthy',
    });
  });

  it('hold of a term every form it has, in both languages', () => {
    expect(byUrl('/glossary/#task')?.text).toBe('태스크, T, 작업. What runs.');
  });

  it('hold of a table its columns first, then what it is for and each row', () => {
    expect(byUrl('/reference/#balancers')).toEqual({
      kind: 'reference',
      url: '/reference/#balancers',
      page: 'Tables',
      heading: 'Balancers',
      text: 'ALB, NLB Which layer. Layer: 7, 4.',
    });
  });

  it('hold of a limit its value and its name at AWS, of a change its date and both sides', () => {
    expect(byUrl('/reference/limits/#delay')?.text).toBe('300 s · timeout_seconds');
    expect(byUrl('/reference/changes/#quic')?.text).toBe('2025-11-13 · Also QUIC. TCP.');
  });

  it('hold of a tool what it is for and what else it is called', () => {
    expect(byUrl('/lab/sandbox/')).toEqual({
      kind: 'tool',
      url: '/lab/sandbox/',
      page: 'Sandbox',
      heading: 'Sandbox',
      text: 'A world of your own. · playground · 샌드박스',
    });
  });

  it('lead into Korean pages for Korean', () => {
    for (const { url } of documentsOf(MATERIAL, 'ko')) expect(url).toMatch(/^\/ko\//);
  });
});
