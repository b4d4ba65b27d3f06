import { z } from 'zod';
import { Refusal } from '../../../src/domain/errors.ts';
import type { Run } from '../../../src/domain/runs/run.ts';
import type { Queryable } from '../../client.ts';
import { RUN_COLUMNS, RunRow, toRun } from './run-row.ts';

const CURSOR = /^(\d{1,18})\.([0-9a-f-]{36})$/;
const Row = z.object({ ...RunRow.shape, created_micros: z.bigint() });

/**
 * Runs, newest first.
 *
 * @param limit - rows a page, 1 to 200.
 * @param cursor - `nextCursor` of the page before; null for the first.
 * @returns `nextCursor` null on the last page.
 * @throws {Refusal} `input_invalid` when the cursor is none of ours.
 */
export async function listRuns(
  db: Queryable,
  { limit, cursor, workflow = null }: { limit: number; cursor: string | null; workflow?: string | null },
): Promise<{ items: Run[]; nextCursor: string | null }> {
  const [afterMicros, afterId] = cursor === null ? [null, null] : readCursor(cursor);
  const { rows } = await db.query(
    `
    select ${RUN_COLUMNS}, (extract(epoch from created_at) * 1000000)::bigint as created_micros
      from run
     where ($1::text is null or workflow = $1)
       and ($2::bigint is null
            or created_at < timestamptz 'epoch' + $2::bigint * interval '1 microsecond'
            or (created_at = timestamptz 'epoch' + $2::bigint * interval '1 microsecond' and run_id > $3::uuid))
     order by created_at desc, run_id
     limit $4
    `,
    [workflow, afterMicros, afterId, limit + 1],
  );
  const page = rows.slice(0, limit).map((row) => Row.parse(row));
  const last = page.at(-1);
  const nextCursor = rows.length > limit && last ? `${last.created_micros}.${last.run_id}` : null;
  return { items: page.map(toRun), nextCursor };
}

function readCursor(cursor: string): [string, string] {
  const [, micros, id] = CURSOR.exec(cursor) ?? [];
  if (micros === undefined || id === undefined || !z.uuid().safeParse(id).success) {
    throw new Refusal('input_invalid', 'That cursor was not given out by this list.', { field: 'cursor' });
  }
  return [micros, id];
}
