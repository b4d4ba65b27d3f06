import type pg from 'pg';
import { loadRows } from '../queries/import/load-rows.ts';
import { inTransaction } from '../transaction.ts';
import { type DemoProgramme, generateDemo } from './generate-demo.ts';
import { DEMO_COLUMNS, type DemoKind } from './rows.ts';

const NAME = 'Demo: UK giftware retailer';
const CURRENCY = 'GBP';
const TIME_ZONE = 'Europe/London';

export interface DemoLoaded {
  /** False: the demo was already there, or the database holds somebody's own data. */
  readonly loaded: boolean;
  readonly shiftWeeks: number | null;
}

/**
 * Loads the demo programme into an empty database. The programme's row is written last, so a load that was killed
 * starts over, and loading is idempotent, so starting over adds nothing twice.
 *
 * @param loadDate - the demo ends the day before.
 * @param onProgress - hears how many kinds are done, and which is next.
 * @param addMore - what is loaded on another way, such as mail; done again when a load starts over.
 */
export async function loadDemo(
  pool: pg.Pool,
  loadDate: Date,
  onProgress: (done: number, total: number, what: string) => void,
  addMore: (pool: pg.Pool, loadDate: Date) => Promise<unknown> = async () => undefined,
): Promise<DemoLoaded> {
  if (await isTaken(pool)) return { loaded: false, shiftWeeks: null };
  // Which day it ends on is settled once: a load that was killed yesterday goes on as yesterday's.
  const started = await startDate(pool, loadDate);
  const demo = generateDemo(started);
  const kinds = Object.keys(DEMO_COLUMNS) as DemoKind[];
  for (const [done, kind] of kinds.entries()) {
    onProgress(done, kinds.length, kind);
    await loadRows(pool, kind, demo.rows[kind]);
  }
  await addMore(pool, started);
  await inTransaction(pool, async (transaction) => {
    await insertFirstOrders(transaction, demo);
    await transaction.query(
      `
      update programme
         set demo_shift_weeks = $1, demo_loaded_at = now()
      `,
      [demo.shiftWeeks],
    );
  });
  onProgress(kinds.length, kinds.length, '');
  return { loaded: true, shiftWeeks: demo.shiftWeeks };
}

/** A programme that is complete, or rows that no demo load of ours began. */
async function isTaken(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query(
    `
    select exists (select from programme where not is_demo or demo_loaded_at is not null)
        or (not exists (select from programme) and exists (select from partner)) as taken
    `,
  );
  return rows[0]?.taken === true;
}

async function startDate(pool: pg.Pool, loadDate: Date): Promise<Date> {
  await pool.query(
    `
    insert into programme (name, currency, time_zone, is_demo, created_at)
    values ($1, $2, $3, true, $4)
    on conflict do nothing
    `,
    [NAME, CURRENCY, TIME_ZONE, loadDate],
  );
  const { rows } = await pool.query<{ created_at: Date }>('select created_at from programme');
  return rows[0]?.created_at ?? loadDate;
}

async function insertFirstOrders(transaction: pg.PoolClient, { firstOrders }: DemoProgramme): Promise<void> {
  await transaction.query(
    `
    insert into customer_first_order (customer_id, first_ordered_at)
    select * from unnest($1::text[], $2::timestamptz[])
    on conflict (customer_id) do update set first_ordered_at = excluded.first_ordered_at
     where excluded.first_ordered_at < customer_first_order.first_ordered_at
    `,
    [
      firstOrders.map(({ customer_id }) => customer_id),
      firstOrders.map(({ first_ordered_at }) => first_ordered_at),
    ],
  );
}
