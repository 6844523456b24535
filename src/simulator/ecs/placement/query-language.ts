import { list, nearest } from '../../scenario/fault-words.ts';
import { type ReadPattern, readPattern } from './pattern.ts';
import { ATTRIBUTE_OPERATORS, OPERATORS, type Operator, SUBJECTS } from './query-operators.ts';
import { type Against, type QueryInstance, relates, subjectTest, type Test } from './query-subjects.ts';

/** A checked expression of the cluster query language (1.5). */
export type Query = {
  text: string;
  matches(instance: QueryInstance): boolean;
  /** Attribute names the expression reads, in order of appearance. */
  attributes: readonly string[];
  /** Where AWS does not say what the expression means: A3 (missing attribute), A4 (precedence), A5 (whole match). */
  assumptions: readonly ('A3' | 'A4' | 'A5')[];
};

/** Where an expression goes wrong, the column counted from 1. */
export type QueryFault = { column: number; message: string };

type Token = { text: string; column: number };
/** AWS takes expressions of up to 2,000 characters. */
export const MAX_QUERY_LENGTH = 2000;

/** Deeper nesting than this is a mistake, and would only exhaust the stack. */
const MAX_DEPTH = 50;

/** Reads an expression, or says at which column it goes wrong and what belongs there. */
export function parseQuery(
  text: string,
): { query: Query; fault?: undefined } | { query?: undefined; fault: QueryFault } {
  if (text.length > MAX_QUERY_LENGTH) {
    return { fault: { column: MAX_QUERY_LENGTH + 1, message: `AWS takes at most ${MAX_QUERY_LENGTH} characters` } };
  }
  try {
    return { query: new Parser(text).parse() };
  } catch (error) {
    if (error instanceof Stumble) return { fault: { column: error.column, message: error.message } };
    throw error;
  }
}

/** Carries the fault out of the recursive descent; never leaves this file. */
class Stumble extends Error {
  readonly column: number;
  constructor(column: number, message: string) {
    super(message);
    this.column = column;
  }
}

const TOKEN = /\s*(&&|\|\||==|!=|>=|<=|=~|!~|[()[\],!<>]|[^\s()[\],!=<>&|~]+|\S)/y;

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const token = match[1] as string;
    tokens.push({ text: token, column: TOKEN.lastIndex - token.length + 1 });
  }
  return tokens;
}

