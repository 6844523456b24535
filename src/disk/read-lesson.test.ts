import { describe, expect, it } from 'vitest';
import { sayFault } from './load-yaml.ts';
import { readLesson } from './read-lesson.ts';

const FRONT = `---
title: Rolling updates
summary: What they do.
outcomes: [one, two, three]
exams: [SAA]
minutes: 10
checked: 2026-11-20
scenario: rolling-update/half
sources: [ecs]
---
`;

const read = (body: string, front = FRONT) => readLesson(front + body, { file: 'en/x.mdx', slug: 'x', language: 'en' });
const faults = (body: string, front?: string) => read(body, front).faults.map(sayFault);

describe('the headings of a lesson', () => {
  it('are those with an explicit id, with title, depth and line', () => {
    expect(read('\n## Floor up, cap down {#rounding}\n\ntext\n\n### 올림과 내림 {#both-1}\n').lesson?.anchors).toEqual([
      { id: 'rounding', title: 'Floor up, cap down', depth: 2, line: 12 },
      { id: 'both-1', title: '올림과 내림', depth: 3, line: 16 },
    ]);
  });

  it('keep their lines with the line ends of Windows', () => {
    const { lesson } = readLesson(`${FRONT}\n## A {#a}\n`.replaceAll('\n', '\r\n'), {
      file: 'x',
      slug: 'x',
      language: 'en',
    });
    expect(lesson?.anchors).toEqual([{ id: 'a', title: 'A', depth: 2, line: 12 }]);
  });

  it('need an id at the second level', () => {
    expect(faults('\n## Rounding\n')).toEqual([
      'en/x.mdx:12:1  a heading of the second level needs an explicit id, the same in both languages; write "## Title {#id}"',
    ]);
  });

  it('of the second level with an id that is none have no id', () => {
    expect(faults('## Rounding {#Rounding Up}\n')).toHaveLength(1);
  });

  it('need none at the third level', () => {
    expect(faults('### Rounding\n')).toEqual([]);
  });
});

describe('what a lesson names', () => {
  it('is found with its line: questions, scenarios, citations', () => {
    const { lesson } = read(
      'text <Cite id="ecs" /> and <Cite id="eks"/>\n\n<Question id="q-1" />\n<Scenario id="placement/even" />\n',
    );
    expect(lesson?.citations).toEqual([
      { id: 'ecs', line: 11 },
      { id: 'eks', line: 11 },
    ]);
    expect(lesson?.questions).toEqual([{ id: 'q-1', line: 13 }]);
    expect(lesson?.scenarios).toEqual([{ id: 'placement/even', line: 14 }]);
  });

  it('is found whatever attributes stand before the id', () => {
    expect(read('<Question title="A > B" id="q" />\n').lesson?.questions).toEqual([]);
    expect(read('<Question compact id="q" />\n').lesson?.questions).toEqual([{ id: 'q', line: 11 }]);
  });
});

describe('a fenced block', () => {
  it.each([
    ['of back-ticks', '```', '```'],
    ['of tildes', '~~~', '~~~'],
    ['of many back-ticks around fewer', '````', '````'],
  ])('%s hides headings and components', (_, open, close) => {
    const { lesson, faults } = read(`${open}text\n## No heading\n<Question id="no" />\n${close}\n\n## Yes {#yes}\n`);
    expect(faults).toEqual([]);
    expect(lesson?.anchors.map((heading) => heading.id)).toEqual(['yes']);
    expect(lesson?.questions).toEqual([]);
  });

  it('is not closed by a shorter or another fence', () => {
    expect(read('````\n```\n~~~\n## No\n````\n').faults).toEqual([]);
  });

  it('of mermaid is a diagram, with the line it begins on', () => {
    expect(read('text\n\n```mermaid\nflowchart TD\n  a --> b\n```\n').lesson?.diagrams).toEqual([
      { source: 'flowchart TD\n  a --> b', line: 13 },
    ]);
  });
});

describe('front matter', () => {
  it('is read by the schema of lessons', () => {
    expect(read('').lesson).toMatchObject({
      slug: 'x',
      language: 'en',
      frontMatter: { title: 'Rolling updates', minutes: 10, checked: '2026-11-20' },
    });
  });

  it.each([
    ['is missing', 'en/x.mdx:1:1  a lesson begins with front matter between two lines "---"', '# Title\n'],
    ['is never closed', 'en/x.mdx:1:1  a lesson begins with front matter between two lines "---"', '---\ntitle: x\n'],
    [
      'has a syntax fault',
      'en/x.mdx:3:8  this is not valid YAML: Nested mappings are not allowed in compact mappings; look at this line and the one before it',
      '---\nsummary: x\ntitle: a: b\n---\n',
    ],
    [
      'has a field of the wrong type',
      'en/x.mdx:6:10  minutes: is the text "ten"; write a number',
      FRONT.replace('minutes: 10', 'minutes: ten'),
    ],
    [
      'has an unknown field',
      'en/x.mdx:7:1  level: unknown key "level"; the keys here are title, summary, outcomes, exams, minutes, checked, scenario and sources',
      FRONT.replace('checked', 'level:\n  - 2\nchecked'),
    ],
  ])('that %s is told at its line of the lesson', (_, line, front) => {
    const result = read('\n## A {#a}\n', front);
    expect(result.lesson).toBeUndefined();
    expect(result.faults.map(sayFault)).toEqual([line]);
  });

  it('says where its fields stand, counted from the first line of the lesson', () => {
    expect(read('').frontMatter?.place(['exams', 0])).toEqual({ line: 5, column: 9 });
  });
});
