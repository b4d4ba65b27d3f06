import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ small: z.string(), code: z.string() });

/** How codes are spelt here, by their small letters; of several spellings the one with an owner, then the first. */
export async function listCodeSpellings(
  db: Queryable,
  smallCodes: readonly string[],
): Promise<Map<string, string>> {
  if (smallCodes.length === 0) return new Map();
  const { rows } = await db.query(
    `
    select distinct on (lower(code)) lower(code) as small, code
      from code
     where lower(code) = any($1)
     order by lower(code), (owner_partner_id is null), code
    `,
    [smallCodes],
  );
  return new Map(rows.map((row) => Row.parse(row)).map(({ small, code }) => [small, code]));
}
