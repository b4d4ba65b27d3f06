import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../db/queries/audit/verify-audit.ts';
import { claimActions } from '../../db/queries/outbox/claim-actions.ts';
import { startCall } from '../../db/queries/outbox/start-call.ts';
import { findProposal } from '../../db/queries/proposals/find-proposal.ts';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import { type Proposed, seedProgramme, warnDraft } from '../../db/testing/gate-fixture.ts';
import { oldNetwork, outboxContext, queuedOne } from '../../db/testing/outbox-fixture.ts';
import type { DeliveryTarget } from '../domain/deliveries/delivery-target.ts';
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

const view = ({ proposalId }: Proposed) => findProposal(pools.app, proposalId);
/** One attempt now, also at what would wait for a retry. */
const attempt = async (target: DeliveryTarget) => {
  await pools.app.query(`update outbox set next_attempt_at = now() where status = 'queued'`);
  await deliverDue(outboxContext(pools, [target]));
};

describe('on a network without idempotency keys', () => {
  it.each(['unclear', 'throws'] as const)(
    'an answer that is lost (%s) is never tried again',
    async (state) => {
      const one = await queuedOne(pools, warnDraft(partner));
      const network = oldNetwork(() => state);
      for (let n = 0; n < 4; n += 1) await attempt(network);
      expect(network.calls).toBe(1);
      expect(network.effects).toHaveLength(1);
      expect(await view(one)).toMatchObject({ status: 'unknown', delivery: { state: 'unknown' } });
    },
  );

  it('a clear failure is tried again', async () => {
    const one = await queuedOne(pools, warnDraft(partner));
    const network = oldNetwork((call) => (call < 3 ? 'failed' : 'accepted'));
    for (let n = 0; n < 3; n += 1) await attempt(network);
    expect(network.effects).toHaveLength(1);
    expect(await view(one)).toMatchObject({ status: 'delivered' });
  });

  /** As if the process had died in the middle of its call. */
  async function dieDuringCall(reaching: boolean, network: ReturnType<typeof oldNetwork>) {
    const [claim] = await claimActions(pools.app, {
      target: network.name,
      instance: 'dead',
      leaseSeconds: -1,
      limit: 1,
    });
    if (!claim?.effect) throw new Error('nothing was due');
    await startCall(pools.app, { ...claim, leaseSeconds: -1 });
    const { actionId: idempotencyKey, proposalId, effect } = claim;
    if (reaching) network.effects.push({ idempotencyKey, proposalId, effect });
  }

  it('an effect that is found there after a crash is taken as delivered', async () => {
    const one = await queuedOne(pools, warnDraft(partner));
    const network = oldNetwork(() => 'accepted');
    await dieDuringCall(true, network);
    await attempt(network);
    expect(network.calls).toBe(0);
    expect(await view(one)).toMatchObject({ status: 'delivered' });
  });

  it.each([false, true, 'throws'] as const)(
    'a crash in the middle of a call is left to a person when the other side cannot confirm it (look-up: %s)',
    async (canLookUp) => {
      const one = await queuedOne(pools, warnDraft(partner));
      const network = oldNetwork(() => 'accepted', { canLookUp });
      await dieDuringCall(false, network);
      await attempt(network);
      expect(network.calls).toBe(0);
      expect(await view(one)).toMatchObject({ status: 'unknown' });
    },
  );

  it('nothing is called while the network cannot be asked first, and nothing is lost', async () => {
    const one = await queuedOne(pools, warnDraft(partner));
    const down = oldNetwork(() => 'accepted', { canLookUp: 'throws' });
    await attempt(down);
    expect(down.calls).toBe(0);
    expect(await view(one)).toMatchObject({ status: 'executed', delivery: { state: 'queued' } });
    await attempt(oldNetwork(() => 'accepted'));
    expect(await view(one)).toMatchObject({ status: 'delivered' });
  });
});
