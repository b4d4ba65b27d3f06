import { randomBytes } from 'node:crypto';
import { assertPersonName } from '../../../src/domain/auth/person-name.ts';
import type { Role } from '../../../src/domain/auth/role.ts';
import { SECRET_BYTES, secretHash } from '../../../src/domain/auth/secret.ts';
import { SIGN_IN_LINK_HOURS } from '../../../src/domain/auth/session-limits.ts';
import type { Queryable } from '../../client.ts';

/**
 * Makes the token of a link that signs one person in, once, within {@link SIGN_IN_LINK_HOURS}.
 *
 * @returns the last part of `/sign-in/<token>`, which cannot be shown a second time.
 * @throws {Refusal} `input_invalid` when nobody may be called so.
 */
export async function createSignInLink(
  db: Queryable,
  { name, role, now }: { readonly name: string; readonly role: Role; readonly now: Date },
): Promise<string> {
  assertPersonName(name);
  const token = randomBytes(SECRET_BYTES).toString('base64url');
  await db.query(
    `
    insert into sign_in_link (link_hash, name, role, created_at, expires_at)
    values ($1, $2, $3, $4::timestamptz, $4::timestamptz + make_interval(hours => $5))
    `,
    [secretHash(token), name, role, now, SIGN_IN_LINK_HOURS],
  );
  return token;
}
