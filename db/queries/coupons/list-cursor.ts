import { Refusal } from '../../../src/domain/errors.ts';

const CURSOR = /^(\d{1,18})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Where a list goes on: the time of the last row, in microseconds, and its id. Both null at the start. */
export interface ListPlace {
  readonly micros: string | null;
  readonly id: string | null;
}

/** @throws {Refusal} `input_invalid` when the cursor is none of ours. */
export function placeOf(cursor: string | null): ListPlace {
  if (cursor === null) return { micros: null, id: null };
  const match = CURSOR.exec(cursor);
  if (match === null)
    throw new Refusal('input_invalid', 'This cursor is none of ours: take nextCursor as it came.');
  return { micros: match[1] ?? null, id: match[2] ?? null };
}

/** The cursor after a page of rows; null on the last page. */
export const cursorAfter = (
  rows: readonly unknown[],
  limit: number,
  last: { readonly micros: bigint; readonly id: string } | undefined,
): string | null => (rows.length > limit && last ? `${last.micros}.${last.id}` : null);
