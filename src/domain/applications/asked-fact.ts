import { z } from 'zod';

/** What an applicant can be asked for. */
export const AskedFact = z.enum(['figures', 'access', 'profile', 'identity', 'proof']);
export type AskedFact = z.infer<typeof AskedFact>;

/** Each in words of ours, for the card. */
export const ASKED_FACTS: Readonly<Record<AskedFact, string>> = {
  figures: 'followers, and likes, comments and views of the last twelve posts',
  access: 'a profile that can be looked at',
  profile: 'the address of the profile or site',
  identity: 'a proof that the account is theirs',
  proof: 'where the figures that they claim come from',
};
