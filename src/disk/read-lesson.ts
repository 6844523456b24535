import type { Language } from '../i18n/text.ts';
import type { Lesson } from '../library/library.ts';
import { lessonFrontMatterSchema } from '../library/library-schema.ts';
import { readWith } from '../simulator/scenario/fault.ts';
import { loadYaml, type PlacedFault, sayPath } from './load-yaml.ts';

/** A heading with an explicit id: `## Floor up, cap down {#rounding}`. */
const HEADING = /^(#{2,4})\s+(.+?)\s*\{#([a-z0-9-]+)\}\s*$/;
const COMPONENT = /<(Question|Scenario|Cite)\s[^>]*?\bid="([^"]*)"/g;

/** Reads one MDX lesson: its front matter, and what its text names. The prose itself is the page's business. */
export function readLesson(
  text: string,
  where: { file: string; slug: string; language: Language },
): { lesson: Lesson | undefined; faults: PlacedFault[] } {
  const { file, slug, language } = where;
  const fault = (line: number, message: string): PlacedFault => ({ file, line, column: 1, path: '', message });
  const split = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text);
  if (split === null) {
    return { lesson: undefined, faults: [fault(1, 'a lesson begins with front matter between two lines "---"')] };
  }
  const yaml = loadYaml(split[1] ?? '', file);
  const shifted = yaml.faults.map((syntax) => ({ ...syntax, line: syntax.line + 1 }));
  if (shifted.length > 0) return { lesson: undefined, faults: shifted };
  const read = readWith(lessonFrontMatterSchema, yaml.value);
  if (read.faults !== undefined) {
    const faults = read.faults.map(({ path, message }) => {
      const place = yaml.place(path);
      return { file, line: place.line + 1, column: place.column, path: sayPath(path), message };
    });
    return { lesson: undefined, faults };
  }
  const firstLine = split[0].split('\n').length;
  const scan = scanBody(text.slice(split[0].length), firstLine);
  const faults = scan.plainHeadings.map((line) =>
    fault(line, 'a heading of the second level needs an explicit id, the same in both languages; write "## Title {#id}"'),
  );
  const { plainHeadings: _, ...named } = scan;
  return { lesson: { slug, language, frontMatter: read.value, ...named }, faults };
}

type Scan = Pick<Lesson, 'anchors' | 'questions' | 'scenarios' | 'citations' | 'diagrams'> & { plainHeadings: number[] };

/** One pass over the lines; fences are skipped, but for mermaid ones, which are diagrams. */
function scanBody(body: string, firstLine: number): Scan {
  const scan: Scan = { anchors: [], questions: [], scenarios: [], citations: [], diagrams: [], plainHeadings: [] };
  const kinds = { Question: scan.questions, Scenario: scan.scenarios, Cite: scan.citations };
  let fence: { mark: string; mermaid: boolean; line: number; lines: string[] } | undefined;
  for (const [index, line] of body.split(/\r?\n/).entries()) {
    const number = firstLine + index;
    const mark = /^\s*(`{3,}|~{3,})\s*(\w*)/.exec(line);
    if (fence !== undefined) {
      if (mark && mark[1]?.startsWith(fence.mark) && mark[2] === '') {
        if (fence.mermaid) scan.diagrams.push({ source: fence.lines.join('\n'), line: fence.line });
        fence = undefined;
      } else fence.lines.push(line);
      continue;
    }
    if (mark) {
      fence = { mark: mark[1] ?? '```', mermaid: mark[2] === 'mermaid', line: number, lines: [] };
      continue;
    }
    const heading = HEADING.exec(line);
    if (heading) scan.anchors.push({ id: heading[3] ?? '', title: heading[2] ?? '', depth: heading[1]?.length ?? 2, line: number });
    else if (/^##\s/.test(line)) scan.plainHeadings.push(number);
    for (const [, component, id] of line.matchAll(COMPONENT)) {
      kinds[component as keyof typeof kinds].push({ id: id ?? '', line: number });
    }
  }
  return scan;
}
