import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import {
  ANNA,
  linesOf,
  moneyDraft,
  NOW,
  PROMPT,
  proposeOne,
  seedProgramme,
} from '../../db/testing/gate-fixture.ts';
import { executeDue } from '../executor/execute-due.ts';
import { decide } from './decide.ts';

const { pools, drop } = await cloneDatabase();
beforeAll(() => seedProgramme(pools, { partners: 60, conversionsEach: 3 }));
afterAll(drop);

/** One mutation for each stored field, as somebody with the database's password could make it. */
const MUTATIONS: Readonly<Record<string, string>> = {
  kind: `kind = 'partner.warn'`,
  partner_id: `partner_id = 'p60'`,
  title: `title = title || '.'`,
  summary: `summary = replace(summary, '31', '13')`,
  'effect.money': `effect = jsonb_set(effect, '{money,micros}', '"1"')`,
  'effect.partnerId': `effect = jsonb_set(effect, '{partnerId}', '"p60"')`,
  'effect.network': `effect = jsonb_set(effect, '{network}', '"cj"')`,
  'effect.lines.count': `effect = jsonb_set(effect, '{lines,count}', '2')`,
  'effect.lines.sha256': `effect = jsonb_set(effect, '{lines,sha256}', to_jsonb(repeat('a', 64)))`,
  'effect with another field': `effect = effect || '{"note": "x"}'`,
  'effect of another kind': `effect = '{"kind": "partner.block", "partnerId": "p1", "network": "awin", "subId": null}'`,
  evidence: `evidence = jsonb_set(evidence, '{0,text}', '"None."')`,
  'evidence removed': `evidence = '[]'`,
  source: `source = jsonb_set(source, '{documentId}', '"other"')`,
  'source removed': `source = null`,
  money_micros: `money_micros = money_micros - 1`,
  currency: `currency = 'USD'`,
  'money removed': `money_micros = null, currency = null`,
  approvals_needed: `approvals_needed = 2`,
  proposed_by: `proposed_by = 'tiering'`,
  run_id: `run_id = (select run_id from run limit 1)`,
  workflow: `workflow = 'tiering'`,
  made_by: `made_by = jsonb_set(made_by, '{prompt}', '"fraud@2"')`,
  shown_hash: `shown_hash = repeat('b', 64)`,
  origin_hash: `origin_hash = repeat('c', 64)`,
  'origin_hash removed': `origin_hash = null`,
  stranger: `stranger = 'mail:x@example.com'`,
  dedupe_key: `dedupe_key = dedupe_key || 'x'`,
  supersedes: `supersedes = (select proposal_id from proposal p where p.proposal_id <> proposal.proposal_id limit 1)`,
  created_at: `created_at = created_at - interval '1 second'`,
  expires_at: `expires_at = expires_at + interval '1 hour'`,
};

/** What is a proposal's state rather than its content, and is judged as such. */
const STATE = ['proposal_id', 'status', 'snoozed_until', 'decided_at'];

const LINE_MUTATIONS = [
  `delete from proposal_line where proposal_id = $1 and conversion_id like '%-2'`,
  `update proposal_line set commission_micros = commission_micros + 1 where proposal_id = $1`,
  `update proposal_line set currency = 'USD' where proposal_id = $1 and conversion_id like '%-2'`,
  `update proposal_line set conversion_id = 'p60-1' where proposal_id = $1 and conversion_id like '%-2'`,
  `insert into proposal_line values ($1, 'awin', 'p60-1', 1, 'GBP')`,
];

let count = 0;
async function proposed() {
  count = (count % 58) + 1;
  const id = `p${count}`;
  return proposeOne(
    pools,
    moneyDraft('commission.hold', id, linesOf(id, 1, 3), { dedupeKey: crypto.randomUUID() }),
  );
}

beforeAll(async () => {
  await pools.app.query(`insert into run (workflow, cause, requested_by) values ('fraud', 'person', 'Anna')`);
});

describe('a stored proposal', () => {
  it('has a mutation here for every column', async () => {
    const { rows } = await pools.app.query(
      `select attname from pg_attribute where attrelid = 'proposal'::regclass and attnum > 0 and not attisdropped`,
    );
    const mutated = Object.keys(MUTATIONS).map((name) => name.split(/[ .]/)[0]);
    for (const { attname } of rows) expect([...mutated, ...STATE]).toContain(attname);
  });

  it.each(Object.entries(MUTATIONS))('cannot be approved after a change of %s', async (_name, assignment) => {
    const { proposalId, shownHash } = await proposed();
    await pools.app.query(`update proposal set ${assignment} where proposal_id = $1`, [proposalId]);
    await expect(
      decide(pools.app, { proposalId, shownHash, decision: 'approve' }, ANNA, { now: NOW, policy: PROMPT }),
    ).rejects.toMatchObject({ code: 'proposal_changed' });
  });

  it.each(Object.entries(MUTATIONS))('is not executed after a change of %s', async (_name, assignment) => {
    const { proposalId, shownHash } = await proposed();
    await pools.app.query('delete from commission_hold');
    await decide(pools.app, { proposalId, shownHash, decision: 'approve' }, ANNA, {
      now: NOW,
      policy: PROMPT,
    });
    await pools.app.query(`update proposal set ${assignment} where proposal_id = $1`, [proposalId]);
    expect(await executeDue(pools.app, { now: NOW, policy: PROMPT })).toMatchObject({
      executed: 0,
      needsPerson: 1,
      failed: [],
    });
    const { rows } = await pools.app.query('select status from proposal where proposal_id = $1', [
      proposalId,
    ]);
    expect(rows).toEqual([{ status: 'needs_person' }]);
  });

  it.each(LINE_MUTATIONS)('can neither be approved nor executed after: %s', async (sql) => {
    const before = await proposed();
    await pools.app.query(sql, [before.proposalId]);
    await expect(
      decide(pools.app, { ...before, decision: 'approve' }, ANNA, { now: NOW, policy: PROMPT }),
    ).rejects.toMatchObject({ code: 'proposal_changed' });

    const after = await proposed();
    await decide(pools.app, { ...after, decision: 'approve' }, ANNA, { now: NOW, policy: PROMPT });
    await pools.app.query(sql, [after.proposalId]);
    expect(await executeDue(pools.app, { now: NOW, policy: PROMPT })).toMatchObject({
      executed: 0,
      needsPerson: 1,
    });
  });

  it('is not executed when its action in the outbox was changed', async () => {
    const one = await proposed();
    await decide(pools.app, { ...one, decision: 'approve' }, ANNA, { now: NOW, policy: PROMPT });
    await pools.app.query(
      `update outbox set effect = jsonb_set(effect, '{money,micros}', '"9"') where proposal_id = $1`,
      [one.proposalId],
    );
    expect(await executeDue(pools.app, { now: NOW, policy: PROMPT })).toMatchObject({
      executed: 0,
      needsPerson: 1,
    });
  });
});
