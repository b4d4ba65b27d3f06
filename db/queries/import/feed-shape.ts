import type { RowReader } from '../../../src/domain/feeds/row-reader.ts';
import { FEED_TABLES, type FeedTable, tableColumn } from './feed-table.ts';

/** What the statements of one import are made of: names only, all ours. */
export interface FeedShape extends FeedTable {
  /** Where a batch waits to be merged: a temporary table of the connection. */
  readonly stage: string;
  /** All columns of the table that a file can fill, `extra` last. */
  readonly columns: readonly string[];
  /** Columns that a known row takes over from the file: those the file has, without the identity's. */
  readonly taken: readonly string[];
}

export function feedShape(reader: Pick<RowReader, 'kind' | 'columns' | 'given'>): FeedShape {
  const feedTable = FEED_TABLES[reader.kind];
  const given = new Set(reader.given);
  // The network's own word comes with the status, in a column of its own or not.
  if (given.has('status') && reader.columns.includes('status_raw')) given.add('status_raw');
  return {
    ...feedTable,
    stage: `import_stage_${feedTable.table}`,
    columns: [...reader.columns.map((column) => tableColumn(reader.kind, column)), 'extra'],
    taken: [...given]
      .map((column) => tableColumn(reader.kind, column))
      .filter((column) => !feedTable.identity.includes(column)),
  };
}
