import type { Queryable } from '../../client.ts';

/** Whose claim on which stream. */
export interface StreamClaim {
  readonly system: string;
  readonly stream: string;
  readonly worker: string;
}

/**
 * Notes how far a stream was read and loaded, and that its reader is alive.
 *
 * @param completeUntil - null where nothing further is complete yet; it never moves back within a reading.
 * @returns false when the claim is another's by now: stop reading.
 */
export async function moveCursor(
  db: Queryable,
  { system, stream, worker }: StreamClaim,
  moved: {
    readonly completeUntil: Date | null;
    /** Where the reading goes to; null for one that always begins anew. */
    readonly readsUntil: Date | null;
    readonly rowsRead: number;
    readonly rowsChanged: number;
    readonly claimedUntil: Date;
  },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `
    update connection_stream
       set complete_until = coalesce($4, complete_until), reads_until = $5, claimed_until = $6,
           rows_read = rows_read + $7, rows_changed = rows_changed + $8
     where system = $1 and stream = $2 and claimed_by = $3
    `,
    [
      system,
      stream,
      worker,
      moved.completeUntil,
      moved.readsUntil,
      moved.claimedUntil,
      moved.rowsRead,
      moved.rowsChanged,
    ],
  );
  return rowCount === 1;
}
