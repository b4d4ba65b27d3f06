import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findProposal } from '../../db/queries/proposals/find-proposal.ts';
import { proposalLines } from '../../db/queries/proposals/proposal-lines.ts';
import { cloneDatabase } from '../../db/testing/clone-database.ts';
import {
  ANNA,
  later,
  linesOf,
  moneyDraft,
  NOW,
  POLICY,
  PROMPT,
  proposeOne,
  seedProgramme,
  warnDraft,
} from '../../db/testing/gate-fixture.ts';
import { decide } from '../gate/decide.ts';
import type { ProposalDraft } from './proposal-draft.ts';
import { propose } from './propose.ts';

const { pools, drop } = await cloneDatabase();
beforeAll(() => seedProgramme(pools, { partners: 40, conversionsEach: 6 }));
afterAll(drop);

let partner = '';
let count = 0;
beforeEach(() => {
  count += 1;
  partner = `p${count}`;
});

const context = { runId: null, now: NOW, policy: POLICY, programmeCurrency: 'GBP' };
const proposing = (draft: ProposalDraft, more: Partial<typeof context> = {}) =>
  propose(pools.agent, draft, { ...context, ...more });

describe('propose', () => {
  it('inserts a pending proposal with its lines, under the agents’ role', async () => {
    const outcome = await proposing(moneyDraft('commission.hold', partner, linesOf(partner, 1, 3)));
    expect(outcome.state).toBe('inserted');
    const id = outcome.proposalId ?? '';
    expect(await findProposal(pools.app, id)).toMatchObject({
      status: 'pending',
      approvalsNeeded: 1,
      money: { micros: '6000000', currency: 'GBP' },
      partner: { id: partner, network: 'awin' },
      delivery: { state: 'none', actionId: null },
      expiresAt: later(72 * 3_600).toISOString(),
    });
    expect((await proposalLines(pools.app, id)).items).toHaveLength(3);
  });

  it('changes nothing when the same wish comes again', async () => {
    const first = await proposing(warnDraft(partner));
    expect(await proposing(warnDraft(partner))).toEqual({ proposalId: first.proposalId, state: 'unchanged' });
  });

  it('lets a different wish take the place of its pending predecessor', async () => {
    const draft = (n: number) =>
      moneyDraft('commission.hold', partner, linesOf(partner, 1, n), { dedupeKey: `k:${partner}` });
    const first = await proposing(draft(2));
    const second = await proposing(draft(3));
    expect(second.state).toBe('superseded_previous');
    expect(await findProposal(pools.app, first.proposalId ?? '')).toMatchObject({
      status: 'superseded',
      decisions: [{ decision: 'supersede', by: 'fraud' }],
    });
  });

  it('asks for two people above the limit, and for money in another currency', async () => {
    const policy = { ...POLICY, twoPersonAboveMicros: '6000000' };
    const at = async (n: number) =>
      findProposal(
        pools.app,
        (
          await proposing(
            moneyDraft('commission.hold', partner, linesOf(partner, 1, n), { dedupeKey: `n${n}${partner}` }),
            {
              policy,
            },
          )
        ).proposalId ?? '',
      );
    expect(await at(3)).toMatchObject({ approvalsNeeded: 1 });
    expect(await at(4)).toMatchObject({ approvalsNeeded: 2 });
    const foreign = await proposing(warnDraft(partner, { money: { micros: '1', currency: 'USD' } }));
    expect(await findProposal(pools.app, foreign.proposalId ?? '')).toMatchObject({ approvalsNeeded: 2 });
  });

  it('is not asked again for a while after a refusal, and is after that', async () => {
    const { proposalId, shownHash } = await proposeOne(pools, warnDraft(partner));
    await decide(pools.app, { proposalId, shownHash, decision: 'reject' }, ANNA, {
      now: NOW,
      policy: POLICY,
    });
    expect(await proposing(warnDraft(partner))).toMatchObject({ state: 'dropped', proposalId });
    expect(await proposing(warnDraft(partner), { now: later(31 * 86_400) })).toMatchObject({
      state: 'inserted',
    });
  });

  it('counts an approved wish as standing', async () => {
    const { proposalId, shownHash } = await proposeOne(pools, warnDraft(partner));
    await decide(pools.app, { proposalId, shownHash, decision: 'approve' }, ANNA, {
      now: NOW,
      policy: PROMPT,
    });
    expect(await proposing(warnDraft(partner))).toEqual({ state: 'unchanged', proposalId });
  });

  it('takes a revision of what a person sent back, and names it', async () => {
    const { proposalId, shownHash } = await proposeOne(pools, warnDraft(partner));
    const comment = 'Softer, please.';
    await decide(pools.app, { proposalId, shownHash, decision: 'respond', comment }, ANNA, {
      now: NOW,
      policy: POLICY,
    });
    const revised = await proposing(warnDraft(partner, { title: 'Ask', answers: proposalId }));
    expect(revised.state).toBe('inserted');
    const { rows } = await pools.app.query('select supersedes from proposal where proposal_id = $1', [
      revised.proposalId,
    ]);
    expect(rows).toEqual([{ supersedes: proposalId }]);
  });

  it('inserts one row when the same wish comes twenty times at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => proposing(warnDraft(partner))));
    expect(outcomes.filter(({ state }) => state === 'inserted')).toHaveLength(1);
    expect(new Set(outcomes.map(({ proposalId }) => proposalId)).size).toBe(1);
  });

  it.each([
    ['another commission', `update conversion set commission_micros = 1 where conversion_id = $1`],
    ['another status', `update conversion set status = 'reversed' where conversion_id = $1`],
    ['a conversion that is gone', `delete from conversion where conversion_id = $1`],
  ])('drops a hold that rests on %s', async (_what, sql) => {
    await pools.app.query(sql, [`${partner}-2`]);
    const outcome = await proposing(moneyDraft('commission.hold', partner, linesOf(partner, 1, 3)));
    expect(outcome).toMatchObject({ state: 'dropped', proposalId: null });
    expect(outcome.reason).toContain('1 of 3 conversions');
  });

  it('drops a wish about a partner nobody knows', async () => {
    expect(await proposing(warnDraft('nobody'))).toMatchObject({ state: 'dropped' });
  });

  it.each<[string, (id: string) => ProposalDraft]>([
    [
      'another sum than its lines',
      (id) => moneyDraft('commission.hold', id, linesOf(id, 1, 2), { lines: linesOf(id, 1, 1) }),
    ],
    [
      'other money than it moves',
      (id) => moneyDraft('commission.hold', id, linesOf(id, 1, 2), { money: null }),
    ],
    ['another partner than its effect', (id) => warnDraft(id, { partnerId: 'p40' })],
    ['a mail without its sender', (id) => warnDraft(id, { source: { kind: 'mail', documentId: 'm1' } })],
  ])('refuses a draft that names %s', async (_what, draft) => {
    await expect(proposing(draft(partner))).rejects.toThrow('input_invalid');
  });
});

