import type pg from 'pg';
import { ensurePartitions, type PartitionedTable } from '../../partitions.ts';
import type { FeedShape } from './feed-shape.ts';

/**
 * Makes the partitions for months that this import has not asked for yet.
 *
 * @param months - first days, as `2026-03-01`.
 * @param provided - months known to have theirs; grows.
 */
export async function providePartitions(
  pool: pg.Pool,
  { table, monthOf }: FeedShape,
  months: ReadonlySet<string>,
  provided: Set<string>,
): Promise<void> {
  if (monthOf === null) return;
  for (const month of months) {
    if (provided.has(month)) continue;
    const day = new Date(`${month}T00:00:00Z`);
    await ensurePartitions(pool, table as PartitionedTable, day, day);
    provided.add(month);
  }
}
