import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  partner_id: z.string(),
  name: z.string(),
  network: z.string(),
  key_account: z.boolean(),
});
export type LetterPartner = z.infer<typeof Row>;

/** A partner as a letter and a card need it; null when no partner has that id. */
export async function findLetterPartner(db: Queryable, partnerId: string): Promise<LetterPartner | null> {
  const { rows } = await db.query(
    `
    select partner_id, name, network, key_account
      from partner
     where partner_id = $1
    `,
    [partnerId],
  );
  return rows[0] ? Row.parse(rows[0]) : null;
}
