import type { Queryable } from '../../client.ts';
import type { FeedShape } from './feed-shape.ts';
import { takenAssignments } from './taken-columns.ts';

/** Changes the conversions that are known under another partner or time, so that they do not become second rows. */
export async function moveConversions(db: Queryable, shape: FeedShape): Promise<number> {
  const { rowCount } = await db.query(
    `
    update conversion as kept
       set ${takenAssignments([...new Set(['partner_id', 'converted_at', ...shape.taken])])}
      from ${shape.stage} as staged
      join conversion_key as known using (network, conversion_id)
     where (known.partner_id, known.converted_at) is distinct from (staged.partner_id, staged.converted_at)
       and kept.partner_id = known.partner_id
       and kept.network = known.network
       and kept.conversion_id = known.conversion_id
       and kept.converted_at = known.converted_at
    `,
  );
  return rowCount ?? 0;
}
