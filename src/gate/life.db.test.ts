import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../db/queries/audit/verify-audit.ts';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import {
  ANNA,
  BEN,
  linesOf,
  moneyDraft,
  NOW,
  POLICY,
  type Proposed,
  proposeOne,
  seedProgramme,
  warnDraft,
} from '../../db/testing/gate-fixture.ts';
import { oldNetwork, outboxContext } from '../../db/testing/outbox-fixture.ts';
import { sandboxNetwork } from '../connectors/sandbox/write.ts';
import type { DeliveryTarget } from '../domain/deliveries/delivery-target.ts';
import { Refusal } from '../domain/errors.ts';
import { NEXT, type ProposalStatus } from '../domain/proposals/status.ts';
import { executeDue } from '../executor/execute-due.ts';
import { deliverDue } from '../outbox/deliver-due.ts';
import { decide } from './decide.ts';
import { resolve } from './resolve.ts';
import { sweep } from './sweep.ts';
import { undo } from './undo.ts';

const RUNS = 14;
const { pools, drop } = await cloneDatabase();
beforeAll(() => seedProgramme(pools, { partners: RUNS * 2 + 20, conversionsEach: 2 }));
afterAll(drop);

/** The hold needs two people, the letter one. */
const policy = { ...POLICY, twoPersonKinds: ['commission.hold'] };

const command = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('approve' as const), by: fc.constantFrom(ANNA, BEN) }),
  },
  fc.record({ do: fc.constantFrom('reject' as const, 'respond' as const, 'snooze' as const) }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.constantFrom(1, 9, 9, 9, 90_000) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('execute' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('deliver' as const),
      network: fc.constantFrom('sandbox', 'sandbox', 'sandbox', 'lost answer', 'refusing', 'busy'),
    }),
  },
  fc.record({ do: fc.constantFrom('confirm' as const, 'retry' as const, 'give-up' as const) }),
  fc.record({ do: fc.constant('sweep' as const) }),
);
type Command = {
  readonly do: string;
  readonly by?: typeof ANNA;
  readonly seconds?: number;
  readonly network?: string;
};
const step = fc.record({ on: fc.constantFrom(0, 1), command });

interface World {
  readonly proposed: readonly Proposed[];
  /** Idempotency keys that had an effect outside, once for each time they had. */
  readonly effects: string[];
  now: Date;
}

/** A network of a world, whose every real effect is noted. */
function networkOf({ effects }: World, kind: string): DeliveryTarget {
  const sandbox = sandboxNetwork(pools.app, { latencyMs: 0 });
  if (kind === 'sandbox') {
    return {
      ...sandbox,
      deliver: async (delivery, signal) => {
        const isNew = (await sandbox.lookUp?.(delivery.idempotencyKey, signal)) === null;
        if (isNew) effects.push(delivery.idempotencyKey);
        return sandbox.deliver(delivery, signal);
      },
    };
  }
  const old = oldNetwork(() => (kind === 'lost answer' ? 'unclear' : kind === 'busy' ? 'failed' : 'refused'));
  return {
    ...old,
    deliver: (delivery, signal) => {
      if (kind === 'lost answer') effects.push(delivery.idempotencyKey);
      return old.deliver(delivery, signal);
    },
    lookUp: async (key) => (effects.includes(key) ? { receivedAt: NOW, body: {} } : null),
  };
}

async function run(world: World, one: Proposed, { do: what, by = ANNA, seconds = 0, network = '' }: Command) {
  const context = { now: world.now, policy };
  const { proposalId } = one;
  switch (what) {
    case 'approve':
    case 'reject':
    case 'respond':
    case 'snooze':
      return decide(pools.app, { ...one, decision: what, comment: 'Why.' }, by, context);
    case 'undo':
      return undo(pools.app, one, by, context);
    case 'confirm':
    case 'retry':
    case 'give-up':
      // A person looks before saying that something did or did not arrive.
      if ((what === 'confirm') !== (await hasArrived(world, one))) return;
      return resolve(pools.app, { proposalId, resolution: what, comment: 'Looked.' }, by, context);
    case 'execute':
      expect((await executeDue(pools.app, context)).failed).toEqual([]);
      return;
    case 'deliver':
      await pools.app.query(`update outbox set next_attempt_at = now() where status = 'queued'`);
      return deliverDue(outboxContext(pools, [networkOf(world, network)]));
    case 'sweep':
      return sweep(pools.app, world.now);
    default:
      world.now = new Date(world.now.getTime() + seconds * 1_000);
  }
}

