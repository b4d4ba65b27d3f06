import type { Queryable } from '../../client.ts';
import type { StreamClaim } from './move-cursor.ts';

/** Lets a stream go that was read to its end. */
export async function endReading(
  db: Queryable,
  { system, stream, worker }: StreamClaim,
  ended: {
    readonly now: Date;
    readonly nextAt: Date;
    /** Null where the system could not say that anything is complete. */
    readonly completeUntil: Date | null;
    readonly gaps: readonly string[];
  },
): Promise<void> {
  await db.query(
    `
    update connection_stream
       set complete_until = coalesce($6, complete_until), reads_until = null, claimed_by = null, claimed_until = null, failures = 0, problem = null,
           succeeded_at = $4, next_at = $5, gaps = $7
     where system = $1 and stream = $2 and claimed_by = $3
    `,
    [system, stream, worker, ended.now, ended.nextAt, ended.completeUntil, JSON.stringify(ended.gaps)],
  );
}

/** Lets a stream go that could not be read further: what was loaded stays, and the next reading goes on from there. */
export async function breakOffReading(
  db: Queryable,
  { system, stream, worker }: StreamClaim,
  broken: {
    readonly nextAt: Date;
    /** A sentence; null where nobody is to blame, such as at the end of the process. */
    readonly problem: string | null;
  },
): Promise<void> {
  await db.query(
    `
    update connection_stream
       set claimed_by = null, claimed_until = null, next_at = $4, problem = coalesce($5, problem),
           failures = failures + case when $5::text is null then 0 else 1 end
     where system = $1 and stream = $2 and claimed_by = $3
    `,
    [system, stream, worker, broken.nextAt, broken.problem],
  );
}
