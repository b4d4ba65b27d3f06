import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ currency: z.string().length(3) });

/** ISO 4217 code of the programme's money; null before a programme exists. */
export async function findProgrammeCurrency(db: Queryable): Promise<string | null> {
  const { rows } = await db.query('select currency from programme');
  return rows[0] ? Row.parse(rows[0]).currency : null;
}
