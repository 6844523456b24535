import type { Language } from '../i18n/text.ts';
import type { Lesson } from '../library/library.ts';
import { lessonFrontMatterSchema } from '../library/library-schema.ts';
import { readWith } from '../simulator/scenario/fault.ts';
import { type LoadedYaml, loadYaml, type PlacedFault, placed } from './load-yaml.ts';
import { sectionHashes } from './section-hashes.ts';

/** A heading with an explicit id: `## Floor up, cap down {#rounding}`. */
const HEADING = /^(#{2,4})\s+(.+?)\s*\{#([a-z0-9-]+)\}\s*$/;
/** A run and its attributes; quotes may hold anything but themselves. */
const RUN = /<Run\b((?:[^"'>]|"[^"]*"|'[^']*')*)>/g;
const ATTRIBUTE = /([a-zA-Z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\{[^}]*\}?))/g;
const COMPONENT = /<(Question|Scenario|Cite)\s[^>]*?\bid="([^"]*)"/g;

/**
 * Reads one MDX lesson: its front matter, and what its text names. The prose itself is the page's business.
 * `frontMatter` says where each field stands.
 */
export function readLesson(
  text: string,
  where: { file: string; slug: string; language: Language },
): { lesson: Lesson | undefined; frontMatter?: LoadedYaml; faults: PlacedFault[] } {
  const { file, slug, language } = where;
  const fault = (line: number, message: string): PlacedFault => ({ file, line, column: 1, path: '', message });
  const split = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text);
  if (split === null) {
    return { lesson: undefined, faults: [fault(1, 'a lesson begins with front matter between two lines "---"')] };
  }
  const yaml = frontMatterOf(split[1] ?? '', file);
  if (yaml.faults.length > 0) return { lesson: undefined, faults: yaml.faults };
  const read = readWith(lessonFrontMatterSchema, yaml.value);
  if (read.faults !== undefined) return { lesson: undefined, faults: read.faults.map((found) => placed(yaml, found)) };
  const firstLine = split[0].split('\n').length;
  const body = text.slice(split[0].length);
  const scan = scanBody(body, firstLine);
  const faults = scan.plainHeadings.map((line) =>
    fault(
      line,
      'a heading of the second level needs an explicit id, the same in both languages; write "## Title {#id}"',
    ),
  );
  const { plainHeadings: _, lines, ...named } = scan;
  const { title, summary, outcomes } = read.value;
  const sections = sectionHashes(
    [title, summary, ...outcomes],
    body.split(/\r?\n/),
    scan.anchors.map(({ id, line }) => ({ id, index: line - firstLine })),
  );
  const lesson = { slug, language, frontMatter: read.value, ...named, sections, prose: lines.join('\n') };
  return { lesson, frontMatter: yaml, faults };
}

/** Front matter as a YAML file of its own, whose places count from the first line of the lesson. */
function frontMatterOf(text: string, file: string): LoadedYaml {
  const yaml = loadYaml(text, file);
  return {
    ...yaml,
    faults: yaml.faults.map((syntax) => ({ ...syntax, line: syntax.line + 1 })),
    place: (path, options) => {
      const { line, column } = yaml.place(path, options);
      return { line: line + 1, column };
    },
  };
}

type Scan = Pick<Lesson, 'anchors' | 'questions' | 'scenarios' | 'citations' | 'diagrams' | 'runs'> & {
  plainHeadings: number[];
  lines: string[];
};

/** One pass over the lines; fences are skipped, but for mermaid ones, which are diagrams. */
function scanBody(body: string, firstLine: number): Scan {
  const scan: Scan = {
    anchors: [],
    questions: [],
    scenarios: [],
    citations: [],
    diagrams: [],
    runs: [],
    plainHeadings: [],
    lines: [],
  };
  const kinds = { Question: scan.questions, Scenario: scan.scenarios, Cite: scan.citations };
  let fence: { mark: string; mermaid: boolean; line: number; lines: string[] } | undefined;
  for (const [index, line] of body.split(/\r?\n/).entries()) {
    const number = firstLine + index;
    const mark = /^\s*(`{3,}|~{3,})\s*(\w*)/.exec(line);
    if (fence !== undefined) {
      if (mark?.[1]?.startsWith(fence.mark) && mark[2] === '') {
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
    if (heading)
      scan.anchors.push({
        id: heading[3] ?? '',
        title: heading[2] ?? '',
        depth: heading[1]?.length ?? 2,
        line: number,
      });
    else if (/^##\s/.test(line)) scan.plainHeadings.push(number);
    // Inside of prose a component stands for nothing that is read, such as the mark of a source.
    scan.lines.push(line.replace(RUN, '').replace(/<\/?[A-Z][^>]*>/g, ''));
    for (const [, written = ''] of line.matchAll(RUN))
      scan.runs.push({ attributes: attributesOf(written), line: number });
    if (/<Run\b/.test(line.replace(RUN, ''))) scan.runs.push({ attributes: {}, line: number });
    for (const [, component, id] of line.matchAll(COMPONENT)) {
      kinds[component as keyof typeof kinds].push({ id: id ?? '', line: number });
    }
  }
  return scan;
}

/** What is written in braces keeps them, so that the check can say what to write instead. */
function attributesOf(written: string): Record<string, string> {
  return Object.fromEntries(
    [...written.matchAll(ATTRIBUTE)].map(([, name = '', double, single, braces]) => [
      name,
      double ?? single ?? braces ?? '',
    ]),
  );
}
