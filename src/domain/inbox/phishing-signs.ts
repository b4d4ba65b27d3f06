import { foldText } from '../text/fold-text.ts';
import type { MailView } from './mail-view.ts';

const CREDENTIALS =
  /passwor|passcode|credential|log ?in|sign ?in|verify|verif(?:y|ier|iez|ique|icar|ica|ieer|izier)|confirm your|bestatig|confirme[zr]?|conferm|bevestig|mot de passe|identifiant|contrasena|palavra.passe|senha|wachtwoord|anmelde|zugangsdaten|كلمة المرور|كلمة السر|تسجيل الدخول|تحقق|haslo|losenord|sifre|パスワード/u;
const PRESSURE =
  /suspend|deactivat|disabl|restrict|terminat|expire|within \d+ hours|\d+ hours|\d+h\b|immediately|locked|limited|unusual|suspicious|security|gesperrt|eingeschrankt|ablauf|stunden|suspendu|bloque|expir|heures|caduc|horas|sospes|scad|\bore\b|suspens|bloquead|geblokkeerd|verloopt|uur\b|تعليق|ايقاف|24|48/u;
const FAVOUR =
  /gift ?cards?|geschenkkarten|cartes? cadeau|tarjetas? (?:de )?regalo|carte regalo|buoni regalo|cart(?:oes|ao) presente|cadeau(?:kaart|bon)|بطاقات هدايا|are you (?:at your desk|available|free)|keep this (?:between us|confidential|quiet)|wire transfer|urgent transfer|seed phrase|recovery phrase/u;

/** Whether a mail fishes for a password, a payment or a favour: by its words together with a link or an attachment. */
export function looksLikePhishing({ subject, body, forwarded, links, mail }: MailView): boolean {
  const words = foldText(`${subject}\n${body}\n${forwarded}`);
  if (FAVOUR.test(words)) return true;
  return (links.length > 0 || mail.attachments.length > 0) && CREDENTIALS.test(words) && PRESSURE.test(words);
}