describe('flood limits', () => {
  const fromMail = (n: number, documentId: string, stranger: string) =>
    warnDraft(partner, {
      source: { kind: 'mail', documentId },
      stranger,
      dedupeKey: `${partner}:${documentId}:${n}`,
    });
  const states = async (drafts: ProposalDraft[], now = NOW) => {
    const outcomes = await Promise.all(drafts.map((draft) => proposing(draft, { now })));
    return outcomes.filter(({ state }) => state === 'inserted').length;
  };

  it('lets one document make three proposals, also when ten come at once', async () => {
    const drafts = Array.from({ length: 10 }, (_, n) => fromMail(n, 'one-mail', 'mail:a@example.com'));
    expect(await states(drafts)).toBe(3);
  });

  it('lets one stranger make ten an hour over all documents, and more in the next', async () => {
    const drafts = (prefix: string) =>
      Array.from({ length: 14 }, (_, n) => fromMail(n, `${prefix}${n}`, 'mail:b@example.com'));
    expect(await states(drafts('first'))).toBe(10);
    expect(await states(drafts('second'), later(3_601))).toBe(10);
  });

  it('does not count a feed as a stranger', async () => {
    const drafts = Array.from({ length: 12 }, (_, n) => warnDraft(partner, { dedupeKey: `feed:${n}` }));
    expect(await states(drafts)).toBe(12);
  });
});
