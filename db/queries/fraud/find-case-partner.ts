import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const CasePartner = z.object({
  partnerId: z.string(),
  name: z.string(),
  type: z.string(),
  network: z.string(),
  keyAccount: z.boolean(),
  isBlocked: z.boolean(),
});
export type CasePartner = z.infer<typeof CasePartner>;

/** Who a fraud case is about, or `null` when no partner has that id. */
export async function findCasePartner(db: Queryable, partnerId: string): Promise<CasePartner | null> {
  const { rows } = await db.query(
    `
    select partner_id as "partnerId", name, type, network, key_account as "keyAccount",
           status = 'blocked' or exists (
             select from partner_block
              where partner_block.partner_id = partner.partner_id and sub_id = '' and lifted_at is null
           ) as "isBlocked"
      from partner
     where partner_id = $1
    `,
    [partnerId],
  );
  return rows[0] ? CasePartner.parse(rows[0]) : null;
}
