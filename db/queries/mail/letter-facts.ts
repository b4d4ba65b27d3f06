import { z } from 'zod';
import type { LetterFacts } from '../../../src/domain/deliveries/letter-of.ts';
import type { Queryable } from '../../client.ts';

const FactsRow = z.object({
  email: z.string().nullable(),
  from_address: z.string().nullable(),
  is_by_machine: z.boolean().nullable(),
});

/** Our own rows about whom a letter goes to. @param partnerId - null for a stranger. @param mailId - null when it answers none. */
export async function letterFacts(
  db: Queryable,
  { partnerId, mailId }: { readonly partnerId: string | null; readonly mailId: string | null },
): Promise<LetterFacts> {
  const { rows } = await db.query(
    `
    select (select email from partner where partner_id = $1) as email, m.from_address,
           m.parsed ->> 'automatic' is not distinct from 'reply' or m.parsed -> 'isDeliveryReport' = 'true' as is_by_machine
      from (select) as always
      left join mail m on m.mail_id = $2 and m.direction = 'in'
    `,
    [partnerId, mailId],
  );
  const row = FactsRow.parse(rows[0]);
  return {
    addressOnFile: row.email,
    answered:
      row.from_address === null
        ? null
        : { fromAddress: row.from_address, isByMachine: row.is_by_machine === true },
  };
}
