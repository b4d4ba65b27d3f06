import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemoMails } from '../../src/intake/mail/demo/load-demo-mails.ts';
import { type ClonedDatabase, cloneDatabase } from '../testing/clone-database.ts';
import { loadDemo } from './load-demo.ts';

let database: ClonedDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

const count = async (table: string): Promise<number> =>
  Number((await database.pools.app.query(`select count(*) from ${table}`)).rows[0]?.count);

describe('loadDemo', () => {
  it('loads orders, clicks and conversions that end the day before, and says by how much the dates were moved', async () => {
    const loaded = await loadDemo(
      database.pools.app,
      new Date('2026-11-20T10:00:00Z'),
      () => undefined,
      loadDemoMails,
    );
    expect(loaded.loaded).toBe(true);
    expect(await count('partner')).toBeGreaterThan(300);
    expect(await count('click')).toBeGreaterThan(100_000);
    expect(await count('conversion')).toBeGreaterThan(3_000);
    const { rows } = await database.pools.app.query(
      `select max(ordered_at) as newest, (select demo_shift_weeks from programme) as weeks from order_line`,
    );
    expect(rows[0]?.newest.toISOString().slice(0, 10)).toBe('2026-11-19');
    expect(rows[0]?.weeks).toBe(loaded.shiftWeeks);
    // Customers who bought before the demo's weeks are not new in them.
    expect(
      await count('customer_first_order where first_ordered_at < (select min(ordered_at) from order_line)'),
    ).toBeGreaterThan(1_000);
  }, 120_000);

  it('fills the inbox: its partners are found, its conversations hold together, and one mail cannot be read', async () => {
    expect(await count('mail where is_simulated and direction = $$in$$')).toBe(121);
    expect(await count("mail where status = 'needs_review' and unreadable is not null")).toBe(1);
    expect(
      await count(
        `mail m where exists (select from partner p where lower(p.email) = m.from_address) and m.received_at < '2026-11-20'`,
      ),
    ).toBeGreaterThan(80);
    const { rows } = await database.pools.app.query(
      'select count(*) from (select from mail group by thread_id having count(*) > 1) threads',
    );
    expect(Number(rows[0]?.count)).toBeGreaterThanOrEqual(2);
  });

  it('adds nothing the second time', async () => {
    const before = await count('conversion');
    expect(
      (await loadDemo(database.pools.app, new Date('2026-11-23T10:00:00Z'), () => undefined)).loaded,
    ).toBe(false);
    expect(await count('conversion')).toBe(before);
  });

  it('leaves a database with somebody’s own partners alone', async () => {
    const own = await cloneDatabase();
    await own.pools.app.query(`insert into partner (partner_id, name) values ('p1', 'Own')`);
    expect((await loadDemo(own.pools.app, new Date('2026-11-20T10:00:00Z'), () => undefined)).loaded).toBe(
      false,
    );
    await own.drop();
  });
});
