import type { RowReader } from '../../../src/domain/feeds/row-reader.ts';
import { SeenIds } from '../../../src/domain/feeds/seen-ids.ts';
import { copyText } from './copy-text.ts';
import type { FeedBatch, Repeat } from './feed-batch.ts';
import { FEED_TABLES } from './feed-table.ts';

/** Large enough that a transaction costs little, small enough that three of them are a few dozen megabytes. */
const ROWS_MAX = 20_000;
const LETTERS_MAX = 8_000_000;

/** Reads rows one by one and collects them into batches for the database. One builder a file. */
export class BatchBuilder {
  readonly #reader: RowReader;
  readonly #identity: readonly number[];
  readonly #month: number;
  readonly #seen = new SeenIds();
  #rowsRead = 0;
  #rows = 0;
  #text = '';
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
      this.#text += `${copyText(values)}\n`;
      this.#rows += 1;
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
    return this.#rows + this.#repeats.length >= ROWS_MAX || this.#text.length >= LETTERS_MAX;
  }

  /** The rows collected since the last call. */
  take(): FeedBatch {
    const batch: FeedBatch = {
      rowsRead: this.#rowsRead,
      rows: this.#rows,
      text: this.#text,
      months: this.#months,
      repeats: this.#repeats,
    };
    this.#rows = 0;
    this.#text = '';
    this.#months = new Set();
    this.#repeats = [];
    return batch;
  }
}
