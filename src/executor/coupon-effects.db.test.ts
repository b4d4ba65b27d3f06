import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSource } from '../../db/queries/coupons/add-source.ts';
import { recordCase } from '../../db/queries/coupons/record-case.ts';
import { storeSightings } from '../../db/queries/coupons/store-sightings.ts';
import { findProposal } from '../../db/queries/proposals/find-proposal.ts';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import { ANNA, BEN, NOW, POLICY, PROMPT, seedProgramme } from '../../db/testing/gate-fixture.ts';
import { outboxContext } from '../../db/testing/outbox-fixture.ts';
import { sandboxNetwork } from '../connectors/sandbox/write.ts';
import type { LeakFacts } from '../domain/leaks/leak-facts.ts';
import { approvalsNeeded } from '../domain/proposals/approvals-needed.ts';
import type { Effect } from '../domain/proposals/effect.ts';
import { mayAutoApprove } from '../domain/proposals/may-auto-approve.ts';
import { decide } from '../gate/decide.ts';
import { deliverDue } from '../outbox/deliver-due.ts';
import { propose } from '../proposals/propose.ts';
import { executeDue } from './execute-due.ts';

const { pools, drop } = await cloneDatabase();
const { app, agent } = pools;
const context = { now: NOW, policy: PROMPT };
const SHA = 'a'.repeat(64);
const FACTS: LeakFacts = {
  codeKind: 'influencer',
  ownerPartnerId: 'p1',
  ownerIsKeyAccount: false,
  sitePartnerId: null,
  isEnded: false,
  pageSaysEnded: false,
  orders: 0,
  ownerOrders: 0,
  siteOrders: 0,
  untargetedOrders: 0,
  knownVisitorOrders: 0,
  recentOrders: 0,
  baselineOrders: 0,
  ownerClicksFromSite: 0,
  earlierLeaks: 0,
  ledgerFact: null,
};

/** A judged leak of a code of p1's on a stranger's page. */
async function leak(code: string): Promise<string> {
  await app.query(`insert into code (code, kind, owner_partner_id) values ($1, 'influencer', 'p1')`, [code]);
  const url = `https://codes.example/${code}`;
  const { sourceId } = await addSource(app, {
    url,
    kind: 'page',
    publisher: 'codes.example',
    partnerId: null,
    everyMinutes: 60,
    addedBy: 'anna',
    isSimulated: false,
    now: NOW,
  });
  const page = { sourceId, pageUrl: url, publisher: 'codes.example', sha256: SHA, at: NOW, isPartial: false };
  await storeSightings(app, page, [
    {
      observed: code,
      merchant: null,
      discount: null,
      expires: null,
      masked: false,
      retired: false,
      code,
      candidates: [code],
      probability: 1,
      matchHow: 'exact',
      quote: null,
    },
  ]);
  const { rows } = await app.query<{ sighting_id: string }>(
    'select sighting_id from sighting where observed = $1',
    [code],
  );
  const outcome = { code, verdict: 'leak_by_owner', reasons: ['x'], facts: FACTS, at: NOW } as const;
  return recordCase(app, rows[0]?.sighting_id ?? '', outcome);
}

const put = (effect: Effect) =>
  propose(
    agent,
    {
      workflow: 'coupon-watch',
      proposedBy: 'coupon-watch',
      title: 'x',
      summary: 'x',
      effect,
      evidence: [],
      source: null,
      partnerId: effect.partnerId,
      money: null,
      madeBy: { engine: 'embedded', prompt: null, rules: 'test' },
      dedupeKey: `test:${effect.kind}:${JSON.stringify(effect)}`,
    },
    { ...context, runId: null, programmeCurrency: 'GBP' },
  );
const ground = (caseId: string, code: string) => ({ caseId, code, captureSha256: SHA });
const offboard = (caseId: string, leaks: number): Effect => ({
  kind: 'partner.offboard',
  partnerId: 'p1',
  network: 'awin',
  ...ground(caseId, 'LEAKONE'),
  leaks,
  subject: 'The end',
  body: 'We end it.',
});
let first = '';

beforeAll(async () => {
  await seedProgramme(pools, { partners: 3 });
  first = await leak('LEAKONE');
  await leak('LEAKTWO');
});
afterAll(drop);

describe('a proposal about a leak', () => {
  it('rests on a case, its code and its page', async () => {
    const wrong: Effect[] = [
      { kind: 'code.retire', partnerId: 'p1', ...ground(first, 'LEAKTWO') },
      { kind: 'code.retire', partnerId: 'p2', ...ground(first, 'LEAKONE') },
      { kind: 'code.retire', partnerId: 'p1', ...ground(first, 'LEAKONE'), captureSha256: 'b'.repeat(64) },
      { kind: 'code.reissue', partnerId: 'p1', ...ground(first, 'LEAKONE'), newCode: 'LEAKTWO' },
      {
        kind: 'site.blacklist',
        partnerId: null,
        ...ground(first, 'LEAKONE'),
        domain: 'codes.example',
        ledgerFact: { network: 'awin', conversionId: 'nothing' },
      },
    ];
    for (const effect of wrong) expect(await put(effect), effect.kind).toMatchObject({ state: 'dropped' });
  });
});

describe('offboarding', () => {
  it('takes two people whatever the policy says, and never passes by policy', () => {
    const policy = { ...POLICY, twoPersonKinds: [], autoApprovedKinds: ['partner.offboard'] };
    expect(approvalsNeeded('partner.offboard', null, policy, 'GBP')).toBe(2);
    expect(mayAutoApprove(offboard(first, 2), 2, policy, null)).toBe(false);
    expect(mayAutoApprove(offboard(first, 2), 1, policy, null)).toBe(false);
  });

  it('is not proposed for more leaks than there are, nor for Tier 1', async () => {
    expect(await put(offboard(first, 3))).toMatchObject({ state: 'dropped' });
    await app.query("update partner set key_account = true where partner_id = 'p1'");
    expect(await put(offboard(first, 2))).toMatchObject({ state: 'dropped' });
    await app.query("update partner set key_account = false where partner_id = 'p1'");
  });

  it('happens once, after the second person, with one receipt', async () => {
    const { proposalId } = await put(offboard(first, 2));
    const card = await findProposal(app, proposalId ?? '');
    if (card === null) throw new Error('it was proposed');
    const wish = { proposalId: card.id, shownHash: card.shownHash, decision: 'approve' } as const;
    await decide(app, wish, ANNA, context);
    await expect(decide(app, wish, ANNA, context)).rejects.toMatchObject({
      code: 'approver_already_approved',
    });
    const { rows: before } = await app.query("select status from partner where partner_id = 'p1'");
    expect(before).toEqual([{ status: 'active' }]);
    await decide(app, wish, BEN, context);
    for (let again = 0; again < 2; again++) {
      await executeDue(app, context);
      await deliverDue(outboxContext(pools, [sandboxNetwork(app, { latencyMs: 0 })]));
    }
    const { rows } = await app.query("select status from partner where partner_id = 'p1'");
    expect(rows).toEqual([{ status: 'offboarded' }]);
    const { rows: receipts } = await app.query('select kind from sandbox_delivery');
    expect(receipts).toEqual([{ kind: 'partner.offboard' }]);
    expect((await findProposal(app, card.id))?.status).toBe('delivered');
    expect(await put(offboard(first, 2))).not.toMatchObject({ state: 'inserted' });
  });
});
