/** A regular expression that matches whole values (A5), or where it goes wrong: characters from its beginning. */
export type ReadPattern =
  | { matches: (value: string) => boolean; fault?: undefined }
  | { matches?: undefined; fault: { offset: number; message: string } };

type CharacterTest = (code: number) => boolean;
/** Without `test` the edge is taken for nothing, at the start or the end only where `at` says so. */
type Edge = { to: number; test?: CharacterTest; at?: 'start' | 'end' };
type Part = { from: number; to: number };

/** More states than this come only from counted repetition of counted repetition. */
const MAX_STATES = 2000;
const MAX_DEPTH = 50;
const GROUPS = 'write (…) or (?:…)';
/** Values repeat: zones, instance types. */
const MAX_REMEMBERED = 1000;

/**
 * Reads a Java regular expression of the cluster query language (1.5). All states are followed at once, so that no
 * expression takes longer than its length times the value's. What needs backtracking (references to groups, looking
 * ahead or behind, possessive quantifiers) is refused.
 */
export function readPattern(text: string): ReadPattern {
  const reader = new PatternReader(text);
  try {
    const whole = reader.read();
    const known = new Map<string, boolean>();
    return {
      matches(value) {
        let answer = known.get(value);
        if (answer === undefined) {
          answer = follow(reader.edges, whole, value);
          if (known.size < MAX_REMEMBERED) known.set(value, answer);
        }
        return answer;
      },
    };
  } catch (error) {
    if (error instanceof Misread) return { fault: { offset: error.offset, message: error.message } };
    throw error;
  }
}

/**
 * The same, found anywhere in a value. What stands before and after it is any text, so that ^ and $ still hold only at
 * the ends of the value.
 */
export function readPartPattern(text: string): ReadPattern {
  const alone = readPattern(text);
  return alone.fault ? alone : readPattern(`.*(?:${text}).*`);
}

function follow(edges: readonly Edge[][], { from, to }: Part, value: string): boolean {
  const spread = (states: Iterable<number>, isStart: boolean, isEnd: boolean) => {
    const reached = new Set(states);
    for (const state of reached) {
      for (const edge of edges[state] as Edge[]) {
        if (edge.test || (edge.at === 'start' && !isStart) || (edge.at === 'end' && !isEnd)) continue;
        reached.add(edge.to);
      }
    }
    return reached;
  };
  let states = spread([from], true, value.length === 0);
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    const next: number[] = [];
    for (const state of states) for (const edge of edges[state] as Edge[]) if (edge.test?.(code)) next.push(edge.to);
    states = spread(next, false, i === value.length - 1);
  }
  return states.has(to);
}

