/** A place inside a JSON document: keys and indexes from its root. */
export type Path = readonly (string | number)[];

/** A place in one of the files given to the import. */
export type Place = { file: string; path: Path };

/** One thing that AWS described, and where it stands. */
export type Described<T> = Place & { value: T };

/** Something that keeps a scenario from being built: where, what is wrong, what instead. */
export type ImportFault = Place & {
  message: string;
  /** Where the text itself cannot be read; otherwise the path says it. */
  at?: { line: number; column: number };
};

/** Text of a file, as it was read. */
export type SourceFile = { file: string; text: string };
