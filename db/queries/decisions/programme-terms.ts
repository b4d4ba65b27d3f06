import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const ProgrammeRow = z.object({ currency: z.string(), time_zone: z.string() });

export interface ProgrammeTerms {
  /** ISO 4217; null before a programme exists. */
  readonly currency: string | null;
  /** IANA name. */
  readonly timeZone: string;
}

/** The currency that limits are meant in, and the zone of the manager's mornings. */
export async function programmeTerms(db: Queryable): Promise<ProgrammeTerms> {
  const { rows } = await db.query('select currency, time_zone from programme');
  if (!rows[0]) return { currency: null, timeZone: 'UTC' };
  const programme = ProgrammeRow.parse(rows[0]);
  return { currency: programme.currency, timeZone: programme.time_zone };
}
