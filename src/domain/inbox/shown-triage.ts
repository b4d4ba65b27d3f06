import { z } from 'zod';
import { isoLanguage } from '../text/iso-language.ts';
import { StoredTriage } from './stored-mail.ts';
import type { Triage } from './triage.ts';

/** What triage said of a stored mail, as the doors show it. */
export const ShownTriage = StoredTriage.extend({
  /** ISO 639-1; null when nothing tells. */
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .nullable(),
});
export type ShownTriage = z.infer<typeof ShownTriage>;

/** Triage with its language as the doors show it. */
export function shownTriage<T extends Triage>(triage: T): Omit<T, 'language'> & { language: string | null } {
  return { ...triage, language: isoLanguage(triage.language) };
}
