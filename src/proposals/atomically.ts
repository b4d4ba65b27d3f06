import pg from 'pg';
import type { Queryable } from '../../db/client.ts';
import { inTransaction } from '../../db/transaction.ts';

/** Runs `work` in a transaction of its own when `db` is a pool, else in the one its owner began. */
export function atomically<T>(db: Queryable, work: (transaction: Queryable) => Promise<T>): Promise<T> {
  return db instanceof pg.Pool ? inTransaction(db, work) : work(db);
}
