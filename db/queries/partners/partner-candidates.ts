import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const CANDIDATES_MAX = 400;
const CandidateRow = z.object({
  partner_id: z.string(),
  name: z.string(),
  type: z.string(),
  network: z.string(),
  website: z.string().nullable(),
  email: z.string().nullable(),
  is_exact: z.boolean(),
});
export type CandidateRow = z.infer<typeof CandidateRow>;

/**
 * Partners that a message may mean: those whose id, address or site stands in it as a word, whose name stands in it,
 * or whose name holds an end of one of its words.
 *
 * @param message - folded, one line.
 * @param words - its words as they are, lower case: ids and addresses are compared with them.
 * @param parts - first and last letters of its telling words.
 */
export async function partnerCandidates(
  db: Queryable,
  {
    message,
    words,
    parts,
  }: {
    readonly message: string;
    readonly words: readonly string[];
    readonly parts: readonly string[];
  },
): Promise<CandidateRow[]> {
  const { rows } = await db.query(
    `
    with judged as (
      select partner_id, name, type, network, website, email,
             lower(partner_id) = any($2) or lower(email) = any($2)
               or regexp_replace(lower(website), '^(https?://)?(www[.])?|/.*$', '', 'g') = any($2) as is_exact,
             length(name) >= 3 and strpos($1, lower(name)) > 0 as is_named,
             (select count(*) from unnest($3::text[]) b where strpos(lower(name), b) > 0) as shared
        from partner
    )
    select partner_id, name, type, network, website, email, coalesce(is_exact, false) as is_exact
      from judged
     where is_exact or is_named or shared > 0
     order by coalesce(is_exact, false) desc, is_named desc, shared desc, length(name), partner_id
     limit $4
    `,
    [message, words, parts, CANDIDATES_MAX],
  );
  return rows.map((row) => CandidateRow.parse(row));
}
