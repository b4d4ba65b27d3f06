import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPools } from './pool.ts';
import { cloneDatabase } from './testing/clone-database.ts';
import { inTransaction } from './transaction.ts';

const { url, pools, drop } = await cloneDatabase({ max: 2 });
afterAll(drop);
beforeAll(() => pools.app.query('create table note (n integer unique deferrable initially deferred)'));

const notes = async () => (await pools.app.query('select n from note order by n')).rows.map(({ n }) => n);

describe('inTransaction', () => {
  it('commits what the work did and gives what it returned', async () => {
    const result = await inTransaction(pools.app, async (transaction) => {
      await transaction.query('insert into note values (1)');
      return 'done';
    });
    expect(result).toBe('done');
    expect(await notes()).toEqual([1]);
  });

  it('rolls back when the work throws, and throws the same error', async () => {
    const wrong = new Error('changed my mind');
    const failing = inTransaction(pools.app, async (transaction) => {
      await transaction.query('insert into note values (2)');
      throw wrong;
    });
    await expect(failing).rejects.toBe(wrong);
    expect(await notes()).toEqual([1]);
  });

  it('throws what the commit refuses', async () => {
    await expect(inTransaction(pools.app, (t) => t.query('insert into note values (1)'))).rejects.toThrow(
      'unique',
    );
    expect(await notes()).toEqual([1]);
  });

  it('gives the connection back whatever happens', async () => {
    for (let round = 0; round < 5; round += 1) {
      await expect(inTransaction(pools.app, (t) => t.query('nonsense'))).rejects.toThrow('syntax error');
    }
    expect(pools.app.totalCount).toBe(pools.app.idleCount);
    expect(await inTransaction(pools.app, async (t) => (await t.query('select 1 as n')).rows)).toEqual([
      { n: 1 },
    ]);
  });

  it('throws a connection away that broke on the way, without ending the process', async () => {
    const own = createPools(url, { max: 1 });
    const broken = inTransaction(own.app, async (transaction) => {
      const { rows } = await transaction.query('select pg_backend_pid() as pid');
      await pools.app.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await transaction.query('insert into note values (3)');
    });
    await expect(broken).rejects.toThrow(/terminat|connection error/);
    expect((await own.app.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    expect(await notes()).toEqual([1]);
    await own.end();
  });

  it('keeps the isolation and the promise to read only that were asked for', async () => {
    const settings = { isolation: 'repeatable read', readOnly: true } as const;
    const shown = await inTransaction(
      pools.app,
      async (t) => (await t.query("select current_setting('transaction_isolation') as level")).rows[0]?.level,
      settings,
    );
    expect(shown).toBe('repeatable read');
    const writing = inTransaction(pools.app, (t) => t.query('insert into note values (4)'), settings);
    await expect(writing).rejects.toThrow('read-only');
  });
});
