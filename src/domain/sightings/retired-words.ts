const RETIRED =
  /(?<![\p{L}\p{N}])(?:(?<!not |un)expired|no longer (?:valid|works?|working|active|available)|doesn.t work any ?more|stopped working|is (?:now )?dead|(?:is|are) over(?= |[.!,]|$)|dead now|was pulled|were pulled|gone for now|(?:has|have|is) (?:now )?(?:ended|finished|gone)|(?:ended|finished) (?:on )?(?=[A-Z\d])|(?:one|code|offer|deal)[’']?s gone|discontinued|deactivated|switched off|(?:doesn[’']?t|does not) work (?:for me|now|at all)|(?:doesn[’']?t work|does not work|not working)(?=\s{0,2}(?:[.!,;)–—-]|$))|retired codes?|used up|fully redeemed|ran out|closed down|sold out codes?|withdrawn|discontinued codes?|past (?:offers|codes|deals|coupons)|(?:older|old) codes?|abgelaufen(?:e[nrms]?)?|(?:ist |leider )?beendet|ist (?:leider )?vorbei|(?:funktioniert|geht) nicht mehr|(?:funktioniert|geht) nicht(?=\s{0,2}(?:[.!,;)–—-]|$))|eingelöst worden|nicht mehr (?:nutzbar|verfügbar|einlösbar)|nicht mehr gültig|ungültig|ausgelaufen|nicht mehr aktiv|alte codes|expirée?s?|terminée?s?|finie? depuis|ne (?:fonctionne|marche) (?:plus|pas)|n[’']est plus|n[’']existe plus|épuisée?|plus valables?|plus valides?|n.est plus actif|périmée?s?|caducad[oa]s?|caducó|expirad[oa]s?|expiró|vencid[oa]s?|ya no (?:es válido|funciona|vale|sirve|est[áa] activo)|no funciona(?=\s{0,2}(?:[.!,;)–—-]|$))|finalizad[oa]s?|terminad[oa]s?|agotad[oa]s?|scadut[oaie]|non funziona più|terminat[oaie]|esaurit[oaie]|non (?:è )?più (?:valido|attivo|valid[oaie])|não (?:é|está) mais válido|já não (?:é válido|funciona|vale)|já era|já terminaram|inválid[oa]s?|encerrad[oa]s?|esgotad[oa]s?|não funciona mais|verlopen|niet (?:meer|langer) (?:geldig|actief)|beëindigd|is afgelopen|oude codes|werkt niet meer|wygas(?:ł|ła|łe|łych|ły)|już nie działa|nie działa(?=\s{0,2}(?:[.!,;)–—-]|$))|zakończon[yae]|nieaktywn[yae]|nieaktualn[eya]|nieważn[eya]|utgångn?[ae]?|gått ut|gäller inte längre|fungerar inte längre|slutat gälla|avslutad|är förbi|udløbet|virker ikke længere|ikke længere gyldig|utløpt|(?:virker|fungerer) ikke (?:lenger|mer)|vanhentunut|päättynyt|ei (?:enää )?(?:voimassa|toimi)|lejárt|érvénytelen|már nem|süresi dol(?:du|muş)|geçersiz|sona erdi|artık geçerli değil|neplatn[ýéáí]|vypršel[aoiy]?|skončil[aoiy]?|už nefunguje|expirat[ăe]?|nu mai|έληξε|ληγμέν[οαη]ς?|(?:больше|уже) не (?:работает|действует)|не (?:работает|действует)(?=\s{0,2}(?:[.!,;)–—-]|$))|недействител(?:ен|ьна|ьно)|закончил(?:ся|ась|ись)|завершен[аы]?|закінчився|не діє|недійсний|истёк|истек)(?![\p{L}])|期限切れ|終了しました|終了した|利用不可|使えません|已过期|已過期|已失效|已结束|已結束|만료|종료(?:된|되었)|منتهي|انتهت|انتهى|פג תוקף|לא בתוקף|หมดอายุ|hết hạn|kedaluwarsa|kadaluarsa|tidak berlaku lagi/iu;

/** Whether a text says of an offer that it is over. `expires` and `expiry` do not say so. */
export const saysRetired = (text: string): boolean => RETIRED.test(text);

const RETIRED_NAME =
  /^(?:expired|inactive|archived?|outdated|ended|unavailable|invalid|disabled|deactivated|past|old|gone|dead|void|finished|grayscale|abgelaufen|inaktiv|expiree?s?|caducad[oa]s?|expirad[oa]s?|scadut[oaie]|verlopen|inactief|wygasl[ey]|nieaktywn[yae]|utgangen|utgangna|strike|strikethrough|striked|struck)$/i;

/** Whether a class or an id says so: `offer--expired`, `isExpired`, `expired-coupons`. */
export function namesRetired(names: string): boolean {
  if (names === '' || names.length > 2_000) return false;
  if (/line-through|(?:--|(?:^|\s|_)is-)(?:off|over|closed|out)(?:\s|$)/i.test(names)) return true;
  return names
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[\s_:-]+/)
    .some((name) => RETIRED_NAME.test(name));
}