class Parser {
  readonly #text: string;
  readonly #tokens: Token[];
  #next = 0;
  #depth = 0;
  readonly #attributes: string[] = [];
  readonly #assumptions = new Set<'A3' | 'A4' | 'A5'>();

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokenize(text);
  }

  parse(): Query {
    const matches = this.#or();
    const rest = this.#peek();
    if (rest) throw new Stumble(rest.column, `"${rest.text}" is too much here; join expressions with and, or`);
    const assumptions = [...this.#assumptions].sort();
    return { text: this.#text, matches, attributes: this.#attributes, assumptions };
  }

  #or(): Test {
    const first = this.#and();
    let test = first.test;
    let mixed = first.joined;
    let joined = false;
    while (this.#accept('||', 'or')) {
      joined = true;
      const [left, right] = [test, this.#and()];
      mixed ||= right.joined;
      test = (instance) => left(instance) || right.test(instance);
    }
    if (joined && mixed) this.#assumptions.add('A4');
    return test;
  }

  #and(): { test: Test; joined: boolean } {
    let test = this.#not();
    let joined = false;
    while (this.#accept('&&', 'and')) {
      joined = true;
      const [left, right] = [test, this.#not()];
      test = (instance) => left(instance) && right(instance);
    }
    return { test, joined };
  }

  #not(): Test {
    if (++this.#depth > MAX_DEPTH) throw new Stumble(this.#column(), 'this is nested too deeply; simplify it');
    const test = this.#accept('!', 'not') ? negate(this.#not()) : this.#primary();
    this.#depth--;
    return test;
  }

  #primary(): Test {
    if (this.#accept('(')) {
      const test = this.#or();
      if (!this.#accept(')')) throw new Stumble(this.#column(), 'a parenthesis is still open; write )');
      return test;
    }
    return this.#comparison();
  }

  #comparison(): Test {
    const subject = this.#word('a subject, for example attribute:stack');
    const allowed = operatorsOf(subject);
    const operator = this.#operator(subject, allowed);
    const against = this.#against(operator);
    if (subject.text.startsWith('attribute:')) return this.#attributeTest(subject, against);
    if (subject.text === 'agentVersion' || subject.text === 'registeredAt') this.#assumptions.add('A3');
    const { test, wrong } = subjectTest(subject.text, against);
    if (test) return test;
    throw new Stumble((this.#tokens[this.#next - 1] as Token).column, wrong);
  }

  /** What the operator compares with. */
  #against(operator: Operator): Against {
    if (operator === 'exists' || operator === '!exists') return { operator, values: [] };
    if (operator === '=~' || operator === '!~') {
      this.#assumptions.add('A5');
      return { operator, values: [], pattern: this.#pattern() };
    }
    return { operator, values: operator === 'in' || operator === '!in' ? this.#list() : [this.#word('a value').text] };
  }

  #attributeTest(subject: Token, against: Against): Test {
    const { operator } = against;
    const name = subject.text.slice('attribute:'.length);
    if (name === '') throw new Stumble(subject.column, 'the attribute has no name; write attribute:NAME');
    this.#attributes.push(name);
    if (operator === 'exists') return ({ attributes }) => Object.hasOwn(attributes, name);
    if (operator === '!exists') return ({ attributes }) => !Object.hasOwn(attributes, name);
    // Where the attribute is missing, every comparison is false: AWS shows it for !=, the rest is A3.
    if (operator !== '==' && operator !== '!=') this.#assumptions.add('A3');
    return ({ attributes }) => Object.hasOwn(attributes, name) && relates(attributes[name] as string, against);
  }

  /** A regular expression ends where the expression goes on: at white space, && or ||, or a parenthesis it did not open. */
  #pattern(): NonNullable<ReadPattern['matches']> {
    const operator = this.#tokens[this.#next - 1] as Token;
    let start = operator.column - 1 + operator.text.length;
    while (/\s/.test(this.#text[start] ?? '')) start++;
    const end = endOfPattern(this.#text, start);
    if (end === start) throw new Stumble(start + 1, 'a regular expression is expected here; write for example t3.*');
    while ((this.#peek()?.column ?? Number.POSITIVE_INFINITY) <= end) this.#next++;
    const { matches, fault } = readPattern(this.#text.slice(start, end));
    if (matches) return matches;
    throw new Stumble(start + fault.offset + 1, fault.message);
  }

  #operator(subject: Token, allowed: readonly Operator[]): Operator {
    const token = this.#peek();
    const wanted = `write ${list(allowed, 'or')} after ${subject.text}`;
    if (!token) throw new Stumble(this.#column(), `the expression ends too early; ${wanted}`);
    this.#next++;
    const negated = token.text === '!' ? this.#accept('exists', 'in') : undefined;
    const operator = negated ? (`!${negated.text}` as Operator) : own(OPERATORS, token.text);
    if (operator === undefined) {
      const hint = token.text === '=' ? 'did you mean "=="?' : wanted;
      throw new Stumble(token.column, `"${token.text}" is not an operator; ${hint}`);
    }
    if (!allowed.includes(operator))
      throw new Stumble(token.column, `${subject.text} does not take ${operator}; ${wanted}`);
    return operator;
  }

  #list(): string[] {
    if (!this.#accept('[')) throw new Stumble(this.#column(), 'a list is expected here; write [a, b]');
    const values = [this.#word('a value').text];
    while (this.#accept(',')) values.push(this.#word('a value').text);
    if (!this.#accept(']')) throw new Stumble(this.#column(), 'the list is still open; write ]');
    return values;
  }

  #word(what: string): Token {
    const token = this.#peek();
    if (!token) throw new Stumble(this.#column(), `the expression ends too early; write ${what}`);
    if (/^([()[\],!=<>&|~]|&&|\|\||[=!<>]=|[=!]~)$/.test(token.text)) {
      throw new Stumble(token.column, `"${token.text}" does not belong here; write ${what}`);
    }
    this.#next++;
    return token;
  }

  #accept(...texts: string[]): Token | undefined {
    const token = this.#peek();
    if (token === undefined || !texts.includes(token.text)) return undefined;
    this.#next++;
    return token;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  /** Where the next token stands, or the end of the text. */
  #column(): number {
    return this.#peek()?.column ?? this.#text.length + 1;
  }
}

function own<T>(record: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function negate(test: Test): Test {
  return (instance) => !test(instance);
}

function operatorsOf(subject: Token): readonly Operator[] {
  if (subject.text.startsWith('attribute:')) return ATTRIBUTE_OPERATORS;
  const known = own(SUBJECTS, subject.text);
  if (known) return known;
  const names = [...Object.keys(SUBJECTS), `attribute:${subject.text}`];
  const near = nearest(subject.text, names) ?? `attribute:${subject.text}`;
  throw new Stumble(subject.column, `"${subject.text}" is not a subject; did you mean ${near}?`);
}

function endOfPattern(text: string, start: number): number {
  let depth = 0;
  let inClass = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at] as string;
    if (/\s/.test(character)) return at;
    if (character === '\\') at++;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else if (character === '(') depth++;
    else if (character === ')' && --depth < 0) return at;
    else if (depth === 0 && /^(&&|\|\|)/.test(text.slice(at, at + 2))) return at;
  }
  return text.length;
}
