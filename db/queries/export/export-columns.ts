import { z } from 'zod';
import { FEED_COLUMNS, type FeedColumn } from '../../../src/domain/feeds/columns.ts';
import type { ImportKind } from '../../../src/domain/feeds/kinds.ts';
import type { Queryable } from '../../client.ts';
import { FEED_TABLES } from '../import/feed-table.ts';

export interface ExportColumns {
  /** Columns of the contract, then those beyond it that some row needs. */
  readonly columns: readonly string[];
  /** Names of unknown columns that came with some row. */
  readonly extras: readonly string[];
}

/** When a row needs a column that the contract does not have. */
const NEEDED: Readonly<Record<string, string>> = {
  key_account: 'key_account',
  status_raw: `status_raw not in ('', status)`,
  lapse_seconds: 'lapse_seconds is not null',
};

const ExtraRow = z.object({ extra_key: z.string() });

/** The columns that a file of all rows needs. Reads the whole table when it has columns beyond the contract. */
export async function exportColumns(db: Queryable, kind: ImportKind): Promise<ExportColumns> {
  const { table } = FEED_TABLES[kind];
  const columns: string[] = [];
  for (const [name, column] of Object.entries<FeedColumn>(FEED_COLUMNS[kind])) {
    const condition = column.beyondContract ? (NEEDED[name] ?? 'true') : null;
    if (condition === null) columns.push(name);
    else {
      const { rows } = await db.query(`select exists (select from ${table} where ${condition}) as needed`);
      if (rows[0]?.needed === true) columns.push(name);
    }
  }
  const { rows } = await db.query(
    `
    select distinct extra_key collate "C" as extra_key
      from ${table}, jsonb_object_keys(extra) as extra_key
     where jsonb_typeof(extra) = 'object'
     order by extra_key
    `,
  );
  const known = Object.keys(FEED_COLUMNS[kind]);
  const extras = z.array(ExtraRow).parse(rows);
  return { columns, extras: extras.map((row) => row.extra_key).filter((name) => !known.includes(name)) };
}
