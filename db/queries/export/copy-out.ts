import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { FEED_COLUMNS, type FeedColumn } from '../../../src/domain/feeds/columns.ts';
import type { ImportKind } from '../../../src/domain/feeds/kinds.ts';
import { FEED_TABLES, tableColumn } from '../import/feed-table.ts';
import type { ExportColumns } from './export-columns.ts';

/** What stands in the file otherwise than in the table. No status at all is no word: `unknown` would be taken for the network's. */
const WRITTEN: Readonly<Record<string, string>> = {
  'conversions.status': `case when status = 'unknown' and status_raw = '' then '' else status end`,
};

/**
 * All rows of a kind in COPY's text format, `columns` then `extras`, always in the same order.
 *
 * Times come as `2026-03-01 12:00:00.5+00` when the session's zone is UTC.
 */
export function copyOut(
  client: pg.PoolClient,
  kind: ImportKind,
  { columns, extras }: ExportColumns,
): NodeJS.ReadableStream {
  const selected = [
    ...columns.map((column) => WRITTEN[`${kind}.${column}`] ?? tableColumn(kind, column)),
    ...extras.map((name) => `extra ->> ${client.escapeLiteral(name)}`),
  ];
  const { table } = FEED_TABLES[kind];
  return client.query(
    copyTo(`copy (select ${selected.join(', ')} from ${table} order by ${orderOf(kind)}) to stdout`),
  );
}

/** By time where there is one, then by key, letters by their code point on every server. */
function orderOf(kind: ImportKind): string {
  const { key, monthOf } = FEED_TABLES[kind];
  const columns: Readonly<Record<string, FeedColumn>> = FEED_COLUMNS[kind];
  const isTime = (column: string) => column.endsWith('_at') || column === 'as_of' || column === 'day';
  const ordered = monthOf === null ? key : [monthOf, ...key.filter((column) => column !== monthOf)];
  return ordered
    .map((column) => (isTime(column) || columns[column] === undefined ? column : `${column} collate "C"`))
    .join(', ');
}
