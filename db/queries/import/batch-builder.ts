import type { RowReader } from '../../../src/domain/feeds/row-reader.ts';
import { SeenIds } from '../../../src/domain/feeds/seen-ids.ts';
import { copyText } from './copy-text.ts';
import type { FeedBatch, Repeat } from './feed-batch.ts';
import { FEED_TABLES } from './feed-table.ts';

/** Large enough that a transaction costs little, small enough that three of them are a few dozen megabytes. */
const ROWS_MAX = 10_000;
const BYTES_MAX = 8 * 2 ** 20;
/** Letters that are turned into bytes at once: strings are costly to keep, bytes are not. */
const PIECE_LETTERS = 2 ** 16;

/** Reads rows one by one and collects them into batches for the database. One builder a file. */
export class BatchBuilder {
  readonly #reader: RowReader;
  readonly #identity: readonly number[];
  readonly #month: number;
  readonly #seen = new SeenIds();
  #rowsRead = 0;
  #rows = 0;
  #text: Buffer[] = [];
  #bytes = 0;
  #piece = '';
  #months = new Set<string>();
  #repeats: Repeat[] = [];

  constructor(reader: RowReader) {
    const { identity, monthOf } = FEED_TABLES[reader.kind];
    this.#reader = reader;
    this.#identity = identity.map((column) => reader.columns.indexOf(column));
    this.#month = monthOf === null ? -1 : reader.columns.indexOf(monthOf);
  }

  /**
   * @param line - where the row begins in its file, from 1.
   * @param raw - gives the row as it stands in the file; asked only when it is needed.
   * @returns why the row cannot be loaded, or `null` when it was taken.
   */
  add(line: number, cells: readonly string[], raw: () => string): string | null {
    this.#rowsRead += 1;
    const values = this.#reader.read(cells);
    if (typeof values === 'string') return values;

    if (this.#month >= 0) this.#months.add(`${(values[this.#month] ?? '').slice(0, 7)}-01`);
    let id = '';
    for (const index of this.#identity) id += `${values[index] ?? ''}\u001f`;
    const firstLine = this.#seen.firstLine(id, line);
    if (firstLine === null) {
      this.#piece += `${copyText(values)}\n`;
      this.#rows += 1;
      if (this.#piece.length >= PIECE_LETTERS) this.#flushPiece();
    } else {
      this.#repeats.push({ line, firstLine, text: copyText(values), raw: raw() });
    }
    return null;
  }

  /** Counts a row that could not even be split into cells. */
  skip(): void {
    this.#rowsRead += 1;
  }

  isFull(): boolean {
    return this.#rows + this.#repeats.length >= ROWS_MAX || this.#bytes >= BYTES_MAX;
  }

  /** The rows collected since the last call. */
  take(): FeedBatch {
    this.#flushPiece();
    const batch: FeedBatch = {
      rowsRead: this.#rowsRead,
      rows: this.#rows,
      text: this.#text,
      months: this.#months,
      repeats: this.#repeats,
    };
    this.#rows = 0;
    this.#text = [];
    this.#bytes = 0;
    this.#months = new Set();
    this.#repeats = [];
    return batch;
  }

  #flushPiece(): void {
    if (this.#piece === '') return;
    const bytes = Buffer.from(this.#piece);
    this.#piece = '';
    this.#text.push(bytes);
    this.#bytes += bytes.length;
  }
}
