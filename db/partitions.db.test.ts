import { afterAll, describe, expect, it } from 'vitest';
import { ensurePartitions } from './partitions.ts';
import { cloneDatabase } from './testing/clone-database.ts';

const { pools, drop } = await cloneDatabase();
afterAll(drop);

describe('ensurePartitions', () => {
  it('makes each month from first to last once, across the turn of the year', async () => {
    const from = new Date('2011-11-30T23:59:59Z');
    const to = new Date('2012-01-01T00:00:00Z');
    expect(await ensurePartitions(pools.app, 'click', from, to)).toEqual([
      'click_2011_11',
      'click_2011_12',
      'click_2012_01',
    ]);
    expect(await ensurePartitions(pools.app, 'click', from, to)).toEqual([]);
  });

  it('takes rows of those months, by UTC, and refuses others', async () => {
    const insert = (id: string, at: string) =>
      pools.app.query('insert into click (partner_id, click_id, clicked_at) values ($1, $2, $3)', [
        'p',
        id,
        at,
      ]);
    await insert('a', '2011-11-01T00:00:00Z');
    await insert('b', '2012-02-01T00:30:00+01:00');
    await expect(insert('c', '2012-02-01T00:00:00Z')).rejects.toThrow('no partition');
    const { rows } = await pools.app.query(
      'select tableoid::regclass::text as at, click_id from click order by 2',
    );
    expect(rows).toEqual([
      { at: 'click_2011_11', click_id: 'a' },
      { at: 'click_2012_01', click_id: 'b' },
    ]);
  });

  it('gives partitions the indexes of their table', async () => {
    const { rows } = await pools.app.query(
      "select count(*)::int as n from pg_indexes where tablename = 'click_2011_11'",
    );
    const parent = await pools.app.query(
      "select count(*)::int as n from pg_indexes where tablename = 'click'",
    );
    expect(rows).toEqual(parent.rows);
  });

  it('is safe when several ask for the same month at once', async () => {
    const day = new Date('2020-02-29T12:00:00Z');
    const made = await Promise.all(
      Array.from({ length: 5 }, () => ensurePartitions(pools.app, 'conversion', day, day)),
    );
    expect(made.flat()).toEqual(['conversion_2020_02']);
  });

  it('stops at a span that only a wrong date explains', async () => {
    const wrong = ensurePartitions(pools.app, 'click', new Date('0011-11-01'), new Date('2011-11-01'));
    await expect(wrong).rejects.toThrow(RangeError);
    await expect(
      ensurePartitions(pools.app, 'click', new Date('2012-01-01'), new Date('2011-01-01')),
    ).rejects.toThrow(RangeError);
  });
});
