import { z } from 'zod';
import type {
  ApplicationEffect,
  ApplicationState,
} from '../../../src/domain/proposals/assert-application-fits.ts';
import type { Queryable } from '../../client.ts';
import type { RateTerms } from '../rates/rate-state.ts';
import { startingTerms } from './starting-terms.ts';

const Row = z.object({
  status: z.string(),
  sha256: z.string(),
  email: z.string().nullable(),
  is_suppressed: z.boolean(),
});

/** How the application behind an effect stands now, its group's break-even computed anew where the effect names a rate; `null` when there is none. */
export async function applicationState(
  db: Queryable,
  effect: ApplicationEffect,
  terms: RateTerms,
): Promise<ApplicationState | null> {
  const { rows } = await db.query(
    `
    select a.status, a.sha256, a.email, exists (select from mail_suppression s where s.address = a.email) as is_suppressed
      from application a
     where a.application_id = $1
    `,
    [effect.applicationId],
  );
  if (rows[0] === undefined) return null;
  const { status, sha256, email, is_suppressed: isSuppressed } = Row.parse(rows[0]);
  const namesRate = effect.kind === 'application.accept' && effect.rateBps !== null;
  const breakEvenBps = namesRate ? await groupBreakEven(db, effect.group, terms) : null;
  return { status, sha256, email, isSuppressed, breakEvenBps };
}

const groupBreakEven = async (db: Queryable, group: string, terms: RateTerms): Promise<number | null> =>
  terms.groupBreakEven === undefined
    ? (await startingTerms(db, group, terms)).breakEvenBps
    : terms.groupBreakEven(group);
