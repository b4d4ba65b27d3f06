import { z } from 'zod';
import type { CapUsage } from '../../../src/domain/proposals/assert-within-caps.ts';
import type { Queryable } from '../../client.ts';

/** The kinds whose money the caps count: those whose effect moves it. */
const MOVING_KINDS = ['commission.hold', 'commission.clawback', 'commission.correct'];

const UsageRow = z.object({ partner_micros: z.bigint(), all_micros: z.bigint() });

/**
 * Money approved since a moment in one currency, the named proposal left out. Sizes are summed: a negative amount
 * uses the cap up as well.
 */
export async function capUsage(
  db: Queryable,
  {
    proposalId,
    partnerId,
    currency,
    since,
  }: {
    readonly proposalId: string;
    readonly partnerId: string;
    readonly currency: string;
    readonly since: Date;
  },
): Promise<CapUsage> {
  const { rows } = await db.query(
    `
    select coalesce(sum(abs(money_micros)) filter (where partner_id = $2), 0)::bigint as partner_micros,
           coalesce(sum(abs(money_micros)), 0)::bigint as all_micros
      from proposal
     where money_micros is not null
       and decided_at > $4
       and currency = $3
       and kind = any($5)
       and status in ('approved', 'executed', 'delivered', 'unknown', 'needs_person')
       and proposal_id <> $1
    `,
    [proposalId, partnerId, currency, since, MOVING_KINDS],
  );
  const usage = UsageRow.parse(rows[0]);
  return { partnerMicros: usage.partner_micros, allMicros: usage.all_micros };
}
