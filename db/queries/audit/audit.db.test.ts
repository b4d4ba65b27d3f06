import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createPools } from '../../pool.ts';
import { cloneDatabase } from '../../testing/clone-database.ts';
import { NOW } from '../../testing/gate-fixture.ts';
import { inTransaction } from '../../transaction.ts';
import { appendAudit } from './append-audit.ts';
import { listAudit } from './list-audit.ts';
import { verifyAudit } from './verify-audit.ts';

const { url, pools, drop } = await cloneDatabase();
const others = createPools(url, { max: 5 });
afterAll(async () => {
  await others.end();
  await drop();
});

const entry = (n: number) => ({
  at: NOW,
  actor: 'Anna',
  action: 'proposal.approved',
  subject: `s${n}`,
  facts: { n, nested: { b: [1, 'x', null], a: true } },
});

/** Somebody with the owner's rights switches the guard off, changes something, and switches it on again. */
async function tamper(sql: string): Promise<void> {
  await inTransaction(pools.app, async (transaction) => {
    await transaction.query('alter table audit disable trigger audit_append_only');
    await transaction.query(sql);
    await transaction.query('alter table audit enable trigger audit_append_only');
  });
}

beforeEach(() => tamper('delete from audit'));

describe('the audit chain', () => {
  it('has no gaps and verifies when many append at once, and some of them roll back', async () => {
    await Promise.allSettled(
      Array.from({ length: 120 }, (_, n) =>
        inTransaction(n % 2 === 0 ? pools.app : others.app, async (transaction) => {
          await appendAudit(transaction, entry(n));
          if (n % 5 === 0) throw new Error('rolled back');
        }),
      ),
    );
    expect(await verifyAudit(pools.app)).toEqual({ rows: 96, ok: true, firstBad: null });
  });

  it('takes several rows in one go', async () => {
    await inTransaction(pools.app, (transaction) => appendAudit(transaction, entry(1), entry(2), entry(3)));
    expect(await verifyAudit(pools.app)).toMatchObject({ rows: 3, ok: true });
  });

  it('is whole when it is empty', async () => {
    expect(await verifyAudit(pools.app)).toEqual({ rows: 0, ok: true, firstBad: null });
  });

  it.each(['update audit set actor = actor', 'delete from audit', 'truncate audit'])(
    'refuses %s',
    async (sql) => {
      await expect(pools.app.query(sql)).rejects.toThrow('append-only');
    },
  );

  it.each([
    `update audit set at = at + interval '1 millisecond' where seq = 3`,
    `update audit set actor = 'Ben' where seq = 3`,
    `update audit set action = 'x' where seq = 3`,
    `update audit set subject = 'x' where seq = 3`,
    `update audit set facts = jsonb_set(facts, '{nested,b,0}', '2') where seq = 3`,
    `update audit set prev_hash = repeat('0', 64) where seq = 3`,
    `update audit set hash = repeat('0', 64) where seq = 3`,
    `delete from audit where seq = 3`,
    `update audit set seq = 9 where seq = 3`,
  ])('names the row at which it breaks: %s', async (sql) => {
    await inTransaction(pools.app, (transaction) =>
      appendAudit(transaction, entry(1), entry(2), entry(3), entry(4), entry(5)),
    );
    await tamper(sql);
    expect(await verifyAudit(pools.app)).toEqual({ rows: 2, ok: false, firstBad: 3 });
  });

  it('notices a row slipped in at the end', async () => {
    await inTransaction(pools.app, (transaction) => appendAudit(transaction, entry(1)));
    await tamper(
      `insert into audit select 2, at, actor, action, 'forged', facts, hash, repeat('a', 64) from audit where seq = 1`,
    );
    expect(await verifyAudit(pools.app)).toMatchObject({ ok: false, firstBad: 2 });
  });

  it('lists the newest first, a page at a time, for one subject or all', async () => {
    await inTransaction(pools.app, (transaction) => appendAudit(transaction, entry(1), entry(2), entry(3)));
    const first = await listAudit(pools.app, { subject: null, cursor: null, limit: 2 });
    expect(first.items.map(({ seq }) => seq)).toEqual(['3', '2']);
    const second = await listAudit(pools.app, { subject: null, cursor: first.nextCursor, limit: 2 });
    expect(second).toMatchObject({ items: [{ seq: '1' }], nextCursor: null });
    expect((await listAudit(pools.app, { subject: 's2', cursor: null, limit: 2 })).items).toHaveLength(1);
  });
});
