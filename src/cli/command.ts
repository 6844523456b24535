/** What a command may touch of the outside world. */
export type Outside = {
  /** Writes to standard output. */
  print(text: string): void;
  /** Writes to standard error: what a person should know beside the result. */
  warn(text: string): void;
  /** The text of a file named on the command line, or of standard input for `-`; throws UserError. */
  read(path: string): string;
  /** The status that an address answers with; undefined when nothing answers in a few seconds. */
  reach(url: string): Promise<number | undefined>;
  /** The lines of standard input, as they are typed. */
  lines(): AsyncIterator<string, undefined>;
  /** Writes a file named on the command line; throws UserError. */
  write(path: string, text: string): void;
  /** The folder the command was called from. */
  folder: string;
};

export type Command = {
  name: string;
  /** Arguments, as the usage line shows them. */
  usage: string;
  does: string;
  /** Returns the exit code; throws UserError for bad input. */
  run(args: readonly string[], outside: Outside): number | Promise<number>;
};
