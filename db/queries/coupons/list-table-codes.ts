import { z } from 'zod';
import { TableCode } from '../../../src/domain/coupons/code-match.ts';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  code: z.string(),
  kind: z.string().nullable(),
  owner_partner_id: z.string().nullable(),
});

/** The internal code table as sightings are matched to it: ended codes too, since pages show those longest. */
export async function listTableCodes(db: Queryable): Promise<TableCode[]> {
  const { rows } = await db.query(
    `
    select code, kind, owner_partner_id
      from code
     where code <> '' and length(code) <= 200
     order by code
    `,
  );
  return rows.map((row) => {
    const { code, kind, owner_partner_id: owner } = Row.parse(row);
    return TableCode.parse({ code, channel: kind, owner, allowed_publishers: owner === null ? [] : [owner] });
  });
}
