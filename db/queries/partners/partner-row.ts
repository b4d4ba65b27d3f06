import { z } from 'zod';
import { PartnerView } from '../../../src/domain/http/partner-view.ts';

/** What `toPartner` reads, for a select list over `partner p`. */
export const PARTNER_COLUMNS = `p.partner_id, p.name, p.type, p.network, p.status, p.tier, p.website, p.email, p.country,
       p.joined_at, p.key_account,
       (select count(*)::int from proposal w where w.partner_id = p.partner_id and w.status = 'pending') as waiting`;

export const PartnerRow = z.object({
  partner_id: z.string(),
  name: z.string(),
  type: z.string(),
  network: z.string(),
  status: PartnerView.shape.status,
  tier: PartnerView.shape.tier,
  website: z.string().nullable(),
  email: z.string().nullable(),
  country: z.string().nullable(),
  joined_at: z.date().nullable(),
  key_account: z.boolean(),
  waiting: z.int(),
});
export type PartnerRow = z.infer<typeof PartnerRow>;

/** A row as the doors list it. */
export function toPartner(row: PartnerRow): PartnerView {
  return {
    id: row.partner_id,
    name: row.name,
    type: row.type,
    network: row.network,
    status: row.status,
    tier: row.tier,
    website: row.website,
    country: row.country,
    keyAccount: row.key_account,
    joinedAt: row.joined_at?.toISOString() ?? null,
    waiting: row.waiting,
  };
}