class Misread extends Error {
  readonly offset: number;
  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

const isDigit: CharacterTest = (code) => code >= 48 && code <= 57;
const isWord: CharacterTest = (code) =>
  isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
const isSpace: CharacterTest = (code) => code === 32 || (code >= 9 && code <= 13);
const not =
  (test: CharacterTest): CharacterTest =>
  (code) =>
    !test(code);

const CLASSES: Record<string, CharacterTest> = {
  d: isDigit,
  D: not(isDigit),
  w: isWord,
  W: not(isWord),
  s: isSpace,
  S: not(isSpace),
};

class PatternReader {
  readonly edges: Edge[][] = [];
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Part {
    const whole = this.#alternatives();
    if (this.#at < this.#text.length) throw new Misread(this.#at, 'this parenthesis was never opened; write \\)');
    return whole;
  }

  #alternatives(): Part {
    if (++this.#depth > MAX_DEPTH) throw new Misread(this.#at, 'this is nested too deeply; simplify it');
    const part = { from: this.#state(), to: this.#state() };
    do {
      const branch = this.#sequence();
      this.#edge(part.from, { to: branch.from });
      this.#edge(branch.to, { to: part.to });
    } while (this.#accept('|'));
    this.#depth--;
    return part;
  }

  #sequence(): Part {
    const from = this.#state();
    let to = from;
    while (this.#at < this.#text.length && !'|)'.includes(this.#peek())) {
      const next = this.#repeated();
      this.#edge(to, { to: next.from });
      to = next.to;
    }
    return { from, to };
  }

  /** An atom with its quantifier; copies of it are read from the text again. */
  #repeated(): Part {
    const begin = this.#at;
    let part = this.#atom();
    const [least, most] = this.#quantifier();
    if (least === 1 && most === 1) return part;
    const after = this.#at;
    const copy = () => {
      this.#at = begin;
      return this.#atom();
    };
    const from = this.#state();
    let to = from;
    for (let n = 0; n < Math.max(least, most === undefined ? least + 1 : most); n++) {
      if (n > 0) part = copy();
      this.#edge(to, { to: part.from });
      const end = this.#state();
      this.#edge(part.to, { to: end });
      if (n >= least) this.#edge(to, { to: end });
      if (n >= least && most === undefined) this.#edge(part.to, { to: part.from });
      to = end;
    }
    this.#at = after;
    return { from, to };
  }

  /** How often: at least, and at most unless there is no end to it. */
  #quantifier(): [number, number | undefined] {
    const begin = this.#at;
    const counted = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(this.#text.slice(begin, begin + 16));
    let times: [number, number | undefined] = [1, 1];
    if (counted) {
      this.#at += counted[0].length;
      const least = Number(counted[1]);
      times = [least, counted[2] === undefined ? least : counted[3] === '' ? undefined : Number(counted[3])];
      if (times[1] !== undefined && times[1] < least) throw new Misread(begin, 'the numbers are the wrong way round');
    } else if (this.#accept('*')) times = [0, undefined];
    else if (this.#accept('+')) times = [1, undefined];
    else if (this.#accept('?')) times = [0, 1];
    else return times;
    if (this.#peek() === '+') throw new Misread(this.#at, 'possessive quantifiers are not simulated; leave the + out');
    // A reluctant quantifier matches the same whole values.
    this.#accept('?');
    if (this.#peek() !== '' && '*+?'.includes(this.#peek()))
      throw new Misread(this.#at, 'nothing is left to repeat here');
    return times;
  }

  #atom(): Part {
    const offset = this.#at;
    const character = this.#text[this.#at++] as string;
    if (character === '(') return this.#group(offset);
    if (character === '[') return this.#one(this.#class(offset));
    if (character === '.') return this.#one(() => true);
    if (character === '^' || character === '$') {
      const part = { from: this.#state(), to: this.#state() };
      this.#edge(part.from, { to: part.to, at: character === '^' ? 'start' : 'end' });
      return part;
    }
    if (character === '\\') return this.#one(this.#escaped(offset));
    if ('*+?{'.includes(character))
      throw new Misread(offset, `"${character}" has nothing to repeat; write \\${character}`);
    return this.#one(is(character));
  }

  #group(offset: number): Part {
    if (this.#accept('?') && !this.#accept(':'))
      throw new Misread(offset, `${this.#groupKind()} not simulated; ${GROUPS}`);
    const part = this.#alternatives();
    if (!this.#accept(')')) throw new Misread(this.#at, 'a parenthesis is still open; write )');
    return part;
  }

  #groupKind(): string {
    const next = this.#peek();
    if (next === '=' || next === '!' || /^<[=!]/.test(this.#text.slice(this.#at))) return 'looking ahead or behind is';
    return next === '>' ? 'atomic groups are' : 'groups with a name or a flag are';
  }

  #escaped(offset: number): CharacterTest {
    const character = this.#text[this.#at++];
    if (character === undefined) throw new Misread(offset, 'the backslash stands before nothing; write \\\\');
    const known = Object.hasOwn(CLASSES, character) ? CLASSES[character] : undefined;
    if (known) return known;
    if (/[A-Za-z0-9]/.test(character)) throw new Misread(offset, `\\${character} is not simulated; write [a-z] or \\d`);
    return is(character);
  }

  #class(offset: number): CharacterTest {
    const isNegated = this.#accept('^');
    const tests: CharacterTest[] = [];
    for (;;) {
      const character = this.#text[this.#at++];
      if (character === undefined) throw new Misread(offset, 'the class is still open; write ]');
      if (character === ']' && tests.length > 0) break;
      if (character === '[' || (character === '&' && this.#peek() === '&'))
        throw new Misread(this.#at - 1, 'classes in classes are not simulated');
      if (character === '\\') tests.push(this.#escaped(this.#at - 1));
      else tests.push(this.#range(character));
    }
    const some: CharacterTest = (code) => tests.some((test) => test(code));
    return isNegated ? not(some) : some;
  }

  /** A character of a class, or a range that begins with it. */
  #range(first: string): CharacterTest {
    const last = this.#text[this.#at + 1];
    if (this.#peek() !== '-' || last === undefined || last === ']' || last === '\\') return is(first);
    if (last < first) throw new Misread(this.#at - 1, `the range ${first}-${last} is the wrong way round`);
    this.#at += 2;
    return (code) => code >= first.charCodeAt(0) && code <= last.charCodeAt(0);
  }

  #one(test: CharacterTest): Part {
    const part = { from: this.#state(), to: this.#state() };
    this.#edge(part.from, { to: part.to, test });
    return part;
  }

  #state(): number {
    if (this.edges.length >= MAX_STATES) throw new Misread(this.#at, 'this repeats too much; simplify it');
    return this.edges.push([]) - 1;
  }

  #edge(from: number, edge: Edge): void {
    (this.edges[from] as Edge[]).push(edge);
  }

  #peek(): string {
    return this.#text[this.#at] ?? '';
  }

  #accept(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#at++;
    return true;
  }
}

function is(character: string): CharacterTest {
  const code = character.charCodeAt(0);
  return (other) => other === code;
}
