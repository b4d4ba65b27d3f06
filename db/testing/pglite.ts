import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import type { QueryResult, QueryResultRow } from 'pg';
import type { Queryable } from '../client.ts';

/**
 * A PostgreSQL inside this process that carries pgvector, which the embedded server does not.
 *
 * @param migrations - file names in `db/migrations` to apply.
 */
export async function openPglite(
  migrations: readonly string[],
): Promise<Queryable & { close(): Promise<void> }> {
  const lite = await PGlite.create({ extensions: { vector } });
  for (const name of migrations) {
    await lite.exec(await readFile(new URL(`../migrations/${name}`, import.meta.url), 'utf8'));
  }
  return {
    query: async <Row extends QueryResultRow>(
      text: string,
      values: unknown[] = [],
    ): Promise<QueryResult<Row>> => {
      const { rows, affectedRows } = await lite.query<Row>(text, values);
      return { rows, rowCount: affectedRows ?? rows.length, command: '', oid: 0, fields: [] };
    },
    close: () => lite.close(),
  };
}
