import { afterAll, describe, expect, it } from 'vitest';
import { createPools } from './pool.ts';
import { cloneDatabase } from './testing/clone-database.ts';

const { url, pools, drop } = await cloneDatabase();
afterAll(drop);

const KICK_OUT =
  'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';

describe('createPools', () => {
  it('gives exact integers, plain decimals, instants and calendar days', async () => {
    const { rows } = await pools.app.query(`
      select 9007199254740993::int8 as big, array[1, null, -2]::int8[] as bigs, 7::int4 as small, 1.10::numeric as decimal,
             '2011-12-09T12:50:00+02:00'::timestamptz as at, '2011-12-09'::date as day, '{"a": [1]}'::jsonb as body,
             null::int8 as nothing
    `);
    expect(rows[0]).toEqual({
      big: 9007199254740993n,
      bigs: [1n, null, -2n],
      small: 7,
      decimal: '1.10',
      at: new Date('2011-12-09T10:50:00Z'),
      day: '2011-12-09',
      body: { a: [1] },
      nothing: null,
    });
  });

  it('lets the agents look and propose, and nothing else', async () => {
    await pools.app.query("insert into partner (partner_id, name) values ('p1', 'One')");
    expect((await pools.agent.query('select name from partner')).rows).toEqual([{ name: 'One' }]);
    const proposal = `
      insert into proposal (kind, title, summary, effect, evidence, proposed_by, workflow, made_by, shown_hash,
                            dedupe_key, created_at, expires_at)
      values ('partner.warn', 't', 's', '{}', '[]', 'test', 'fraud', '{}', repeat('0', 64), 'k', now(), now())
      returning proposal_id`;
    expect((await pools.agent.query(proposal)).rowCount).toBe(1);
    for (const forbidden of [
      "update partner set status = 'blocked'",
      'delete from partner',
      "insert into partner (partner_id, name) values ('p2', 'Two')",
      "update proposal set status = 'approved'",
      "insert into decision (proposal_id, decided_by, by_kind, decision, shown_hash) select proposal_id, 'x', 'system', 'approve', shown_hash from proposal",
      'insert into outbox (proposal_id, effect, target, not_before) select proposal_id, effect, kind, now() from proposal',
      'select * from api_token',
      'select * from session',
      'select * from langgraph.checkpoints',
      'select * from pgboss.job',
      'create table mine (n integer)',
      'truncate audit',
    ]) {
      await expect(pools.agent.query(forbidden), forbidden).rejects.toThrow('permission denied');
    }
  });

  it('runs the agents as the plain user where the role cannot be had', async () => {
    const plain = createPools(url, { max: 1, agentRole: false });
    const [app, agent] = await Promise.all(
      [plain.app, plain.agent].map((pool) => pool.query('select current_user as me')),
    );
    expect(agent?.rows).toEqual(app?.rows);
    await plain.end();
  });

  it('outlives broken connections, and tells of them', async () => {
    const lost: string[] = [];
    const own = createPools(url, { max: 2, onConnectionLost: (error) => lost.push(error.message) });
    await Promise.all([own.app.query('select pg_sleep(0.05)'), own.app.query('select pg_sleep(0.05)')]);
    await pools.app.query(KICK_OUT);
    await expect.poll(() => lost.length).toBe(2);
    expect((await own.app.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    await own.end();
  });

  it('outlives a connection that breaks while a library has borrowed it', async () => {
    const lost: string[] = [];
    const own = createPools(url, { max: 1, onConnectionLost: (error) => lost.push(error.message) });
    const borrowed = await own.app.connect();
    await borrowed.query('select 1');
    await pools.app.query(KICK_OUT);
    await expect.poll(() => lost.length).toBe(1);
    borrowed.release();
    expect((await own.app.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    await own.end();
  });

  it('cancels a statement that takes too long', async () => {
    const hasty = createPools(url, { max: 1, statementSeconds: 0.05 });
    await expect(hasty.app.query('select pg_sleep(30)')).rejects.toThrow('statement timeout');
    await hasty.end();
  });

  it('may be ended twice', async () => {
    const own = createPools(url);
    await own.app.query('select 1');
    await Promise.all([own.end(), own.end()]);
    await expect(own.app.query('select 1')).rejects.toThrow('after calling end');
  });
});
