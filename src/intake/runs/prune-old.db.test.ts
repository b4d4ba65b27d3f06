import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendAudit } from '../../../db/queries/audit/append-audit.ts';
import { addThreadProposals } from '../../../db/queries/runs/add-thread-proposals.ts';
import { cloneDatabase } from '../../../db/testing/clone-database.ts';
import { ANNA, NOW, PROMPT, proposeOne, seedProgramme, warnDraft } from '../../../db/testing/gate-fixture.ts';
import { RETENTION_POLICY_DEFAULTS } from '../../domain/retention/retention-policy.ts';
import { decide } from '../../gate/decide.ts';
import { pruneOld } from './prune-old.ts';

const { pools, drop } = await cloneDatabase();
const { app } = pools;
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const prune = () =>
  pruneOld(app, { now: NOW, policy: RETENTION_POLICY_DEFAULTS, stopping: new AbortController().signal });
beforeAll(() => seedProgramme(pools, { partners: 6 }));
afterAll(drop);

/** A run that is over, with two steps and a thread. @returns its id. */
async function run(finishedAt: Date): Promise<string> {
  const { rows } = await app.query(
    `insert into run (workflow, status, cause, requested_by, created_at, started_at, finished_at)
     values ('fraud', 'succeeded', 'person', 'anna', $1, $1, $1) returning run_id`,
    [finishedAt],
  );
  const runId: string = rows[0].run_id;
  await app.query(
    `insert into run_step (run_id, seq, kind, name, started_at) select $1, n, 'node', 'x', $2 from generate_series(1, 2) n`,
    [runId, finishedAt],
  );
  await app.query(
    `insert into work_thread (thread_id, run_id, workflow, item, status, changed_at) values ($3, $1, 'fraud', 'x', 'done', $2)`,
    [runId, finishedAt, runId],
  );
  return runId;
}

async function standing(runId: string) {
  const { rows } = await app.query(
    `select (select count(*)::int from run where run_id = $1) as runs,
            (select count(*)::int from run_step where run_id = $1) as steps,
            (select count(*)::int from work_thread where run_id = $1) as threads`,
    [runId],
  );
  return rows[0];
}

/** A stored page. @returns its hash. */
async function capture(body: string, fetchedAt: Date): Promise<string> {
  const sha256 = body.padEnd(64, '0');
  await app.query(
    `insert into web_body (sha256, packed, size_bytes, created_at) values ($1, '', 0, $2) on conflict do nothing`,
    [sha256, fetchedAt],
  );
  await app.query(
    `insert into web_capture (capture_id, url, final_url, fetched_at, how, how_reason, sha256, redirects, is_partial)
     values (gen_random_uuid(), 'https://a.test/', 'https://a.test/', $2, 'http', '', $1, '[]', false)`,
    [sha256, fetchedAt],
  );
  return sha256;
}

const isKept = async (sha256: string) => {
  const { rows } = await app.query(
    `select (select count(*)::int from web_capture where sha256 = $1) as captures,
            (select count(*)::int from web_body where sha256 = $1) as bodies`,
    [sha256],
  );
  return [rows[0].captures, rows[0].bodies];
};

const quoting = (sha256: string) => ({
  type: 'quote' as const,
  text: 'x',
  documentId: `capture:${sha256}`,
  start: 0,
  end: 1,
  sha256,
});

describe('pruning', () => {
  it('removes steps and threads of runs that are older than the policy keeps, never the run', async () => {
    const [old, young] = [await run(daysAgo(91)), await run(daysAgo(89))];
    await prune();
    expect(await standing(old)).toEqual({ runs: 1, steps: 0, threads: 0 });
    expect(await standing(young)).toEqual({ runs: 1, steps: 2, threads: 1 });
  });

  it('leaves what a proposal that is not through came from', async () => {
    const runId = await run(daysAgo(400));
    const one = await proposeOne(pools, warnDraft('p1'), { policy: PROMPT });
    await app.query('update proposal set run_id = $1 where proposal_id = $2', [runId, one.proposalId]);
    await addThreadProposals(app, runId, [one.proposalId]);
    await prune();
    expect(await standing(runId)).toEqual({ runs: 1, steps: 2, threads: 1 });
    await app.query(`update proposal set status = 'expired' where proposal_id = $1`, [one.proposalId]);
    await prune();
    expect(await standing(runId)).toEqual({ runs: 1, steps: 0, threads: 0 });
  });

  it('leaves the steps of a run that the audit log names', async () => {
    const runId = await run(daysAgo(400));
    await appendAudit(app, { at: NOW, actor: 'x', action: 'y', subject: 'z', facts: { runId } });
    await prune();
    expect((await standing(runId)).steps).toBe(2);
  });

  it('removes stored pages with their bodies, but a body only after its last capture', async () => {
    const old = await capture('a1', daysAgo(91));
    const shared = await capture('a2', daysAgo(91));
    await capture('a2', daysAgo(1));
    await prune();
    expect([await isKept(old), await isKept(shared)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it('leaves the pages that sightings, cases, cards and their decisions rest on, decided or not', async () => {
    const [seen, quoted, decided] = await Promise.all(
      ['b1', 'b2', 'b3'].map((body) => capture(body, daysAgo(400))),
    );
    await app.query(
      `with s as (insert into coupon_source (url, kind, publisher, every_minutes, next_check_at, added_by)
         values ('https://a.test/', 'page', 'a.test', 60, now(), 'anna') returning source_id)
       insert into sighting (source_id, page_url, publisher, observed, masked, retired, probability, match_how,
         capture_sha256, first_capture_sha256, first_seen_at, last_seen_at)
       select source_id, 'https://a.test/', 'a.test', 'X', false, false, 1, 'exact', $2, $1, $3, $3 from s`,
      [seen, 'c'.repeat(64), daysAgo(400)],
    );
    await proposeOne(pools, warnDraft('p2', { evidence: [quoting(quoted ?? '')] }), { policy: PROMPT });
    const card = warnDraft('p3', { evidence: [quoting(decided ?? '')] });
    const one = await proposeOne(pools, card, { policy: PROMPT });
    await decide(app, { ...one, decision: 'reject' }, ANNA, { now: NOW, policy: PROMPT });
    await prune();
    const kept = await Promise.all([seen, quoted, decided].map((sha256) => isKept(sha256 ?? '')));
    expect(kept).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  it('says in the audit log how much it removed, and nothing when it removed nothing', async () => {
    await prune();
    const count = async () =>
      (await app.query(`select facts from audit where action = 'retention.pruned' order by seq`)).rows;
    const before = await count();
    expect(before.at(0)?.facts).toMatchObject({ runSteps: 2, workThreads: 1 });
    await prune();
    expect(await count()).toHaveLength(before.length);
  });
});
