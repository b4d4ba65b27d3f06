import type { Queryable } from '../../client.ts';
import { EXCEPTIONS_IN_SCOPE, keepCustomers, moveTallies } from './keep-tallies.ts';
import { type Staging, withinScope } from './staging.ts';

/** Makes the kept tables equal to the staged result; rows that say the same are left alone. */
export async function keepResult(transaction: Queryable, staging: Staging): Promise<void> {
  await keep(transaction, staging, 'reconciliation_line', 'staged_line', ['order_id', 'line_id']);
  await keep(transaction, staging, 'reconciliation_note', 'staged_kept_note', [
    'order_id',
    'line_id',
    'refund_id',
    'refund_line_id',
  ]);
  await moveTallies(transaction, staging);
  await keep(transaction, staging, 'reconciliation_sale', 'staged_told', ['order_id']);
  await keepExceptions(transaction, staging);
  await keepCustomers(transaction, staging);
}

/** Those of the staged orders and customers anew: they have no key, and nothing hangs on them. */
async function keepExceptions(transaction: Queryable, staging: Staging): Promise<void> {
  await transaction.query(
    staging.isScoped
      ? `delete from reconciliation_exception where ${EXCEPTIONS_IN_SCOPE}`
      : 'delete from reconciliation_exception',
  );
  await transaction.query(
    'insert into reconciliation_exception select * from staged_exception order by kind, order_id',
  );
}

async function keep(
  transaction: Queryable,
  staging: Staging,
  kept: string,
  staged: string,
  key: readonly string[],
): Promise<void> {
  const { rows } = await transaction.query(`select from ${kept} limit 1`);
  const sameKey = key.map((column) => `k.${column} = s.${column}`).join(' and ');
  if (rows.length > 0) {
    await transaction.query(`
      delete from ${kept} gone
       using (
         select k.* from ${kept} k ${withinScope(staging, 'k.order_id')}
         except
         select * from ${staged}
       ) s
       where ${key.map((column) => `gone.${column} = s.${column}`).join(' and ')}
    `);
  }
  await transaction.query(`
    insert into ${kept}
    select s.* from ${staged} s
     ${rows.length > 0 ? `where not exists (select from ${kept} k where ${sameKey})` : ''}
     order by ${key.join(', ')}
  `);
}
