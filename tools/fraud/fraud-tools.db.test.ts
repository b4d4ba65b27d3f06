import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensurePartitions } from '../../db/partitions.ts';
import { refreshSketches } from '../../db/queries/fraud/refresh-sketches.ts';
import { type ClonedDatabase, cloneDatabase } from '../../db/testing/clone-database.ts';
import { honest, plantProgramme } from '../../db/testing/fraud/plant-programme.ts';
import { DEFAULT_POLICY } from '../../src/domain/policies.ts';
import { callTool } from '../call-tool.ts';
import type { ToolContext } from '../define-tool.ts';
import { collectEvidence } from './collect-evidence.ts';
import { proposeBlock } from './propose-block.ts';
import { proposeClawback } from './propose-clawback.ts';
import { proposeHold } from './propose-hold.ts';
import { proposeWarning } from './propose-warning.ts';
import { scorePartners } from './score-partners.ts';

const UNTIL = new Date('2026-03-31T18:00:00Z');
const asOf = UNTIL.toISOString();
const bad = { type: 'content', orders: 120, fastShare: 0.5, inCartShare: 0.5, codeShare: 0 };

let database: ClonedDatabase;
let context: ToolContext;

beforeAll(async () => {
  database = await cloneDatabase();
  const { app, agent } = database.pools;
  for (const table of ['click', 'conversion'] as const) {
    await ensurePartitions(app, table, new Date('2025-12-01Z'), UNTIL);
  }
  await plantProgramme(
    app,
    [
      ...Array.from({ length: 30 }, (_, index) => honest(`honest-${index}`)),
      { ...bad, partnerId: 'slow-basket', fastShare: 0.01 },
      { ...bad, partnerId: 'bandit', codeShare: 0.5, keyAccount: true },
      {
        ...bad,
        partnerId: 'reseller',
        orders: 240,
        fastShare: 0.3,
        inCartShare: 0.3,
        codeShare: 0.3,
        badSubId: 's-bad',
      },
      { ...honest('small'), orders: 12 },
    ],
    UNTIL,
  );
  await refreshSketches(app);
  const { rows } = await app.query(
    "insert into run (workflow, cause, requested_by) values ('fraud', 'person', 'test') returning run_id",
  );
  context = {
    db: agent,
    runId: rows[0]?.run_id,
    now: UNTIL,
    policy: DEFAULT_POLICY,
    programmeCurrency: 'GBP',
  };
});
afterAll(() => database.drop());

const words = (partnerId: string) => ({
  partnerId,
  asOf,
  title: 'Hold commission',
  summary: 'Orders follow the click too fast.',
  note: null,
  answers: null,
  madeBy: { engine: 'embedded@1', prompt: 'fraud@1' },
});

async function proposalOf(proposalId: string | null | undefined) {
  const { rows } = await database.pools.app.query('select * from proposal where proposal_id = $1', [
    proposalId,
  ]);
  return rows[0] ?? {};
}

describe('scoring as a tool', () => {
  it('finds who was planted and nobody else, and never calls a small partner clean', async () => {
    const { partners } = await callTool(scorePartners, { asOf }, context);
    const verdicts = Object.fromEntries(partners.map(({ partner, verdict }) => [partner, verdict]));
    expect(verdicts).toMatchObject({ bandit: 'decline', reseller: 'decline', small: 'insufficient' });
    expect(verdicts['slow-basket']).toBe('watch');
    const honestOnes = Object.entries(verdicts).filter(([partner]) => partner.startsWith('honest'));
    expect(honestOnes.filter(([, verdict]) => verdict !== 'clean')).toEqual([]);
  });
});

describe('a programme whose orders ended long ago', () => {
  it('is looked at from where they ended', async () => {
    const later = { ...context, runId: 'another run' };
    const { asOf: moment, partners } = await callTool(scorePartners, { asOf: '2027-03-31T18:00:00Z' }, later);
    expect(moment).toBe('2026-03-31T23:59:59.999Z');
    expect(partners.find(({ partner }) => partner === 'bandit')?.verdict).toBe('decline');
  });
});

describe('collecting evidence', () => {
  it('gives the figures, every rule tried and what the verdict asks for', async () => {
    const { facts, kinds, evidence } = await callTool(
      collectEvidence,
      { partnerId: 'bandit', asOf },
      context,
    );
    expect(kinds).toEqual(['commission.hold', 'commission.clawback', 'partner.block']);
    expect(facts).toMatchObject({
      network: 'awin',
      fast: 60,
      timed: 120,
      sharePercent: '50.0 %',
      asOfDay: '2026-03-31',
    });
    expect(evidence.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['figure', 'signal', 'histogram', 'windows', 'orders', 'note']),
    );
    const orders = evidence.filter((item) => item.type === 'orders');
    expect(orders.every(({ sample }) => sample.length <= 25)).toBe(true);
    expect(orders.reduce((sum, { count }) => sum + count, 0)).toBe(48);
  });

  it('says of a rule that could not run that it could not', async () => {
    const { evidence } = await callTool(collectEvidence, { partnerId: 'bandit', asOf }, context);
    const states = evidence.flatMap((item) => (item.type === 'signal' ? [item.state] : []));
    expect(new Set(states)).toEqual(new Set(['hit', 'pass', 'not_evaluated']));
  });

  it('refuses a partner that does not exist', async () => {
    await expect(callTool(collectEvidence, { partnerId: 'nobody', asOf }, context)).rejects.toThrow(
      'partner_unknown',
    );
  });
});

