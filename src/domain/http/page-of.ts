import { z } from 'zod';
import { textIn } from './text-in.ts';

/** Rows a list gives unless asked for fewer or more. */
export const PAGE_LENGTH = 50;
/** The most rows one answer holds. */
export const PAGE_LENGTH_MAX = 200;

/** What every list takes: where to go on (`nextCursor` of the page before), and how many rows. */
export const PageQuery = z.strictObject({
  cursor: textIn(500).optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_LENGTH_MAX).default(PAGE_LENGTH),
});

/** One page of a list; `nextCursor` is null on the last one. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
}
