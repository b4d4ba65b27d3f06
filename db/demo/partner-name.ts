import assert from 'node:assert';
import type { Chance } from './chance.ts';
import { type Country, countriesOf, nameWordsOf } from './name-words.ts';
import type { PartnerType } from './partner-traits.ts';

export interface NamedPartner {
  readonly name: string;
  /** Under .example, which can belong to nobody. */
  readonly host: string;
  readonly email: string;
  readonly country: Country;
}

const ATTEMPTS_MAX = 2_000;
const MAILBOXES = ['hello', 'partners', 'affiliates', 'team', 'office', 'marketing'] as const;

/** Invents partners' names; each call gives one not given before. */
export function nameMaker(chance: Chance): (type: PartnerType) => NamedPartner {
  const taken = new Set<string>();
  return (type) => {
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
      const country = chance.weighted(countriesOf(type));
      const words = nameWordsOf(type, country);
      const first = chance.pick(words.first.split(' ')).replaceAll('_', ' ');
      const second = chance.pick(words.second.split(' ')).replaceAll('_', ' ');
      const name = `${first}${words.joint}${second}`;
      if (taken.has(name)) continue;
      taken.add(name);
      const host = `${hostWord(name)}.example`;
      const mailbox = type === 'influencer' ? hostWord(first) : chance.pick(MAILBOXES);
      return { name, host, email: `${mailbox}@${host}`, country };
    }
    assert.fail(`the word lists for ${type} are too short`);
  };
}

/** Letters and digits only, accents dropped: "Lindenküche" → "lindenkuche". */
function hostWord(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll('ł', 'l')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}