describe('proposing', () => {
  it('holds what is unpaid, in one proposal for each currency, with sums from the conversions', async () => {
    const { proposals } = await callTool(proposeHold, words('bandit'), context);
    expect(proposals.map(({ state }) => state)).toEqual(['inserted', 'inserted']);
    for (const { proposalId } of proposals) {
      const row = await proposalOf(proposalId);
      const { rows } = await database.pools.app.query(
        `
        select sum(commission_micros)::bigint as micros, count(*)::int as lines
          from conversion where partner_id = 'bandit' and status = 'pending' and currency = $1
        `,
        [row.currency],
      );
      expect(row.money_micros).toBe(rows[0]?.micros);
      expect(row.effect).toMatchObject({ kind: 'commission.hold', lines: { count: rows[0]?.lines } });
      expect(row.title).toMatch(/^Tier 1: Hold commission \(here (GBP|EUR) [\d.,]+ on awin\)$/);
    }
  });

  it('asks nothing twice', async () => {
    const first = await callTool(proposeHold, words('bandit'), context);
    const again = await callTool(proposeHold, words('bandit'), context);
    expect(again.proposals.map(({ state }) => state)).toEqual(['unchanged', 'unchanged']);
    expect(again.proposals.map(({ proposalId }) => proposalId)).toEqual(
      first.proposals.map(({ proposalId }) => proposalId),
    );
  });

  it('leaves out what is held already', async () => {
    const { app } = database.pools;
    const { proposals } = await callTool(proposeHold, words('bandit'), context);
    const before = await proposalOf(proposals[0]?.proposalId);
    const { rows } = await app.query('select * from proposal_line where proposal_id = $1 limit 1', [
      before.proposal_id,
    ]);
    const line = rows[0];
    await app.query(
      `
      insert into commission_hold (network, conversion_id, kind, partner_id, proposal_id, amount_micros, currency)
      values ($1, $2, 'hold', 'bandit', $3, $4, $5)
      `,
      [line?.network, line?.conversion_id, before.proposal_id, line?.commission_micros, line?.currency],
    );
    const after = await callTool(proposeHold, words('bandit'), context);
    expect(after.proposals[0]?.state).toBe('superseded_previous');
    const row = await proposalOf(after.proposals[0]?.proposalId);
    expect(row.money_micros).toBe(before.money_micros - line?.commission_micros);
  });

  it('takes back only settled commission on orders that show the sign themselves', async () => {
    const { proposals } = await callTool(proposeClawback, words('bandit'), context);
    const { rows } = await database.pools.app.query(
      `
      select bool_and(c.status in ('approved', 'paid')) as settled,
             bool_and(c.code = 'OWNED' or c.converted_at - c.clicked_at < interval '1 minute') as suspect,
             count(*)::int as lines
        from proposal_line join conversion c using (network, conversion_id)
       where proposal_id = any($1)
      `,
      [proposals.map(({ proposalId }) => proposalId)],
    );
    expect(rows[0]).toEqual({ settled: true, suspect: true, lines: 24 });
  });

  it('blocks only the sub-ID that the bad orders come from', async () => {
    const { proposals } = await callTool(proposeBlock, words('reseller'), context);
    expect((await proposalOf(proposals[0]?.proposalId)).effect).toMatchObject({ subId: 's-bad' });
    const whole = await callTool(proposeBlock, words('bandit'), context);
    expect((await proposalOf(whole.proposals[0]?.proposalId)).effect).toMatchObject({ subId: null });
  });

  it('writes to a partner that is only watched, and holds nothing of it', async () => {
    const letter = { ...words('slow-basket'), subject: 'Your orders', body: 'Please explain.' };
    const { proposals } = await callTool(proposeWarning, letter, context);
    expect(proposals[0]?.state).toBe('inserted');
    const { proposals: none } = await callTool(proposeHold, words('slow-basket'), context);
    expect(none).toEqual([expect.objectContaining({ proposalId: null, state: 'dropped' })]);
  });

  it('drops what the figures do not ask for', async () => {
    const { proposals } = await callTool(proposeHold, words('honest-3'), context);
    expect(proposals[0]).toMatchObject({ state: 'dropped', reason: expect.stringContaining('clean') });
  });
});
