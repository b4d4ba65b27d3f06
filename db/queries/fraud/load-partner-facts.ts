import { z } from 'zod';
import { PartnerFacts } from '../../../src/domain/fraud/sketch.ts';
import type { Queryable } from '../../client.ts';

/** Every partner of the programme, and every id that a click or conversion names without one. */
export async function loadPartnerFacts(db: Queryable): Promise<PartnerFacts[]> {
  const { rows } = await db.query(
    `
    select partner_id as "partnerId", lower(coalesce(min(type), '')) as type
      from (select partner_id, type from partner
            union all select distinct partner_id, null from fraud_conversion_sketch
            union all select distinct partner_id, null from fraud_click_sketch) named
     group by partner_id
     order by partner_id collate "C"
    `,
  );
  return z.array(PartnerFacts).parse(rows);
}
