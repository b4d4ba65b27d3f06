import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPools } from '../../db/pool.ts';
import { verifyAudit } from '../../db/queries/audit/verify-audit.ts';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import {
  ANNA,
  BEN,
  COMMISSION_MICROS,
  linesOf,
  moneyDraft,
  NOW,
  POLICY,
  type Proposed,
  proposeOne,
  seedProgramme,
  warnDraft,
} from '../../db/testing/gate-fixture.ts';
import { Refusal } from '../domain/errors.ts';
import type { DecisionOutcome } from '../domain/proposals/decision-outcome.ts';
import { decide } from './decide.ts';

const PROPOSALS = 200;
const APPROVALS = 50;

const { url, pools, drop } = await cloneDatabase();
const otherInstance = createPools(url, { max: 5 });
beforeAll(() => seedProgramme(pools, { partners: PROPOSALS, conversionsEach: APPROVALS }));
afterAll(async () => {
  await otherInstance.end();
  await drop();
});

describe('decisions at the same time', () => {
  it('on 200 proposals, four each from two instances: exactly one wins, the losers learn its name', async () => {
    const people = [
      { by: { ...ANNA, name: 'Anna' }, pool: pools.app, decision: 'approve' },
      { by: { ...ANNA, name: 'Ben' }, pool: otherInstance.app, decision: 'reject' },
      { by: { ...ANNA, name: 'Cleo' }, pool: pools.app, decision: 'approve' },
      { by: { ...ANNA, name: 'Dan' }, pool: otherInstance.app, decision: 'approve' },
    ] as const;
    const proposed: Proposed[] = [];
    for (let n = 1; n <= PROPOSALS; n += 1) proposed.push(await proposeOne(pools, warnDraft(`p${n}`)));

    const results = await Promise.all(
      proposed.map((one) =>
        Promise.allSettled(
          people.map(({ by, pool, decision }) =>
            decide(pool, { ...one, decision }, by, { now: NOW, policy: POLICY }),
          ),
        ),
      ),
    );

    for (const ofOne of results) {
      const won = ofOne.flatMap((result): DecisionOutcome[] =>
        result.status === 'fulfilled' ? [result.value] : [],
      );
      const lost = ofOne.flatMap((result): unknown[] =>
        result.status === 'rejected' ? [result.reason] : [],
      );
      expect(won).toHaveLength(1);
      for (const refusal of lost) {
        expect(refusal).toMatchObject({
          code: 'proposal_already_decided',
          facts: { decidedBy: won[0]?.decidedBy, status: won[0]?.status },
        });
      }
    }
    const { rows } = await pools.app.query(
      `select count(*)::int as decisions, count(distinct proposal_id)::int as proposals,
              (select count(*)::int from outbox) as actions,
              (select count(*)::int from proposal where status = 'approved') as approved
         from decision`,
    );
    expect(rows[0]).toMatchObject({ decisions: PROPOSALS, proposals: PROPOSALS, actions: rows[0]?.approved });
    expect(await verifyAudit(pools.app)).toEqual({ rows: PROPOSALS, ok: true, firstBad: null });
  });

  it('of two people for two approvals both count, whoever is first', async () => {
    const policy = { ...POLICY, twoPersonKinds: ['partner.warn'] };
    const one = await proposeOne(pools, warnDraft('p1', { dedupeKey: 'both' }), { policy });
    const outcomes = await Promise.all([
      decide(pools.app, { ...one, decision: 'approve' }, ANNA, { now: NOW, policy }),
      decide(otherInstance.app, { ...one, decision: 'approve' }, BEN, { now: NOW, policy }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['approved', 'pending']);
  });
});

describe('caps under 50 approvals at once', () => {
  const approveAll = (holds: readonly Proposed[], policy: typeof POLICY) =>
    Promise.allSettled(
      holds.map((one, index) =>
        decide(index % 2 === 0 ? pools.app : otherInstance.app, { ...one, decision: 'approve' }, ANNA, {
          now: NOW,
          policy,
        }),
      ),
    );
  const fulfilled = (results: PromiseSettledResult<unknown>[]) =>
    results.filter(({ status }) => status === 'fulfilled').length;

  it('hold for one partner', async () => {
    const holds: Proposed[] = [];
    for (let n = 1; n <= APPROVALS; n += 1) {
      holds.push(await proposeOne(pools, moneyDraft('commission.hold', 'p7', linesOf('p7', n, n))));
    }
    const caps = { ...POLICY.caps, perPartnerPerDayMicros: (COMMISSION_MICROS * 7n + 1n).toString() };
    const results = await approveAll(holds, { ...POLICY, caps });
    expect(fulfilled(results)).toBe(7);
    for (const result of results) {
      if (result.status === 'rejected') {
        expect(result.reason).toBeInstanceOf(Refusal);
        expect(result.reason).toMatchObject({ code: 'cap_exceeded', facts: { scope: 'one partner' } });
      }
    }
  });

  it('hold for all partners together', async () => {
    const before = COMMISSION_MICROS * 7n;
    const holds: Proposed[] = [];
    for (let n = 8; n < 8 + APPROVALS; n += 1) {
      holds.push(await proposeOne(pools, moneyDraft('commission.hold', `p${n}`, linesOf(`p${n}`, 1, 1))));
    }
    const caps = { ...POLICY.caps, perDayMicros: (before + COMMISSION_MICROS * 11n).toString() };
    expect(fulfilled(await approveAll(holds, { ...POLICY, caps }))).toBe(11);
  });
});
