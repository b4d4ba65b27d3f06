import type { Finding } from '../flag.ts';
import type { VettingPolicy } from '../vetting-policy.ts';

/** The account is most likely nobody's. @param chance - of `fakeChance`; null finds nothing. */
export function fakeAccount(chance: number | null, { fakeAccountFrom }: VettingPolicy): Finding[] {
  if (chance === null || chance < fakeAccountFrom) return [];
  return [
    {
      flag: 'fake_account',
      sentence: `Follows many, is followed by few and hardly posts: the figures are those of a false account (chance ${Math.round(chance * 100)} %).`,
    },
  ];
}
