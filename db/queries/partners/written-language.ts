import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ written: z.string().nullable(), country: z.string().nullable() });

/**
 * The language, ISO 639-1, of most of a partner's newest five mails, else of the application by which it came, and its
 * country; null each where nothing tells.
 */
export async function writtenLanguage(
  db: Queryable,
  partnerId: string,
): Promise<{ readonly written: string | null; readonly country: string | null }> {
  const { rows } = await db.query(
    `
    select coalesce(
             (select mode() within group (order by language)
                from (select triage ->> 'language' as language
                        from mail
                       where partner_id = p.partner_id and direction = 'in' and triage ->> 'language' ~ '^[a-z]{2}$'
                       order by received_at desc
                       limit 5) newest),
             (select applicant ->> 'language'
                from application
               where partner_id = p.partner_id and applicant ->> 'language' ~ '^[a-z]{2}$'
               order by received_at desc
               limit 1)) as written,
           p.country
      from partner p
     where p.partner_id = $1
    `,
    [partnerId],
  );
  return rows[0] ? Row.parse(rows[0]) : { written: null, country: null };
}
