import { createHash } from 'node:crypto';

const GMAIL = /@(gmail|googlemail)\.com$/;

/** A customer id as it is compared: small letters, no spaces around, a Gmail address without dots and what follows a plus. */
export function customerKey(customerId: string): string {
  const plain = customerId.trim().toLowerCase();
  if (!GMAIL.test(plain)) return plain;
  const name = plain.slice(0, plain.indexOf('@')).split('+')[0] ?? '';
  return `${name.replaceAll('.', '')}@gmail.com`;
}

/** Whether it is an address, or may be the SHA-256 or MD5 of one; of any other id nobody can say whose it is. */
export const isReadableCustomer = (key: string): boolean =>
  key.includes('@') || /^([0-9a-f]{32}|[0-9a-f]{64})$/.test(key);

/** What of a partner a customer's key may be: the address as on file and as mail is delivered, and SHA-256 and MD5 of each. */
export function partnerAsCustomer(address: string): string[] {
  if (!address.includes('@')) return [];
  const key = customerKey(address);
  const forms = [address.trim().toLowerCase(), key, key.replace(/@gmail\.com$/, '@googlemail.com')];
  const hash = (kind: string, text: string): string => createHash(kind).update(text).digest('hex');
  return [...new Set(forms.flatMap((form) => [form, hash('sha256', form), hash('md5', form)]))];
}
