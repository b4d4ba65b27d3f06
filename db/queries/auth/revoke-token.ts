import { Refusal } from '../../../src/domain/errors.ts';
import type { Queryable } from '../../client.ts';

/**
 * Shuts a person out, from the next request on: the token, the page's sessions and unopened sign-in links of that
 * name all stop working. Revoking a second time changes nothing more.
 *
 * @throws {Refusal} `token_unknown` when no token ever had this name.
 */
export async function revokeToken(db: Queryable, name: string, now: Date): Promise<void> {
  const { rowCount } = await db.query(
    `
    with ended_session as (
      delete from session
       where sess -> 'person' ->> 'name' = $1
    ), spent_link as (
      update sign_in_link
         set used_at = $2
       where name = $1
         and used_at is null
    )
    update api_token
       set revoked_at = coalesce(revoked_at, $2)
     where name = $1
    `,
    [name, now],
  );
  if (rowCount === 0)
    throw new Refusal('token_unknown', `There is no token called ${name}.`, { name: name.slice(0, 80) });
}
