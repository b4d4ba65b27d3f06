import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { assertPersonName } from '../../../src/domain/auth/person-name.ts';
import type { Role } from '../../../src/domain/auth/role.ts';
import { API_TOKEN_PREFIX, SECRET_BYTES, secretHash } from '../../../src/domain/auth/secret.ts';
import { Refusal } from '../../../src/domain/errors.ts';
import type { Queryable } from '../../client.ts';

const NameRow = z.object({ name: z.string() });

/**
 * Makes an API token and stores its hash. A revoked token's name may be used again.
 *
 * @returns the token, which cannot be shown a second time.
 * @throws {Refusal} `name_taken` while a token of that name works; `input_invalid` when nobody may be called so.
 */
export async function createToken(
  db: Queryable,
  { name, role, now }: { readonly name: string; readonly role: Role; readonly now: Date },
): Promise<string> {
  assertPersonName(name);
  const token = `${API_TOKEN_PREFIX}${randomBytes(SECRET_BYTES).toString('base64url')}`;
  const { rows } = await db.query(
    `
    insert into api_token (name, role, token_hash, created_at)
    values ($1, $2, $3, $4)
        on conflict (name) do update
       set role = excluded.role, token_hash = excluded.token_hash, created_at = excluded.created_at, revoked_at = null
     where api_token.revoked_at is not null
    returning name
    `,
    [name, role, secretHash(token), now],
  );
  if (!rows[0]) {
    throw new Refusal(
      'name_taken',
      `A token called ${name} exists; revoke it first or choose another name.`,
      { name },
    );
  }
  NameRow.parse(rows[0]);
  return token;
}
