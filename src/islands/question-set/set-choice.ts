import { type Blueprint, type BankLine as ExamLine, writePaper } from '../../quiz-engine/exam/bank.ts';
import { randomFrom, shuffle } from '../../random/random.ts';

/**
 * Which questions a class is asked, as an address says it: a reload, a bookmark and a link know it too. `topics` are names of
 * question files, none for all of them; `kinds` likewise. `count` 0: all that fit, in the order of the bank.
 */
export type SetChoice =
  | { by: 'topics'; topics: readonly string[]; kinds: readonly string[]; count: number; seed: number }
  /** Drawn as a mock exam is, by the blueprint's weights. */
  | { by: 'exam'; code: string; count: number; seed: number }
  | { by: 'ids'; ids: readonly string[]; title?: string };

/** What is known of a question before it is asked. */
export type SetLine = { id: string; set: string; kind: string; apart?: readonly string[] };

/** Seeds are short enough to be read out. */
export const SEEDS = 1_000_000;

const NAMES = /^[\w.,-]{0,8000}$/;

/** `#topics=a,b&kinds=single&count=10&seed=3`, `#exam=SAA-C03&count=20&seed=3`, `#ids=a,b&title=…`; undefined for any other fragment. */
export function readSetChoice(hash: string): SetChoice | undefined {
  const fields = new Map(
    hash
      .slice(1)
      .split('&')
      .map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)] as const),
  );
  const list = (name: string) => (fields.get(name) ?? '').split(',').filter((each) => each !== '');
  const whole = (name: string) => {
    const text = fields.get(name) ?? '0';
    return /^\d{1,6}$/.test(text) ? Number(text) : 0;
  };
  const names = ['topics', 'kinds', 'ids', 'exam'].map((name) => fields.get(name) ?? '');
  if (!names.every((text) => NAMES.test(text))) return undefined;
  const [count, seed] = [whole('count'), whole('seed')];
  if (fields.has('topics')) return { by: 'topics', topics: list('topics'), kinds: list('kinds'), count, seed };
  const exam = fields.get('exam');
  if (exam) return { by: 'exam', code: exam, count: Math.max(1, count), seed };
  if (list('ids').length === 0) return undefined;
  const title = readTitle(fields.get('title'));
  return { by: 'ids', ids: [...new Set(list('ids'))], ...(title === '' ? {} : { title }) };
}

function readTitle(text = ''): string {
  try {
    return decodeURIComponent(text).slice(0, 80);
  } catch {
    return '';
  }
}

/** The fragment of a choice, with its `#`. */
export function writeSetChoice(choice: SetChoice): string {
  const more = (fields: Record<string, string | number>) =>
    Object.entries(fields)
      .filter(([, value]) => value !== '' && value !== 0)
      .map(([name, value]) => `&${name}=${value}`)
      .join('');
  switch (choice.by) {
    case 'topics': {
      const { topics, kinds, count, seed } = choice;
      return `#topics=${topics.join(',')}${more({ kinds: kinds.join(','), count, seed })}`;
    }
    case 'exam':
      return `#exam=${choice.code}${more({ count: choice.count, seed: choice.seed })}`;
    case 'ids':
      return `#ids=${choice.ids.join(',')}${more({ title: encodeURIComponent(choice.title ?? '') })}`;
  }
}

/** The ids of a choice, in the order in which they are asked. A question that is gone is left out. */
export function idsOf(choice: SetChoice, lines: readonly SetLine[], blueprints: readonly Blueprint[]): string[] {
  if (choice.by === 'ids') return choice.ids.filter((id) => lines.some((line) => line.id === id));
  if (choice.by === 'exam') {
    const blueprint = blueprints.find(({ code }) => code === choice.code);
    // Lines of a room's bank know nothing of exams: they are not asked for one.
    return blueprint ? writePaper(lines as ExamLine[], blueprint, choice.count, choice.seed).questions : [];
  }
  const fitting = lines.filter(
    ({ set, kind }) =>
      (choice.topics.length === 0 || choice.topics.includes(set)) &&
      (choice.kinds.length === 0 || choice.kinds.includes(kind)),
  );
  return choice.count === 0 ? fitting.map(({ id }) => id) : draw(fitting, choice.count, choice.seed);
}

/** So many of them by chance; one that another gives away comes last, and only when there are too few. */
function draw(lines: readonly SetLine[], count: number, seed: number): string[] {
  const mixed = shuffle(
    lines.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    randomFrom('question-set', seed),
  );
  const taken = new Set<string>();
  const isGivenAway = ({ id, apart }: SetLine) =>
    apart?.some((other) => taken.has(other)) === true ||
    mixed.some((other) => taken.has(other.id) && other.apart?.includes(id) === true);
  for (const line of mixed) if (taken.size < count && !isGivenAway(line)) taken.add(line.id);
  for (const { id } of mixed) if (taken.size < count) taken.add(id);
  return [...taken];
}

/** The seed with which the questions of a choice are asked: choices in their order, drawn values. */
export function seedOf(choice: SetChoice): number {
  return choice.by === 'ids' ? 0 : choice.seed;
}
