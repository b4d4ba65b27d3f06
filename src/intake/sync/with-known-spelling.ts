import type { Queryable } from '../../../db/client.ts';
import { listCodeSpellings } from '../../../db/queries/connectors/list-code-spellings.ts';
import type { FeedRow } from '../../domain/feeds/feed-row.ts';

type Code = FeedRow<'codes'>;

/** Codes spelt as they are known here: shops write them in small letters, and `SPRING` with its owner is the same code. */
export async function withKnownSpelling(db: Queryable, codes: readonly Code[]): Promise<Code[]> {
  const known = await listCodeSpellings(
    db,
    codes.map(({ code }) => (code ?? '').toLowerCase()),
  );
  return codes.map((row) => ({
    ...row,
    code: known.get((row.code ?? '').toLowerCase()) ?? row.code ?? null,
  }));
}
