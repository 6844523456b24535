/** Arithmetic over drawn names: + − * / ( ) and floor, ceil, round, min, max. Nothing else, so that a file cannot run code. */

export type Values = Readonly<Record<string, number>>;

/** What is wrong in an expression, and at which column (from 1). */
export type ExpressionFault = { column: number; message: string };

type Token = { kind: 'number' | 'name' | 'sign'; text: string; column: number };
type Node = (values: Values) => number;

const FUNCTIONS: Record<string, { least: number; most: number; apply: (...values: number[]) => number }> = {
  floor: { least: 1, most: 1, apply: Math.floor },
  ceil: { least: 1, most: 1, apply: Math.ceil },
  /** Half goes up, also below zero. */
  round: { least: 1, most: 1, apply: Math.round },
  min: { least: 1, most: 9, apply: Math.min },
  max: { least: 1, most: 9, apply: Math.max },
};

export const FUNCTION_NAMES: readonly string[] = Object.keys(FUNCTIONS);

/** Longer expressions are no arithmetic that a learner could follow. */
const MOST_CHARACTERS = 200;

/**
 * Reads an expression that may use these names. Returns a function from values to a number, which is not finite when
 * it divides by zero, or the fault with its column.
 */
export function readExpression(
  text: string,
  names: readonly string[],
): { evaluate: Node; fault?: undefined } | { evaluate?: undefined; fault: ExpressionFault } {
  if (text.length > MOST_CHARACTERS) {
    return {
      fault: { column: MOST_CHARACTERS, message: `it has ${text.length} characters; write at most ${MOST_CHARACTERS}` },
    };
  }
  const tokens = tokensOf(text);
  if ('column' in tokens) return { fault: tokens };
  try {
    const parser = new Parser(tokens, names, text.length + 1);
    return { evaluate: parser.whole() };
  } catch (error) {
    if (error instanceof Stumble) return { fault: { column: error.column, message: error.message } };
    throw error;
  }
}

class Stumble extends Error {
  readonly column: number;
  constructor(column: number, message: string) {
    super(message);
    this.column = column;
  }
}

function tokensOf(text: string): Token[] | ExpressionFault {
  const tokens: Token[] = [];
  const pattern = /\s+|(\d+(?:\.\d+)?)|([A-Za-z][A-Za-z0-9]*)|([-+*/(),])/y;
  while (pattern.lastIndex < text.length) {
    const column = pattern.lastIndex + 1;
    const match = pattern.exec(text);
    if (match === null)
      return { column, message: `"${text[column - 1]}" is no part of arithmetic; write + - * / ( ) or a name` };
    const [, number, name, sign] = match;
    if (number !== undefined) tokens.push({ kind: 'number', text: number, column });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, column });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, column });
  }
  return tokens;
}

/** Recursive descent: sum → product → signed → atom. Depth is bounded by the length of the text. */
class Parser {
  readonly #tokens: readonly Token[];
  readonly #names: readonly string[];
  readonly #end: number;
  #at = 0;

  constructor(tokens: readonly Token[], names: readonly string[], end: number) {
    this.#tokens = tokens;
    this.#names = names;
    this.#end = end;
  }

  whole(): Node {
    const node = this.#sum();
    const left = this.#tokens[this.#at];
    if (left) throw new Stumble(left.column, `"${left.text}" does not belong here; the expression ends before it`);
    return node;
  }

  #sum(): Node {
    let left = this.#product();
    for (let sign = this.#take('+', '-'); sign; sign = this.#take('+', '-')) {
      const [before, after] = [left, this.#product()];
      left = sign === '+' ? (v) => before(v) + after(v) : (v) => before(v) - after(v);
    }
    return left;
  }

  #product(): Node {
    let left = this.#signed();
    for (let sign = this.#take('*', '/'); sign; sign = this.#take('*', '/')) {
      const [before, after] = [left, this.#signed()];
      left = sign === '*' ? (v) => before(v) * after(v) : (v) => before(v) / after(v);
    }
    return left;
  }

  #signed(): Node {
    if (this.#take('-') === undefined) return this.#atom();
    const node = this.#signed();
    return (v) => -node(v);
  }

  #atom(): Node {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new Stumble(this.#end, 'something is missing at the end; write a number or a name');
    this.#at++;
    if (token.kind === 'number') {
      const value = Number(token.text);
      return () => value;
    }
    if (token.text === '(') {
      const node = this.#sum();
      this.#expect(')');
      return node;
    }
    if (token.kind === 'name') return this.#named(token);
    throw new Stumble(token.column, `"${token.text}" does not belong here; write a number or a name`);
  }

  #named({ text, column }: Token): Node {
    // A drawn value may have the name of a function: only what stands before a bracket is one.
    const isCall = this.#tokens[this.#at]?.text === '(';
    const known = isCall && Object.hasOwn(FUNCTIONS, text) ? FUNCTIONS[text] : undefined;
    if (known === undefined) {
      if (!isCall && this.#names.includes(text)) return (v) => v[text] ?? Number.NaN;
      const names = [...this.#names, ...FUNCTION_NAMES].join(', ');
      throw new Stumble(column, `"${text}" is not drawn and not a function; write one of ${names}`);
    }
    this.#expect('(');
    const given: Node[] = [];
    do given.push(this.#sum());
    while (this.#take(',') !== undefined);
    this.#expect(')');
    if (given.length < known.least || given.length > known.most) {
      throw new Stumble(
        column,
        `${text} takes ${known.most === 1 ? 'one value' : '1 to 9 values'}, this has ${given.length}`,
      );
    }
    return (v) => known.apply(...given.map((node) => node(v)));
  }

  #take(...signs: string[]): string | undefined {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return undefined;
    this.#at++;
    return token.text;
  }

  #expect(sign: string): void {
    if (this.#take(sign) !== undefined) return;
    const column = this.#tokens[this.#at]?.column ?? this.#end;
    throw new Stumble(column, `"${sign}" is missing; write it`);
  }
}
