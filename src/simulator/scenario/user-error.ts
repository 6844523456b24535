/** A fault with its place, as programs print it. Line and column count from 1; 0 where there is no file. */
export type UserFault = { file: string; line: number; column: number; path: string; message: string };

/**
 * The one error class that means "tell the person and exit with this code": bad input, wrong usage, a port in use.
 * Anything else that is thrown is a bug and keeps its stack.
 */
export class UserError extends Error {
  readonly faults: readonly UserFault[];
  readonly exitCode: number;

  /** `what` is one sentence, or the faults of a file. */
  constructor(what: string | readonly UserFault[], exitCode = 2) {
    const faults = typeof what === 'string' ? [{ file: '', line: 0, column: 0, path: '', message: what }] : what;
    super(faults.map(sayUserFault).join('\n'));
    this.name = 'UserError';
    this.faults = faults;
    this.exitCode = exitCode;
  }
}

/** `file:line:column  path: what is wrong; what to write instead`. */
export function sayUserFault({ file, line, column, path, message }: UserFault): string {
  const place = file === '' ? '' : line === 0 ? `${file}  ` : `${file}:${line}:${column}  `;
  return `${place}${path === '' ? '' : `${path}: `}${message}`;
}
