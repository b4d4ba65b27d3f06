import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import { ANNA, NOW, PROMPT, proposeOne, seedProgramme, warnDraft } from '../../db/testing/gate-fixture.ts';
import { decide } from '../gate/decide.ts';

const { pools, drop } = await cloneDatabase();
beforeAll(() => seedProgramme(pools, { partners: 2 }));
afterAll(drop);

/** Every table of ours, as the catalogue knows them; the libraries' schemas are not readable at all. */
async function tables(): Promise<string[]> {
  const { rows } = await pools.app.query(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  );
  return rows.map(({ relname }) => String(relname));
}

const may = async (right: string, table: string): Promise<boolean> => {
  const { rows } = await pools.agent.query('select has_table_privilege(current_user, $1, $2) as may', [
    table,
    right,
  ]);
  return rows[0]?.may === true;
};

describe('the agents’ role', () => {
  it('may insert proposals with their lines, and nothing else', async () => {
    const all = await tables();
    const insertable: string[] = [];
    for (const table of all) if (await may('insert', table)) insertable.push(table);
    expect(all.length).toBeGreaterThan(20);
    expect(insertable).toEqual(['proposal', 'proposal_line']);
  });

  it.each(['update', 'delete', 'truncate', 'trigger'])('may %s nothing', async (right) => {
    for (const table of await tables()) expect(await may(right, table), table).toBe(false);
  });

  it.each([
    `update proposal set status = 'approved'`,
    `delete from decision`,
    `insert into decision (proposal_id, decided_by, by_kind, decision, shown_hash) select proposal_id, 'x', 'token', 'approve', shown_hash from proposal`,
    `insert into outbox (proposal_id, effect, target, not_before) select proposal_id, effect, 'sandbox', now() from proposal`,
    `update control set paused = false`,
    `insert into api_token (name, role, token_hash) values ('x', 'admin', 'x')`,
    `insert into audit values (1, now(), 'x', 'x', 'x', '{}', '', '')`,
    `create table mine (id int)`,
  ])('is refused: %s', async (sql) => {
    await proposeOne(pools, warnDraft('p1'));
    await expect(pools.agent.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('cannot insert a proposal that is approved already', async () => {
    await proposeOne(pools, warnDraft('p1'));
    const sql = `insert into proposal (kind, status, title, summary, effect, evidence, proposed_by, workflow, made_by,
                                       shown_hash, dedupe_key, created_at, expires_at)
                 select kind, 'approved', title, summary, effect, evidence, proposed_by, workflow, made_by,
                        shown_hash, 'other', created_at, expires_at from proposal limit 1`;
    await expect(pools.agent.query(sql)).rejects.toThrow('a proposal starts pending');
  });

  it('cannot add lines to a proposal behind an approver’s back', async () => {
    const { proposalId, shownHash } = await proposeOne(pools, warnDraft('p2'));
    await pools.agent.query(`insert into proposal_line values ($1, 'awin', 'p2-1', 1, 'GBP')`, [proposalId]);
    await expect(
      decide(pools.app, { proposalId, shownHash, decision: 'approve' }, ANNA, { now: NOW, policy: PROMPT }),
    ).rejects.toMatchObject({ code: 'proposal_changed' });
  });
});
