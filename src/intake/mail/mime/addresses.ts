import { parseAddressHeader } from 'mailparser';
import type { MailAddress } from '../../../domain/inbox/parsed-mail.ts';

const LINE_LENGTH_MAX = 32_000;
const NAME_LENGTH_MAX = 300;
const ADDRESS_LENGTH_MAX = 320;

/**
 * The addresses of a From, To or Cc line. Domains stay in the form servers use (`xn--…`), so that a look-alike letter
 * never equals the letter it looks like.
 *
 * @param value - with encoded words; null gives none.
 * @param addressesMax - how many are kept.
 */
export function addressesOf(value: string | null, addressesMax: number): MailAddress[] {
  if (value === null || value === '') return [];
  const { value: found } = parseAddressHeader(value.slice(0, LINE_LENGTH_MAX), {
    flatten: true,
    decodePunycode: false,
  });
  return found
    .slice(0, addressesMax)
    .map(({ name, address }) => ({
      name: name.replaceAll(/\s+/g, ' ').trim().slice(0, NAME_LENGTH_MAX),
      address: (address ?? '').trim().toLowerCase().slice(0, ADDRESS_LENGTH_MAX),
    }))
    .filter(({ name, address }) => name !== '' || address !== '');
}
