import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../db/queries/audit/verify-audit.ts';
import { setPaused } from '../../db/queries/control/set-paused.ts';
import { balances } from '../../db/queries/ledger/balances.ts';
import { claimActions } from '../../db/queries/outbox/claim-actions.ts';
import { startCall } from '../../db/queries/outbox/start-call.ts';
import { findProposal } from '../../db/queries/proposals/find-proposal.ts';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import {
  ANNA,
  blockDraft,
  linesOf,
  moneyDraft,
  NOW,
  PROMPT,
  type Proposed,
  proposeOne,
  seedProgramme,
  warnDraft,
} from '../../db/testing/gate-fixture.ts';
import { oldNetwork, outboxContext, queuedOne } from '../../db/testing/outbox-fixture.ts';
import { type SandboxFault, sandboxNetwork } from '../connectors/sandbox/write.ts';
import type { DeliveryTarget } from '../domain/deliveries/delivery-target.ts';
import { executeDue } from '../executor/execute-due.ts';
import { decide } from '../gate/decide.ts';
import { deliverDue } from './deliver-due.ts';

const { pools, drop } = await cloneDatabase();
beforeAll(() => seedProgramme(pools, { partners: 60, conversionsEach: 3 }));
afterAll(async () => {
  expect(await verifyAudit(pools.app)).toMatchObject({ ok: true });
  await drop();
});

let partner = '';
let count = 0;
beforeEach(() => {
  count += 1;
  partner = `p${count}`;
});

const sandbox = (faults: (SandboxFault | null)[] = []) =>
  sandboxNetwork(pools.app, { latencyMs: 0, fault: () => faults.shift() ?? null });
const view = ({ proposalId }: Proposed) => findProposal(pools.app, proposalId);
const deliveries = async ({ proposalId }: Proposed) =>
  (await pools.app.query('select * from sandbox_delivery where proposal_id = $1', [proposalId])).rows;
/** Every waiting retry is due now. */
const hurry = () => pools.app.query(`update outbox set next_attempt_at = now() where status = 'queued'`);
const attempt = async (target: DeliveryTarget, settings = {}) => {
  await hurry();
  const context = outboxContext(pools, [target], settings);
  await deliverDue(context);
  return context.log.sentences;
};

describe('a delivery', () => {
  it('leaves one receipt with the network and one here, for every kind of effect', async () => {
    await pools.app.query(`update conversion set status = 'paid' where conversion_id = $1`, [`${partner}-3`]);
    const queued = [
      await queuedOne(pools, moneyDraft('commission.hold', partner, linesOf(partner, 1, 2))),
      await queuedOne(pools, moneyDraft('commission.clawback', partner, linesOf(partner, 3, 3))),
      await queuedOne(pools, warnDraft(partner)),
      await queuedOne(pools, blockDraft(partner)),
    ];
    await attempt(sandbox());
    for (const one of queued) {
      const found = await view(one);
      expect(found).toMatchObject({
        status: 'delivered',
        delivery: { state: 'delivered', attempts: 1, reason: null },
      });
      expect(await deliveries(one)).toMatchObject([
        { idempotency_key: found?.delivery.actionId, kind: found?.kind },
      ]);
    }
  });

  it('books a clawback when the network has taken it', async () => {
    await pools.app.query(`update conversion set status = 'paid' where partner_id = $1`, [partner]);
    await queuedOne(pools, moneyDraft('commission.clawback', partner, linesOf(partner, 1, 3)));
    expect(await balances(pools.app, partner)).toEqual([]);
    await attempt(sandbox());
    expect(
      (await balances(pools.app, partner)).map(({ account, balanceMicros }) => [account, balanceMicros]),
    ).toEqual([
      ['commission_cost', 6_000_000n],
      ['receivable', -6_000_000n],
    ]);
  });

  it('carries the words that were approved, not those that were proposed', async () => {
    const one = await proposeOne(pools, warnDraft(partner));
    const edit = { ...one, decision: 'edit', edits: { subject: 'A question' } } as const;
    await decide(pools.app, edit, ANNA, { now: NOW, policy: PROMPT });
    await executeDue(pools.app, { now: NOW, policy: PROMPT });
    await attempt(sandbox());
    expect(await deliveries(one)).toMatchObject([{ body: { subject: 'A question' } }]);
  });
});

