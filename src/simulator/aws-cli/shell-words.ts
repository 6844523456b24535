/** A word of a command line, and where it begins in the text. `bare`: without quotes, so that it may be an option. */
export type Word = { text: string; offset: number; bare: boolean };

export type ShellFault = { kind: 'open-quote' | 'not-plain'; found: string; offset: number };

export type ShellReading = { commands: Word[][]; fault?: undefined } | { commands?: undefined; fault: ShellFault };

/** What a shell would run or replace: nothing is run here, so nothing of it can be read. */
const NOT_PLAIN = /[|<>&`()]/;
const PLAIN = /[^\s'"\\;|<>&`()$]/;

/**
 * Splits a text into the words of its commands, as a POSIX shell does: quotes, backslashes, lines that go on, comments,
 * `;` and `&&`. Variables, pipes and substitutions are refused by name.
 */
export function splitCommands(text: string): ShellReading {
  const reader = new ShellReader(text);
  return reader.read();
}

/** A word as a shell takes it: quoted where it has to be. */
export function quoteWord(text: string): string {
  return /^[A-Za-z0-9_./:=,@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

class ShellReader {
  private at = 0;
  private readonly commands: Word[][] = [[]];
  private readonly text: string;

  constructor(text: string) {
    // What people copy from web pages and Windows.
    this.text = text.replaceAll('\\\r\n', '\\\n ').replaceAll('\r\n', ' \n').replaceAll('\u00a0', ' ');
  }

  read(): ShellReading {
    while (this.at < this.text.length) {
      const fault = this.step();
      if (fault) return { fault };
    }
    return { commands: this.commands.filter((words) => words.length > 0) };
  }

  private step(): ShellFault | undefined {
    const rest = this.text.slice(this.at, this.at + 2);
    const one = rest[0] ?? '';
    if (rest === '\\\n') this.at += 2;
    else if (one === '\n' || one === ';') this.next(1);
    else if (rest === '&&') this.next(2);
    else if (/\s/.test(one)) this.at++;
    else if (one === '#') this.at = this.endOfLine();
    else return this.word();
    return undefined;
  }

  private next(length: number): void {
    this.at += length;
    this.commands.push([]);
  }

  private endOfLine(): number {
    const end = this.text.indexOf('\n', this.at);
    return end < 0 ? this.text.length : end;
  }

  private word(): ShellFault | undefined {
    const word: Word = { text: '', offset: this.at, bare: true };
    while (this.at < this.text.length) {
      const one = this.text[this.at] ?? '';
      if (/[\s;]/.test(one) || this.text.startsWith('&&', this.at)) break;
      const fault = this.piece(word, one);
      if (fault) return fault;
    }
    this.commands.at(-1)?.push(word);
    return undefined;
  }

  private piece(word: Word, one: string): ShellFault | undefined {
    if (one === "'") return this.single(word);
    if (one === '"') return this.double(word);
    if (one === '\\') {
      if (this.text[this.at + 1] !== '\n') word.text += this.text[this.at + 1] ?? '';
      this.at += 2;
      return undefined;
    }
    // A prompt that was copied along, `$ aws …`, is a word of its own.
    if (one === '$' && !/^\$\s/.test(this.text.slice(this.at))) return this.fault('not-plain', this.at);
    if (one !== '$' && !PLAIN.test(one) && NOT_PLAIN.test(one)) return this.fault('not-plain', this.at);
    word.text += one;
    this.at++;
    return undefined;
  }

  private single(word: Word): ShellFault | undefined {
    const end = this.text.indexOf("'", this.at + 1);
    if (end < 0) return this.fault('open-quote', this.at);
    if (word.text === '') word.bare = false;
    word.text += this.text.slice(this.at + 1, end);
    this.at = end + 1;
    return undefined;
  }

  private double(word: Word): ShellFault | undefined {
    const start = this.at++;
    if (word.text === '') word.bare = false;
    while (this.at < this.text.length) {
      const one = this.text[this.at] ?? '';
      if (one === '"') {
        this.at++;
        return undefined;
      }
      if (one === '`' || (one === '$' && /[A-Za-z_{(]/.test(this.text[this.at + 1] ?? '')))
        return this.fault('not-plain', this.at);
      const escaped = one === '\\' && /["\\$`\n]/.test(this.text[this.at + 1] ?? '');
      const taken = escaped ? (this.text[this.at + 1] ?? '') : one;
      if (taken !== '\n' || !escaped) word.text += taken;
      this.at += escaped ? 2 : 1;
    }
    return this.fault('open-quote', start);
  }

  private fault(kind: ShellFault['kind'], offset: number): ShellFault {
    return { kind, found: this.text.slice(offset, offset + 12).split('\n')[0] ?? '', offset };
  }
}
