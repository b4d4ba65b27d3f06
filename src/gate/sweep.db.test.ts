import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { verifyAudit } from '../../db/queries/audit/verify-audit.ts';
import { findProposal } from '../../db/queries/proposals/find-proposal.ts';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import {
  ANNA,
  later,
  NOW,
  POLICY,
  proposeOne,
  seedProgramme,
  warnDraft,
} from '../../db/testing/gate-fixture.ts';
import { keptLog } from '../../db/testing/outbox-fixture.ts';
import { decide } from './decide.ts';
import { sweep } from './sweep.ts';
import { startSweeper } from './sweeper.ts';

const { pools, drop } = await cloneDatabase();
beforeAll(() => seedProgramme(pools, { partners: 4 }));
afterAll(drop);

const statusOf = async (id: string) => (await findProposal(pools.app, id))?.status;
const LIFETIME_SECONDS = POLICY.proposalLifetimeHours * 3_600;

describe('sweep', () => {
  it('expires what is over, pending or snoozed, once, and leaves what was decided', async () => {
    const pending = await proposeOne(pools, warnDraft('p1'));
    const snoozed = await proposeOne(pools, warnDraft('p2'));
    const approved = await proposeOne(pools, warnDraft('p3'));
    const young = await proposeOne(pools, warnDraft('p4'), { now: later(60) });
    await decide(pools.app, { ...snoozed, decision: 'snooze' }, ANNA, { now: NOW, policy: POLICY });
    await decide(pools.app, { ...approved, decision: 'approve' }, ANNA, { now: NOW, policy: POLICY });

    expect(await sweep(pools.app, later(LIFETIME_SECONDS - 1))).toEqual({ expired: 0, woken: 1 });
    const [first, second] = await Promise.all([
      sweep(pools.app, later(LIFETIME_SECONDS)),
      sweep(pools.app, later(LIFETIME_SECONDS)),
    ]);
    expect((first?.expired ?? 0) + (second?.expired ?? 0)).toBe(2);
    expect(await statusOf(pending.proposalId)).toBe('expired');
    expect(await statusOf(snoozed.proposalId)).toBe('expired');
    expect(await statusOf(approved.proposalId)).toBe('approved');
    expect(await statusOf(young.proposalId)).toBe('pending');
    expect(await verifyAudit(pools.app)).toMatchObject({ rows: 4, ok: true });
  });

  it('wakes a snoozed proposal at its moment, not before', async () => {
    const one = await proposeOne(pools, warnDraft('p1'));
    await decide(pools.app, { ...one, decision: 'snooze', snoozedUntil: later(600) }, ANNA, {
      now: NOW,
      policy: POLICY,
    });
    await sweep(pools.app, later(599));
    expect(await statusOf(one.proposalId)).toBe('snoozed');
    await sweep(pools.app, later(600));
    expect(await statusOf(one.proposalId)).toBe('pending');
  });

  it('makes room for the same wish again', async () => {
    const one = await proposeOne(pools, warnDraft('p2'));
    await sweep(pools.app, later(LIFETIME_SECONDS));
    const again = await proposeOne(pools, warnDraft('p2'), { now: later(LIFETIME_SECONDS) });
    expect(again.proposalId).not.toBe(one.proposalId);
  });
});

describe('the sweeper', () => {
  it('approves what the policy lets pass, and nothing by default', async () => {
    const one = await proposeOne(pools, warnDraft('p3', { dedupeKey: 'sweeper' }));
    const settings = { pool: pools.app, now: () => NOW, log: keptLog(), pauseMs: 10 };
    const strict = startSweeper({ ...settings, policy: POLICY });
    await strict.stop();
    expect(await statusOf(one.proposalId)).toBe('pending');
    const lenient = startSweeper({ ...settings, policy: { ...POLICY, autoApprovedKinds: ['partner.warn'] } });
    await vi.waitFor(async () => expect(await statusOf(one.proposalId)).toBe('approved'), {
      timeout: 10_000,
    });
    await lenient.stop();
  });
});
