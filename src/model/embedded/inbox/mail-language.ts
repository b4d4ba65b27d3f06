import type { MailView } from '../../../domain/inbox/mail-view.ts';
import { detectLanguage } from '../detect-language.ts';

const BODY_TOO_SHORT = 40;

/** The language of what the sender wrote now, ISO 639-1; the subject helps where that is short. */
export function mailLanguage({ subject, body }: MailView): string {
  return detectLanguage(body.length >= BODY_TOO_SHORT ? body : `${subject}\n${body}`);
}
