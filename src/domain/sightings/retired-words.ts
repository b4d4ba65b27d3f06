const RETIRED =
  /(?<![\p{L}\p{N}])(?:(?<!not |un)expired|no longer (?:valid|works?|working|active|available)|doesn.t work any ?more|stopped working|is dead|dead now|has ended|have ended|ended (?:on )?(?=[A-Z\d])|withdrawn|discontinued codes?|past (?:offers|codes|deals|coupons)|(?:older|old) codes?|abgelaufen(?:e[nrms]?)?|nicht mehr gültig|ungültig|ausgelaufen|nicht mehr aktiv|alte codes|expirée?s?|plus valables?|plus valides?|n.est plus actif|périmée?s?|caducad[oa]s?|caducó|expirad[oa]s?|expiró|vencid[oa]s?|ya no (?:es válido|funciona|vale)|scadut[oaie]|non (?:è )?più (?:valido|attivo|valid[oaie])|não (?:é|está) mais válido|já não (?:é válido|funciona)|não funciona mais|verlopen|niet meer geldig|oude codes|werkt niet meer|wygas(?:ł|ła|łe|łych|ły)|już nie działa|nieaktualn[eya]|nieważn[eya]|utgångn?[ae]?|gått ut|gäller inte längre|fungerar inte längre|udløbet|utløpt|vanhentunut|lejárt|süresi dol(?:du|muş)|neplatn[ýé]|vypršel|истёк|истек)(?![\p{L}])/iu;

/** Whether a text says of an offer that it is over. `expires` and `expiry` do not say so. */
export const saysRetired = (text: string): boolean => RETIRED.test(text);

const RETIRED_NAME =
  /^(?:expired|inactive|archived?|outdated|ended|unavailable|invalid|disabled|deactivated|past|old|abgelaufen|inaktiv|expiree?s?|caducad[oa]s?|expirad[oa]s?|scadut[oaie]|verlopen|inactief|wygasl[ey]|nieaktywn[yae]|utgangen|utgangna|strike|strikethrough|striked|struck)$/i;

/** Whether a class or an id says so: `offer--expired`, `isExpired`, `expired-coupons`. */
export function namesRetired(names: string): boolean {
  if (names === '' || names.length > 2_000) return false;
  if (/line-through/i.test(names)) return true;
  return names
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[\s_:-]+/)
    .some((name) => RETIRED_NAME.test(name));
}
