import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  partner_id: z.string(),
  status: z.string(),
  clicks: z.coerce.number(),
  conversions: z.coerce.number(),
});

export interface SitePartner {
  readonly partnerId: string;
  readonly status: string;
  /** In the window. */
  readonly clicks: number;
  readonly conversions: number;
}

/**
 * The partner whose website is this host, with what it brought; null when nobody's is.
 *
 * @param host - lower case, without `www.`.
 */
export async function partnerOfSite(
  db: Queryable,
  host: string,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<SitePartner | null> {
  const { rows } = await db.query(
    `
    select p.partner_id, p.status,
           (select count(*) from click c
             where c.partner_id = p.partner_id and c.clicked_at >= $2 and c.clicked_at < $3) as clicks,
           (select count(*) from conversion v
             where v.partner_id = p.partner_id and v.converted_at >= $2 and v.converted_at < $3) as conversions
      from partner p
     where regexp_replace(lower(p.website), '^(?:https?://)?(?:www[.])?([^/?#:]+).*$', '\\1') = $1
     order by p.status = 'active' desc, p.partner_id
     limit 1
    `,
    [host, from, to],
  );
  if (!rows[0]) return null;
  const { partner_id: partnerId, ...rest } = Row.parse(rows[0]);
  return { partnerId, ...rest };
}
