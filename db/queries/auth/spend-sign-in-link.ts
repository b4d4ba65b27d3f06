import { z } from 'zod';
import { Role } from '../../../src/domain/auth/role.ts';
import { looksLikeSignInToken, secretHash } from '../../../src/domain/auth/secret.ts';
import type { Principal } from '../../../src/domain/principal.ts';
import type { Queryable } from '../../client.ts';

const LinkRow = z.object({ name: z.string(), role: Role });

/**
 * Uses a sign-in link up. Of two clicks at the same moment one gets the person, the other `null`.
 *
 * @returns `null` for a link that was used, has expired, or never was.
 */
export async function spendSignInLink(db: Queryable, token: string, now: Date): Promise<Principal | null> {
  if (!looksLikeSignInToken(token)) return null;
  const { rows } = await db.query(
    `
    update sign_in_link
       set used_at = $2
     where link_hash = $1
       and used_at is null
       and expires_at > $2
    returning name, role
    `,
    [secretHash(token), now],
  );
  return rows[0] ? { ...LinkRow.parse(rows[0]), kind: 'session' } : null;
}
