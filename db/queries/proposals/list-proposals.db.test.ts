import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase } from '../../testing/clone-database.ts';
import {
  blockDraft,
  later,
  linesOf,
  moneyDraft,
  proposeOne,
  seedProgramme,
  warnDraft,
} from '../../testing/gate-fixture.ts';
import { findProposal } from './find-proposal.ts';
import { listProposals } from './list-proposals.ts';
import { proposalLines } from './proposal-lines.ts';

const { pools, drop } = await cloneDatabase();
afterAll(drop);
beforeAll(async () => {
  await seedProgramme(pools, { partners: 25, conversionsEach: 0 });
  // Pairs share a moment, so that the id has to break the tie.
  for (let n = 1; n <= 20; n += 1) {
    await proposeOne(pools, warnDraft(`p${n}`), { now: later(Math.floor(n / 2)) });
  }
  await proposeOne(pools, blockDraft('p1'), { now: later(60) });
});

describe('the list of proposals', () => {
  it('gives every row once over its pages, newest first', async () => {
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listProposals(pools.app, { limit: 6, cursor });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(ids).toHaveLength(21);
    expect(new Set(ids).size).toBe(21);
    expect((await findProposal(pools.app, ids[0] ?? ''))?.kind).toBe('partner.block');
  });

  it('filters by status, kind and partner', async () => {
    const count = async (filter: Parameters<typeof listProposals>[1]) =>
      (await listProposals(pools.app, filter)).items.length;
    expect(await count({ kind: 'partner.block' })).toBe(1);
    expect(await count({ status: 'approved' })).toBe(0);
    expect(await count({ partnerId: 'p1' })).toBe(2);
  });

  it('can be read by the agents’ role', async () => {
    expect((await listProposals(pools.agent, { limit: 3 })).items).toHaveLength(3);
  });

  it('leaves out a row that somebody changed beyond reading, and says so when asked for it', async () => {
    const broken = await proposeOne(pools, warnDraft('p25'), { now: later(90) });
    await pools.app.query(`update proposal set effect = '{}' where proposal_id = $1`, [broken.proposalId]);
    expect((await listProposals(pools.app, { partnerId: 'p25' })).items).toEqual([]);
    await expect(findProposal(pools.app, broken.proposalId)).rejects.toMatchObject({
      code: 'proposal_changed',
    });
  });

  it('refuses a cursor that is none of ours, and finds nothing under a wrong id', async () => {
    await expect(listProposals(pools.app, { cursor: 'x' })).rejects.toMatchObject({ code: 'input_invalid' });
    await expect(proposalLines(pools.app, crypto.randomUUID(), 'x')).rejects.toMatchObject({
      code: 'input_invalid',
    });
    expect(await findProposal(pools.app, 'p1')).toBeNull();
  });

  it('gives the lines of a proposal 200 a page', async () => {
    await pools.app.query(
      `insert into conversion (partner_id, network, conversion_id, converted_at, amount_micros, commission_micros, currency, status, status_raw)
       select 'p2', 'awin', 'p2-' || j, $1, 1, 2000000, 'GBP', 'pending', 'pending' from generate_series(1, 450) j`,
      [later(0)],
    );
    const { proposalId } = await proposeOne(
      pools,
      moneyDraft('commission.hold', 'p2', linesOf('p2', 1, 450)),
    );
    const lengths: number[] = [];
    let cursor: string | null = null;
    do {
      const page = await proposalLines(pools.app, proposalId, cursor);
      lengths.push(page.items.length);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(lengths).toEqual([200, 200, 50]);
  });
});
