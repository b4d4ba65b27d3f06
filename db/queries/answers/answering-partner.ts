import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({
  partner_id: z.string(),
  type: z.string(),
  network: z.string(),
  status: z.enum(['active', 'pending', 'blocked', 'offboarded']),
});

export interface AnsweringPartner {
  readonly partnerId: string;
  readonly type: string;
  readonly network: string;
  readonly status: 'active' | 'pending' | 'blocked' | 'offboarded';
}

/** What an answer needs to know of the partner it goes to; null when there is no such partner. */
export async function answeringPartner(db: Queryable, partnerId: string): Promise<AnsweringPartner | null> {
  const { rows } = await db.query(
    `
    select partner_id, type, network, status from partner where partner_id = $1
    `,
    [partnerId],
  );
  if (!rows[0]) return null;
  const { partner_id, type, network, status } = Row.parse(rows[0]);
  return { partnerId: partner_id, type, network, status };
}
