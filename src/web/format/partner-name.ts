import { visibleText } from '../../domain/text/visible-text.ts';

/** Longer names are cut: a name is a stranger's text too. */
const NAME_MAX = 120;

/** A partner's name as it may be shown: what would be invisible, or turn the text round, is marked. */
export function partnerName(name: string): string {
  return visibleText(name, NAME_MAX);
}

/**
 * Whether somebody typed this partner's name, or its id: letter case, accents' encoding, spaces and what cannot be
 * seen or typed do not matter.
 */
export function isNameOf(typed: string, partner: { readonly id: string; readonly name: string }): boolean {
  const plain = (text: string): string =>
    text
      .normalize('NFKC')
      .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu, '')
      .replaceAll(/\s+/gu, ' ')
      .trim()
      .toLowerCase();
  const entered = plain(typed);
  return entered !== '' && [partner.name, partnerName(partner.name), partner.id].map(plain).includes(entered);
}
