import { findPrincipalByToken } from '../../db/queries/auth/find-principal-by-token.ts';
import { Refusal } from '../domain/errors.ts';
import type { Principal } from '../domain/principal.ts';
import type { CommandContext, OpenDatabase } from './context.ts';

/**
 * Who is deciding at this terminal. A decision carries a name, so it needs an approver's token.
 *
 * @throws {Refusal} `not_signed_in` without `MARGINKEEPER_TOKEN`, `token_unknown` for a wrong or revoked one.
 */
export async function actingPerson({ config }: CommandContext, { pools }: OpenDatabase): Promise<Principal> {
  const { token } = config.cli;
  if (token === null) {
    throw new Refusal(
      'not_signed_in',
      'A decision needs a name: set MARGINKEEPER_TOKEN to an approver’s token (make one with `marginkeeper token create --role approver --name X`).',
    );
  }
  const principal = await findPrincipalByToken(pools.app, token);
  if (!principal)
    throw new Refusal(
      'token_unknown',
      'MARGINKEEPER_TOKEN is not a token of this programme, or it was revoked.',
    );
  return principal;
}
