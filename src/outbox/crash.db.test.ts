import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../db/queries/audit/verify-audit.ts';
import type { ProcessOrder } from '../../db/testing/approving-process.ts';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import { CRASH_POINTS } from '../../db/testing/crash-point.ts';
import {
  linesOf,
  moneyDraft,
  POLICY,
  type Proposed,
  proposeOne,
  seedProgramme,
} from '../../db/testing/gate-fixture.ts';
import { keptLog } from '../../db/testing/outbox-fixture.ts';
import { type StartedProcess, startProcess } from '../../db/testing/start-process.ts';
import { sandboxNetwork } from '../connectors/sandbox/write.ts';
import { startExecutor } from '../executor/executor-worker.ts';
import { startOutboxWorker } from './outbox-worker.ts';

const APPROVALS = 60;
const KILLS = 12;
const HEALED_WITHIN_MS = 30_000;
/** Replay a failure with the seed that its message shows. */
const SEED = Number(process.env.TEST_SEED ?? Date.now() % 1_000_000);

const { url, pools, drop } = await cloneDatabase();
beforeAll(() => seedProgramme(pools, { partners: 90, conversionsEach: 2 }));
const started: StartedProcess[] = [];
function start(order: Omit<ProcessOrder, 'url' | 'leaseSeconds'>): StartedProcess {
  const running = startProcess({ ...order, url, leaseSeconds: 1 });
  started.push(running);
  return running;
}
afterEach(() => {
  for (const { child } of started.splice(0)) child.kill('SIGKILL');
});
afterAll(drop);

let partners = 0;
async function proposeHolds(count: number): Promise<Proposed[]> {
  const proposed: Proposed[] = [];
  for (let n = 0; n < count; n += 1) {
    partners += 1;
    const id = `p${partners}`;
    proposed.push(
      await proposeOne(pools, moneyDraft('commission.hold', id, linesOf(id, 1, 2)), { now: new Date() }),
    );
  }
  return proposed;
}

const acknowledgedBy = ({ lines }: StartedProcess): string[] =>
  lines.flatMap((line) => (line.event === 'acknowledged' ? [line.proposalId] : []));

/** What is left on its way. */
async function underWay(): Promise<number> {
  const { rows } = await pools.app.query(
    `select count(*)::int as n from outbox where status in ('waiting', 'queued', 'claimed')`,
  );
  return Number(rows[0]?.n);
}

/** A fresh process's workers, until nothing is on its way any more. */
async function heal(): Promise<void> {
  const log = keptLog();
  const policy = { ...POLICY, undoSeconds: 0 };
  const executor = startExecutor({ pool: pools.app, policy, now: () => new Date(), log, pauseMs: 20 });
  const outbox = startOutboxWorker({
    pool: pools.app,
    targets: [sandboxNetwork(pools.app, { latencyMs: 1 })],
    instance: `healer/${crypto.randomUUID()}`,
    log,
    settings: { leaseSeconds: 1, pauseMs: 20 },
  });
  const deadline = Date.now() + HEALED_WITHIN_MS;
  while ((await underWay()) > 0 && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 20));
  await executor.stop();
  await outbox.stop();
}

/** The whole promise: effects ≤ 1 for every approval, = 1 for every acknowledged one, = 0 without one. */
async function expectKept(proposed: readonly Proposed[], acknowledged: readonly string[], hint: string) {
  const { rows } = await pools.app.query(
    `select p.proposal_id as id, p.status,
            (select count(*)::int from sandbox_delivery d where d.proposal_id = p.proposal_id) as deliveries,
            (select count(*)::int from receipt r where r.proposal_id = p.proposal_id) as receipts,
            (select count(*)::int from commission_hold h where h.proposal_id = p.proposal_id) as holds,
            (select coalesce(sum(amount_micros), 0)::bigint from ledger_entry e
              where e.partner_id = p.partner_id and e.account = 'held') as held
       from proposal p where p.proposal_id = any($1)`,
    [proposed.map(({ proposalId }) => proposalId)],
  );
  expect(rows).toHaveLength(proposed.length);
  for (const row of rows) {
    const through = { status: 'delivered', deliveries: 1, receipts: 1, holds: 2, held: 4_000_000n };
    const untouched = { status: 'pending', deliveries: 0, receipts: 0, holds: 0, held: 0n };
    const { id, ...found } = row;
    const right = acknowledged.includes(id) ? [through] : [through, untouched];
    expect(right, `${hint}, ${id}`).toContainEqual(found);
  }
  expect(await underWay(), hint).toBe(0);
  expect(await verifyAudit(pools.app)).toMatchObject({ ok: true });
}

describe('kill -9', () => {
  it.each(CRASH_POINTS)('%s: no effect is doubled, none that was acknowledged is lost', async (point) => {
    const proposed = await proposeHolds(2);
    const undoSeconds = point === 'in the undo window' ? 1 : 0;
    const crashing = start({ approve: proposed, undoSeconds, latencyMs: 5, crash: point });
    await crashing.ended;
    expect(crashing.child.signalCode).toBe('SIGKILL');
    await heal();
    await expectKept(proposed, acknowledgedBy(crashing), point);
  });

  it(`at ${KILLS} random moments while ${APPROVALS} approvals are carried out`, async () => {
    const proposed = await proposeHolds(APPROVALS);
    const acknowledged: string[] = [];
    let state = SEED;
    const random = (): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
    const share = APPROVALS / KILLS;
    // A moment is a number of lines said, so that a busy machine is killed in the middle of its work as well.
    const moments = Array.from({ length: KILLS }, () => ({
      lines: 1 + random() * 10,
      thenMs: random() * 20,
    }));
    const shares = moments.map((moment, kill) => ({
      ...moment,
      approve: proposed.slice(kill * share, (kill + 1) * share),
    }));
    /** One instance after the other, each killed in its turn. */
    const lane = async (): Promise<void> => {
      for (let next = shares.pop(); next !== undefined; next = shares.pop()) {
        const { approve, lines, thenMs } = next;
        const running = start({ approve, undoSeconds: 0, latencyMs: 15, crash: null });
        await running.said(() => running.lines.length >= lines);
        await new Promise((resolve) => setTimeout(resolve, thenMs));
        running.child.kill('SIGKILL');
        await running.ended;
        acknowledged.push(...acknowledgedBy(running));
      }
    };
    await Promise.all([lane(), lane()]);
    expect(acknowledged.length, `seed ${SEED}`).toBeGreaterThan(0);
    await heal();
    await expectKept(proposed, acknowledged, `seed ${SEED}`);
  }, 90_000);
});

describe('a worker that is stopped for longer than its lease', () => {
  it('finds its claim gone: the late result is refused, the effect is there once', async () => {
    const proposed = await proposeHolds(1);
    const stopped = start({ approve: proposed, undoSeconds: 0, latencyMs: 300, crash: null });
    await stopped.said(({ event }) => event === 'calling');
    stopped.child.kill('SIGSTOP');
    await heal();
    stopped.child.kill('SIGCONT');
    await stopped.said(
      (line) => line.event === 'log' && line.sentence.startsWith('a late result was refused'),
    );
    stopped.child.kill('SIGKILL');
    await stopped.ended;
    await expectKept(proposed, acknowledgedBy(stopped), 'SIGSTOP');
  });
});
