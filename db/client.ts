import type { QueryResult, QueryResultRow } from 'pg';

/** Anything that runs SQL: a pool, a client, a transaction, or PGlite behind an adapter in tests. */
export interface Queryable {
  query<Row extends QueryResultRow = QueryResultRow>(
    text: string,
    values?: unknown[],
  ): Promise<QueryResult<Row>>;
}