async function hasArrived(world: World, { proposalId }: Proposed): Promise<boolean> {
  const { rows } = await pools.app.query(
    `select action_id from outbox where proposal_id = $1 and status <> 'cancelled'`,
    [proposalId],
  );
  return rows.some(({ action_id }) => world.effects.includes(action_id));
}

const refusalsAside = (error: unknown): void => {
  if (!(error instanceof Refusal)) throw error;
};

async function statusOf({ proposalId }: Proposed): Promise<ProposalStatus> {
  const { rows } = await pools.app.query('select status from proposal where proposal_id = $1', [proposalId]);
  return rows[0]?.status;
}

/** What has to hold at every moment, whatever was done. */
async function expectInvariants({ proposed, effects }: World): Promise<void> {
  expect(new Set(effects).size, 'one effect an action').toBe(effects.length);
  for (const { proposalId } of proposed) {
    const { rows } = await pools.app.query(
      `select p.status, p.kind, p.approvals_needed as needed,
              (select count(*)::int from receipt where proposal_id = p.proposal_id) as receipts,
              (select array_agg(action_id) from outbox where proposal_id = p.proposal_id) as actions,
              (select count(distinct decided_by)::int from decision
                where proposal_id = p.proposal_id and decision = 'approve') as approvers,
              (select coalesce(sum(amount_micros), 0)::bigint from ledger_entry
                where partner_id = p.partner_id and account = 'held') as held
         from proposal p where proposal_id = $1`,
      [proposalId],
    );
    const { status, kind, needed, receipts, actions, approvers, held } = rows[0] ?? {};
    const own = effects.filter((key) => (actions ?? []).includes(key));
    expect(own.length, 'an effect needs its approvals').toBeLessThanOrEqual(approvers >= needed ? 1 : 0);
    expect(receipts, 'delivered means one receipt').toBe(status === 'delivered' ? 1 : 0);
    if (status === 'needs_person') continue;
    const isHeld =
      kind === 'commission.hold' && ['approved', 'executed', 'delivered', 'unknown'].includes(status);
    expect(held, `held while ${status}`).toBe(isHeld ? 4_000_000n : 0n);
  }
}

let partners = 0;
async function newWorld(): Promise<World> {
  partners += 2;
  const id = `p${partners}`;
  const hold = moneyDraft('commission.hold', id, linesOf(id, 1, 2));
  const proposed = [
    await proposeOne(pools, hold, { policy }),
    await proposeOne(pools, warnDraft(`p${partners - 1}`), { policy }),
  ];
  return { proposed, effects: [], now: NOW };
}

describe('the life of a proposal', () => {
  it('follows its table step by step, with one effect at most and none without approval', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 26, size: 'max' }), async (steps) => {
        const world = await newWorld();
        for (const { on, command: next } of steps) {
          const one = world.proposed[on];
          if (!one) throw new Error('there are two proposals');
          const before = await Promise.all(world.proposed.map(statusOf));
          await run(world, one, next).catch(refusalsAside);
          const after = await Promise.all(world.proposed.map(statusOf));
          before.forEach((from, index) => {
            const to = after[index] ?? from;
            const twoSteps = NEXT[from].flatMap((via) => NEXT[via]);
            // Giving up or resending an unknown delivery first says that it did not arrive.
            const may = from === 'unknown' ? [...NEXT[from], ...twoSteps] : NEXT[from];
            if (from !== to) expect(may, `${from} by ${next.do}`).toContain(to);
          });
          await expectInvariants(world);
        }
      }),
      { numRuns: RUNS },
    );
    expect(await verifyAudit(pools.app)).toMatchObject({ ok: true });
  });

  it('keeps its promises when the commands come at the same time', async () => {
    const batches = fc.array(fc.array(step, { minLength: 2, maxLength: 4 }), {
      minLength: 4,
      maxLength: 8,
      size: 'max',
    });
    await fc.assert(
      fc.asyncProperty(batches, async (together) => {
        const world = await newWorld();
        for (const batch of together) {
          const running = batch.map(({ on, command: next }) => {
            const one = world.proposed[on];
            if (!one) throw new Error('there are two proposals');
            return run(world, one, next);
          });
          for (const { status, ...result } of await Promise.allSettled(running)) {
            if (status === 'rejected' && 'reason' in result) refusalsAside(result.reason);
          }
          await expectInvariants(world);
        }
      }),
      { numRuns: 10 },
    );
    expect(await verifyAudit(pools.app)).toMatchObject({ ok: true });
  });
});
