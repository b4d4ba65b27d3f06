/** One row of a file: its cells, or what is wrong with it. */
export interface FileRecord {
  /** Where it begins, from 1; the header has the first line. */
  readonly line: number;
  /** `null` when it could not be split into as many cells as the header has. */
  readonly cells: readonly string[] | null;
  /** A sentence where `cells` is `null`. */
  readonly problem: string | null;
  /** The row as it stands in the file, without the end of its line. */
  readonly raw: () => string;
}

/** A file that was opened: the header's names, normalised, and the rows in pieces as they are read. */
export interface RowSource {
  readonly header: readonly string[];
  readonly pieces: AsyncGenerator<readonly FileRecord[]>;
}
