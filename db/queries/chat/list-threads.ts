import { z } from 'zod';
import type { ChatThreadView } from '../../../src/domain/chat/chat-thread-view.ts';
import { Refusal } from '../../../src/domain/errors.ts';
import type { Queryable } from '../../client.ts';
import { THREAD_COLUMNS, toThread } from './thread-row.ts';

const CURSOR = /^(\d{1,18})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const Row = z.looseObject({ updated_micros: z.bigint() });

/**
 * One person's conversations, the one spoken in last first.
 *
 * @param cursor - `nextCursor` of the page before; null for the first.
 * @param limit - rows a page, 1 to 200.
 * @throws {Refusal} `input_invalid` when the cursor is none of ours.
 */
export async function listThreads(
  db: Queryable,
  {
    owner,
    cursor,
    limit,
  }: { readonly owner: string; readonly cursor: string | null; readonly limit: number },
): Promise<{ items: ChatThreadView[]; nextCursor: string | null }> {
  const match = cursor === null ? null : CURSOR.exec(cursor);
  if (cursor !== null && match === null) {
    throw new Refusal('input_invalid', 'This cursor is none of ours: take nextCursor as it came.');
  }
  const { rows } = await db.query(
    `
    select ${THREAD_COLUMNS}, (extract(epoch from t.updated_at) * 1000000)::bigint as updated_micros
      from chat_thread t
     where t.owner = $1
       and ($2::bigint is null
            or t.updated_at < timestamptz 'epoch' + $2::bigint * interval '1 microsecond'
            or (t.updated_at = timestamptz 'epoch' + $2::bigint * interval '1 microsecond' and t.thread_id > $3::uuid))
     order by t.updated_at desc, t.thread_id
     limit $4
    `,
    [owner, match?.[1] ?? null, match?.[2] ?? null, limit + 1],
  );
  const items = rows.slice(0, limit).map(toThread);
  const last = items.at(-1);
  const lastRow = rows[items.length - 1];
  return {
    items,
    nextCursor: rows.length > limit && last ? `${Row.parse(lastRow).updated_micros}.${last.id}` : null,
  };
}
