import { z } from 'zod';
import { Refusal } from '../../../src/domain/errors.ts';
import type { PartnerView } from '../../../src/domain/http/partner-view.ts';
import type { Queryable } from '../../client.ts';
import { PARTNER_COLUMNS, PartnerRow, toPartner } from './partner-row.ts';

const Cursor = z.tuple([z.string().max(300), z.string().max(300)]);

/**
 * Partners by name.
 *
 * @param search - part of the name, the id or the website, any case; null for all.
 * @param cursor - `nextCursor` of the page before; null for the first.
 * @param limit - rows a page, 1 to 200.
 * @throws {Refusal} `input_invalid` when the cursor is none of ours.
 */
export async function listPartners(
  db: Queryable,
  {
    search,
    cursor,
    limit,
  }: { readonly search: string | null; readonly cursor: string | null; readonly limit: number },
): Promise<{ items: PartnerView[]; nextCursor: string | null }> {
  const [afterName, afterId] = cursor === null ? [null, null] : readCursor(cursor);
  const { rows } = await db.query(
    `
    select ${PARTNER_COLUMNS}
      from partner p
     where ($1::text is null
            or strpos(lower(p.name), lower($1)) > 0
            or strpos(lower(p.partner_id), lower($1)) > 0
            or strpos(lower(p.website), lower($1)) > 0)
       and ($2::text is null or (p.name, p.partner_id) > ($2, $3))
     order by p.name, p.partner_id
     limit $4
    `,
    [search, afterName, afterId, limit + 1],
  );
  const page = rows.slice(0, limit).map((row) => PartnerRow.parse(row));
  const last = page.at(-1);
  return {
    items: page.map(toPartner),
    nextCursor: rows.length > limit && last ? writeCursor(last.name, last.partner_id) : null,
  };
}

const writeCursor = (name: string, id: string): string =>
  Buffer.from(JSON.stringify([name, id])).toString('base64url');

function readCursor(cursor: string): [string, string] {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new Refusal('input_invalid', 'This cursor is none of ours: take nextCursor as it came.');
  }
}
