import { z } from 'zod';
import { Role } from '../../../src/domain/auth/role.ts';
import { looksLikeApiToken, secretHash } from '../../../src/domain/auth/secret.ts';
import type { Principal } from '../../../src/domain/principal.ts';
import type { Queryable } from '../../client.ts';

const TokenRow = z.object({ name: z.string(), role: Role });

/** Whose token this is, or `null` when it is nobody's or was revoked. */
export async function findPrincipalByToken(db: Queryable, token: string): Promise<Principal | null> {
  if (!looksLikeApiToken(token)) return null;
  const { rows } = await db.query(
    `
    select name, role
      from api_token
     where token_hash = $1
       and revoked_at is null
    `,
    [secretHash(token)],
  );
  return rows[0] ? { ...TokenRow.parse(rows[0]), kind: 'token' } : null;
}
