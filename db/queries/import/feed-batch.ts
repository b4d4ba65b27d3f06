/** A row whose id stood in the file before. */
export interface Repeat {
  readonly line: number;
  readonly firstLine: number;
  /** In COPY's text format. */
  readonly text: string;
  /** As it stands in the file. */
  readonly raw: string;
}

/** Rows that are written in one transaction. */
export interface FeedBatch {
  /** Rows read so far, bad ones and this batch's included. */
  readonly rowsRead: number;
  /** How many rows `text` holds; no two have the same id. */
  readonly rows: number;
  /** In COPY's text format, columns as the reader has them, then `extra`. */
  readonly text: readonly Uint8Array[];
  /** First days of the months that the rows lie in, as `2026-03-01`; empty for tables without partitions. */
  readonly months: ReadonlySet<string>;
  readonly repeats: readonly Repeat[];
}
