import type { FEED_COLUMNS } from './columns.ts';
import type { ImportKind } from './kinds.ts';

/**
 * A row as its generic CSV line would hold it: text in every cell, amounts as decimal text, times as ISO 8601.
 *
 * `null`, `''` and an absent key all mean an empty cell.
 */
export type FeedRow<Kind extends ImportKind> = {
  readonly [Column in keyof (typeof FEED_COLUMNS)[Kind]]?: string | null;
};
