import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ClonedDatabase, cloneDatabase } from '../../testing/clone-database.ts';
import { loadRows } from '../import/load-rows.ts';

let database: ClonedDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

const statusOf = async (partnerId: string): Promise<unknown> =>
  (await database.pools.app.query('select status from partner where partner_id = $1', [partnerId])).rows[0]
    ?.status;

it('keeps a partner blocked when a feed still calls it active, until the block is lifted', async () => {
  const { app } = database.pools;
  const feed = [{ partner_id: 'p1', name: 'Dealzone', status: 'active' }];
  await loadRows(app, 'partners', feed);
  await app.query(`insert into partner_block (partner_id, blocked_at) values ('p1', now())`);
  await app.query(`update partner set status = 'blocked' where partner_id = 'p1'`);
  await loadRows(app, 'partners', [{ partner_id: 'p1', name: 'Dealzone Ltd', status: 'active' }]);
  expect(await statusOf('p1')).toBe('blocked');

  await app.query('update partner_block set lifted_at = now()');
  await loadRows(app, 'partners', feed);
  expect(await statusOf('p1')).toBe('active');
});
