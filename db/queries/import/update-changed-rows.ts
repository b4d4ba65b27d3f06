import type { Queryable } from '../../client.ts';
import type { FeedShape } from './feed-shape.ts';
import { equal, takenAssignments, takenIsSame } from './taken-columns.ts';

/** Changes the rows that a staged row with the same key describes otherwise; gives how many. */
export async function updateChangedRows(db: Queryable, shape: FeedShape): Promise<number> {
  const columns = shape.taken.filter((column) => !shape.key.includes(column));
  if (columns.length === 0) return 0;
  const { rowCount } = await db.query(
    `
    update ${shape.table} as kept
       set ${takenAssignments(columns)}
      from ${shape.stage} as staged
     where ${equal(shape.key, 'kept', 'staged')}
       and not (${takenIsSame(shape)})
    `,
  );
  return rowCount ?? 0;
}
