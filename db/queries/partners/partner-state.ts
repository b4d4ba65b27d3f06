import { z } from 'zod';
import type { PartnerState } from '../../../src/domain/proposals/assert-partner-fits.ts';
import type { Queryable } from '../../client.ts';

const StateRow = z.object({ status: z.string(), is_blocked: z.boolean(), key_account: z.boolean() });

/**
 * A partner's status and whether this very block stands, or `null` when the id is unknown.
 *
 * @param subId - one sub-ID, `null` for the whole partner.
 */
export async function partnerState(
  db: Queryable,
  partnerId: string,
  subId: string | null,
): Promise<PartnerState | null> {
  const { rows } = await db.query(
    `
    select status, key_account,
           exists (
             select from partner_block b
              where b.partner_id = p.partner_id and b.sub_id = coalesce($2, '') and b.lifted_at is null
           ) as is_blocked
      from partner p
     where partner_id = $1
    `,
    [partnerId, subId],
  );
  if (!rows[0]) return null;
  const state = StateRow.parse(rows[0]);
  return { status: state.status, isBlocked: state.is_blocked, keyAccount: state.key_account };
}
