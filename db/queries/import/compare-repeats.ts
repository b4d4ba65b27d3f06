import { z } from 'zod';
import type { Queryable } from '../../client.ts';
import type { FeedShape } from './feed-shape.ts';
import { equal, takenIsSame } from './taken-columns.ts';

const ComparedRepeat = z.object({
  line: z.bigint().transform(Number),
  /** Null when no row has this id: it was taken for another. */
  is_same: z.boolean().nullable(),
});
export type ComparedRepeat = z.infer<typeof ComparedRepeat>;

/** Compares each staged repeat with the row of its id, as it stands now. */
export async function compareRepeats(db: Queryable, shape: FeedShape): Promise<ComparedRepeat[]> {
  // The conversions' own key begins with the partner and ends with the time: only this table finds them by id.
  const byId =
    shape.table === 'conversion'
      ? `conversion_key as known on ${equal(shape.key, 'known', 'kept')} and ${equal(shape.identity, 'known', 'staged')}`
      : `(values (1)) as any_row on ${equal(shape.identity, 'kept', 'staged')}`;
  const { rows } = await db.query(
    `
    select staged.line, compared.is_same
      from ${shape.stage} as staged
      left join lateral (
        select ${takenIsSame(shape)} as is_same
          from ${shape.table} as kept
          join ${byId}
         limit 1
      ) compared on true
    `,
  );
  return z.array(ComparedRepeat).parse(rows);
}
