import { z } from 'zod';
import { isRecord } from '../vetting/record-reader.ts';

const Address = z.email().max(320);
const FIELDS = ['email', 'e_mail', 'mail', 'contact_email'];

/** The address that an application names in a field of its own, in lower case; null when there is none. Words are not searched. */
export function addressIn(applicant: unknown): string | null {
  if (!isRecord(applicant)) return null;
  const contact = isRecord(applicant.contact) ? applicant.contact : {};
  for (const value of FIELDS.flatMap((field) => [applicant[field], contact[field]])) {
    const address = Address.safeParse(typeof value === 'string' ? value.trim().toLowerCase() : null);
    if (address.success) return address.data;
  }
  return null;
}
