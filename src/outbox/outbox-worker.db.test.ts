import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { setPaused } from '../../db/queries/control/set-paused.ts';
import { claimActions } from '../../db/queries/outbox/claim-actions.ts';
import { findProposal } from '../../db/queries/proposals/find-proposal.ts';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import { type Proposed, seedProgramme, warnDraft } from '../../db/testing/gate-fixture.ts';
import { keptLog, queuedOne } from '../../db/testing/outbox-fixture.ts';
import { sandboxNetwork } from '../connectors/sandbox/write.ts';
import type { DeliveryTarget } from '../domain/deliveries/delivery-target.ts';
import type { OutboxSettings } from './outbox-context.ts';
import { type OutboxWorker, startOutboxWorker } from './outbox-worker.ts';
import { presenceOf } from './presence.ts';

const PARTNERS = 100;
const { pools, drop } = await cloneDatabase({ max: 12 });
beforeAll(() => seedProgramme(pools, { partners: PARTNERS }));
afterAll(drop);

let key = 0;
const queueOne = (): Promise<Proposed> => {
  key += 1;
  return queuedOne(pools, warnDraft(`p${(key % PARTNERS) + 1}`, { dedupeKey: `k${key}` }));
};

const workers: OutboxWorker[] = [];
let log = keptLog();
beforeEach(() => {
  log = keptLog();
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
});

function startWorker(target: DeliveryTarget, settings: Partial<OutboxSettings> = {}): OutboxWorker {
  const worker = startOutboxWorker({
    pool: pools.app,
    targets: [target],
    instance: `test/${crypto.randomUUID()}`,
    log,
    settings: { pauseMs: 10, ...settings },
  });
  workers.push(worker);
  return worker;
}

const sandbox = (latencyMs = 0) => sandboxNetwork(pools.app, { latencyMs });
const delivered = async () =>
  Number((await pools.app.query(`select count(*)::int as n from receipt`)).rows[0]?.n);
const statusOf = async ({ proposalId }: Proposed) => (await findProposal(pools.app, proposalId))?.status;
const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 10 });

describe('the outbox worker', () => {
  it('shares the work with others, each action carried out once', async () => {
    const before = await delivered();
    for (let n = 0; n < 30; n += 1) await queueOne();
    const calls = new Map<string, number>();
    const inner = sandbox(1);
    const counted: DeliveryTarget = {
      ...inner,
      deliver: (delivery, signal) => {
        calls.set(delivery.idempotencyKey, (calls.get(delivery.idempotencyKey) ?? 0) + 1);
        return inner.deliver(delivery, signal);
      },
    };
    for (let n = 0; n < 3; n += 1) startWorker(counted);
    await eventually(async () => expect(await delivered()).toBe(before + 30));
    expect([...calls.values()]).toEqual(Array.from({ length: 30 }, () => 1));
  });

  it('renews its lease while a call takes longer than the lease', async () => {
    const one = await queueOne();
    let calls = 0;
    const inner = sandbox(900);
    const slow: DeliveryTarget = {
      ...inner,
      deliver: (delivery, signal) => {
        calls += 1;
        return inner.deliver(delivery, signal);
      },
    };
    startWorker(slow, { leaseSeconds: 0.3 });
    startWorker(slow, { leaseSeconds: 0.3 });
    await eventually(async () => expect(await statusOf(one)).toBe('delivered'));
    expect(calls).toBe(1);
  });

  it('takes up the claims of a process that is gone, long before their lease runs out', async () => {
    const one = await queueOne();
    await claimActions(pools.app, { target: 'sandbox', instance: 'gone', leaseSeconds: 3_600, limit: 1 });
    startWorker(sandbox());
    await eventually(async () => expect(await statusOf(one)).toBe('delivered'));
    expect(log.sentences).toContain('took up the claims of a process that is gone');
  });

  it('leaves the claims of a process that lives', async () => {
    const one = await queueOne();
    const living = presenceOf(pools.app, 'living', log);
    await living.ensure();
    await claimActions(pools.app, { target: 'sandbox', instance: 'living', leaseSeconds: 3_600, limit: 1 });
    const other = await queueOne();
    startWorker(sandbox());
    await eventually(async () => expect(await statusOf(other)).toBe('delivered'));
    expect(await statusOf(one)).toBe('executed');
    living.end();
    await eventually(async () => expect(await statusOf(one)).toBe('delivered'));
  });

  it('sends nothing from the moment it is paused, and goes on when it is resumed', async () => {
    const before = await delivered();
    for (let n = 0; n < 12; n += 1) await queueOne();
    startWorker(sandbox(20), { concurrency: 1 });
    await eventually(async () => expect(await delivered()).toBeGreaterThan(before));
    await setPaused(pools.app, true, 'Ben');
    // The call that was under way when the switch was turned may still end.
    await sleep(200);
    const atPause = await delivered();
    await sleep(300);
    expect(await delivered()).toBe(atPause);
    expect(atPause).toBeLessThan(before + 12);
    await setPaused(pools.app, false, 'Ben');
    await eventually(async () => expect(await delivered()).toBe(before + 12));
  });

  it('finishes the calls under way when it is stopped, and claims no more', async () => {
    const one = await queueOne();
    const inner = sandbox(150);
    let hasBegun = false;
    const worker = startWorker({
      ...inner,
      deliver: (delivery, signal) => {
        hasBegun = true;
        return inner.deliver(delivery, signal);
      },
    });
    await eventually(async () => expect(hasBegun).toBe(true));
    const late = await queueOne();
    await worker.stop();
    expect(await statusOf(one)).toBe('delivered');
    const { rows } = await pools.app.query(`select from outbox where status = 'claimed'`);
    expect(rows).toEqual([]);
    startWorker(sandbox());
    await eventually(async () => expect(await statusOf(late)).toBe('delivered'));
  });

  it('outlives a broken connection', async () => {
    startWorker(sandbox());
    await queueOne();
    await pools.app.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    );
    const one = await queueOne().catch(() => queueOne());
    await eventually(async () => expect(await statusOf(one)).toBe('delivered'));
  });
});
