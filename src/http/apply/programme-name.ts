import type { Queryable } from '../../../db/client.ts';
import { findProgramme } from '../../../db/queries/programme/find-programme.ts';

/** What applicants are told the programme is called. */
export const programmeName = async (db: Queryable): Promise<string> =>
  (await findProgramme(db))?.name ?? 'Marginkeeper';