describe('on a network that knows idempotency keys', () => {
  it.each<[string, SandboxFault[]]>([
    ['a busy network', ['busy', 'busy']],
    ['lost calls', ['lose-call', 'lose-call']],
    ['lost answers', ['lose-answer', 'lose-answer']],
  ])('%s is tried again under the same key, with one effect', async (_what, faults) => {
    const one = await queuedOne(pools, warnDraft(partner));
    const network = sandbox([...faults]);
    await attempt(network);
    expect(await view(one)).toMatchObject({ status: 'executed', delivery: { state: 'queued', attempts: 1 } });
    await attempt(network);
    await attempt(network);
    expect(await view(one)).toMatchObject({ status: 'delivered', delivery: { attempts: 3 } });
    expect(await deliveries(one)).toHaveLength(1);
  });

  it('a retry waits its time', async () => {
    const one = await queuedOne(pools, warnDraft(partner));
    const context = outboxContext(pools, [sandbox(['busy'])]);
    expect(await deliverDue(context)).toBe(1);
    expect(await view(one)).toMatchObject({
      status: 'executed',
      delivery: { reason: 'The sandbox network is busy.' },
    });
    await attempt(sandbox());
  });

  it('a clear refusal is not tried again: a person has to look', async () => {
    const one = await queuedOne(pools, warnDraft(partner));
    const network = sandbox(['refuse']);
    expect(await attempt(network)).toContain('a delivery needs a person');
    await attempt(network);
    expect(await view(one)).toMatchObject({
      status: 'needs_person',
      delivery: { state: 'needs_person', attempts: 1, reason: 'The sandbox network refuses this.' },
    });
  });

  it('gives up after the last attempt', async () => {
    const one = await queuedOne(pools, warnDraft(partner));
    const network = sandbox(['busy', 'busy', 'busy', 'busy']);
    for (let n = 0; n < 4; n += 1) await attempt(network, { attemptsMax: 3 });
    expect(await view(one)).toMatchObject({ status: 'needs_person', delivery: { attempts: 3 } });
    expect(await deliveries(one)).toEqual([]);
  });

  it('a call that never ends is cut off and tried again', async () => {
    const one = await queuedOne(pools, warnDraft(partner));
    const silent: DeliveryTarget = { ...sandbox(), deliver: () => new Promise(() => undefined) };
    await attempt(silent, { callSeconds: 0.05 });
    expect(await view(one)).toMatchObject({ status: 'executed', delivery: { state: 'queued' } });
    await attempt(sandbox());
    expect(await view(one)).toMatchObject({ status: 'delivered' });
  });
});

describe('what somebody changed after the execution', () => {
  it.each([
    `update outbox set effect = jsonb_set(effect, '{body}', '"Pay me"') where proposal_id = $1`,
    `update outbox set effect = '{}' where proposal_id = $1`,
  ])('does not leave, and holds up nothing else: %s', async (sql) => {
    const changed = await queuedOne(pools, warnDraft(partner));
    const other = await queuedOne(pools, blockDraft(partner));
    await pools.app.query(sql, [changed.proposalId]);
    await attempt(sandbox());
    expect(await deliveries(changed)).toEqual([]);
    expect(await view(changed)).toMatchObject({
      status: 'needs_person',
      delivery: { state: 'needs_person' },
    });
    expect(await view(other)).toMatchObject({ status: 'delivered' });
  });
});

describe('the kill switch', () => {
  it('keeps everything from being claimed', async () => {
    const one = await queuedOne(pools, warnDraft(partner));
    await setPaused(pools.app, true, 'Ben');
    await attempt(sandbox());
    expect(await deliveries(one)).toEqual([]);
    await setPaused(pools.app, false, 'Ben');
    await attempt(sandbox());
    expect(await deliveries(one)).toHaveLength(1);
  });

  it('stops a claimed delivery just before its call', async () => {
    const one = await queuedOne(pools, warnDraft(partner));
    const [claim] = await claimActions(pools.app, {
      target: 'sandbox',
      instance: 'x',
      leaseSeconds: 10,
      limit: 1,
    });
    await setPaused(pools.app, true, 'Ben');
    expect(claim && (await startCall(pools.app, { ...claim, leaseSeconds: 10 }))).toBe('stay');
    await setPaused(pools.app, false, 'Ben');
    await pools.app.query(
      `update outbox set lease_until = now() - interval '1 second' where status = 'claimed'`,
    );
    await attempt(sandbox());
    expect(await view(one)).toMatchObject({ status: 'delivered' });
  });

  it('gives back what was claimed when it is turned on in between', async () => {
    const one = await queuedOne(pools, warnDraft(partner));
    const network = oldNetwork(() => 'accepted');
    const pausing: DeliveryTarget = {
      ...network,
      lookUp: async () => {
        await setPaused(pools.app, true, 'Ben');
        return null;
      },
    };
    await attempt(pausing);
    expect(network.calls).toBe(0);
    expect(await view(one)).toMatchObject({ status: 'executed', delivery: { state: 'queued' } });
    await setPaused(pools.app, false, 'Ben');
    await attempt(network);
    expect(network.calls).toBe(1);
  });
});

describe('the sandbox network', () => {
  it('gives the first receipt to a repeated key', async () => {
    const network = sandbox();
    const delivery = {
      idempotencyKey: crypto.randomUUID(),
      proposalId: crypto.randomUUID(),
      effect: { kind: 'partner.block', partnerId: 'p1', network: 'awin', subId: null },
    } as const;
    const { signal } = new AbortController();
    const answers = await Promise.all(Array.from({ length: 5 }, () => network.deliver(delivery, signal)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await network.lookUp?.(delivery.idempotencyKey, signal)).toMatchObject({
      body: { simulated: true },
    });
    expect(await network.lookUp?.('another', signal)).toBeNull();
  });
});
