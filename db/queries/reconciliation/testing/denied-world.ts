import type pg from 'pg';
import type { FeedRow } from '../../../../src/domain/feeds/feed-row.ts';
import type { DenyingDecision } from '../../../../src/domain/reconciliation/programme-facts.ts';

const SITE = 'bad.example';

export const DENIED_PARTNERS: FeedRow<'partners'>[] = [
  { partner_id: 'p1', name: 'One', website: 'https://www.good.example/' },
  { partner_id: 'p2', name: 'Two', website: `https://Shop.${SITE}/deals` },
];
export const DENIED_CODES: FeedRow<'codes'>[] = [
  { code: 'ZERO15', kind: 'partner-exclusive', owner_partner_id: 'p1' },
  { code: 'gone', kind: 'public' },
];
/** From the site, by a partner whose own website is another. */
export const DENIED_CLICKS: FeedRow<'clicks'>[] = [
  {
    partner_id: 'forbids',
    click_id: 'on-the-site',
    clicked_at: '2026-01-01T00:00:00Z',
    referrer: `https://${SITE}/page?x=1`,
  },
];

/** Of the partner's website, and of the page that was clicked on. */
export function hostsOf({ partnerId, clickId }: { partnerId: string; clickId: string | null }): string[] {
  if (partnerId === 'p1') return ['good.example'];
  if (partnerId === 'p2') return [`shop.${SITE}`];
  return clickId === 'on-the-site' ? [SITE] : [];
}

const proposalOf = (digit: number): string => `${digit}`.repeat(8).concat('-0000-4000-8000-000000000000');

export const DECISIONS = {
  zero: {
    reason: 'not_the_owner',
    code: 'ZERO15',
    ownerPartnerId: 'p1',
    since: new Date('2026-01-15T00:00:00Z'),
    proposalId: proposalOf(1),
  },
  retired: {
    reason: 'retired_code',
    code: 'gone',
    ownerPartnerId: null,
    since: new Date('2026-02-01T00:00:00Z'),
    proposalId: proposalOf(2),
  },
  site: {
    reason: 'blacklisted_site',
    domain: SITE,
    since: new Date('2026-02-10T00:00:00Z'),
    proposalId: proposalOf(3),
  },
} as const satisfies Record<string, DenyingDecision>;

/** As if it had been approved and executed. */
export async function decide(pool: pg.Pool, decision: DenyingDecision): Promise<void> {
  const { proposalId, since } = decision;
  await pool.query(
    `insert into proposal (proposal_id, kind, title, summary, effect, evidence, approvals_needed, proposed_by, workflow, made_by,
       shown_hash, origin_hash, dedupe_key, created_at, expires_at, status)
     values ($1::uuid, 'code.retire', 'Retire it', 's', '{}', '[]', 1, 'coupon-watch', 'coupon-watch', '{}', repeat('a', 64),
       repeat('a', 64), $1::text, $2, $2, 'pending')`,
    [proposalId, since],
  );
  if (decision.reason === 'blacklisted_site') {
    await pool.query('insert into site_blacklist (domain, since, proposal_id) values ($1, $2, $3)', [
      decision.domain,
      since,
      proposalId,
    ]);
    return;
  }
  await pool.query('insert into code_rule (code, kind, since, proposal_id) values ($1, $2, $3, $4)', [
    decision.code,
    decision.reason === 'retired_code' ? 'retired' : 'zero_non_owner',
    since,
    proposalId,
  ]);
}
