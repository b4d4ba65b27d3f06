import { FORMER_HEADING, OVER_PHRASES } from './lexicon/over-phrases.ts';

const RETIRED =
  /(?<![\p{L}\p{N}])(?:(?<!not |un)expired|no longer (?:valid|works?|working|active|available)|doesn.t work any ?more|stopped working|is (?:now )?dead|(?:is|are) over(?= |[.!,]|$)|dead now|was pulled|were pulled|gone for now|(?:has|have|is) (?:now )?(?:ended|finished|gone)|(?:ended|finished) (?:on )?(?=[A-Z\d])|(?:one|code|offer|deal)[’']?s gone|discontinued|deactivated|switched off|(?:doesn[’']?t|does not) work (?:for me|now|at all)|(?:doesn[’']?t work|does not work|not working)(?=\s{0,2}(?:[.!,;)–—-]|$))|retired codes?|used up|fully redeemed|ran out|closed down|sold out codes?|withdrawn|discontinued codes?|past (?:offers|codes|deals|coupons)|(?:older|old) codes?|abgelaufen(?:e[nrms]?)?|(?:ist |leider )?beendet|ist (?:leider )?vorbei|(?:funktioniert|geht) nicht mehr|(?:funktioniert|geht) nicht(?=\s{0,2}(?:[.!,;)–—-]|$))|eingelöst worden|nicht mehr (?:nutzbar|verfügbar|einlösbar)|nicht mehr gültig|ungültig|ausgelaufen|nicht mehr aktiv|alte codes|expirée?s?|terminée?s?|finie? depuis|ne (?:fonctionne|marche) plus|(?<!(?<!\p{L})si [^.\n]{0,30})ne (?:fonctionne|marche) pas(?=\s{0,2}(?:[.!,;)–—-]|$))|n[’']est plus|n[’']existe plus|épuisée?|plus valables?|plus valides?|n.est plus actif|périmée?s?|caducad[oa]s?|caducó|expirad[oa]s?|expiró|vencid[oa]s?|ya no (?:es válido|funciona|vale|sirve|est[áa] activo)|no funciona(?=\s{0,2}(?:[.!,;)–—-]|$))|finalizad[oa]s?|terminad[oa]s?|agotad[oa]s?|scadut[oaie]|non funziona più|terminat[oaie]|esaurit[oaie]|non (?:è )?più (?:valido|attivo|valid[oaie])|não (?:é|está) mais válido|já não (?:é válido|funciona|vale)|já era|já terminaram|(?<!(?<!\p{L})(?:se|si) [^.\n]{0,30})inválid[oa]s?|encerrad[oa]s?|esgotad[oa]s?|não funciona mais|verlopen|niet (?:meer|langer) (?:geldig|actief)|beëindigd|is afgelopen|oude codes|werkt niet meer|wygas(?:ł|ła|łe|łych|ły)|już nie działa|nie działa(?=\s{0,2}(?:[.!,;)–—-]|$))|zakończon[yae]|nieaktywn[yae]|nieaktualn[eya]|nieważn[eya]|utgångn?[ae]?|gått ut|gäller inte längre|fungerar inte längre|slutat gälla|avslutad|är förbi|udløbet|virker ikke længere|ikke længere gyldig|utløpt|(?:virker|fungerer) ikke (?:lenger|mer)|vanhentunut|päättynyt|ei (?:enää )?(?:voimassa|toimi)|lejárt|érvénytelen|már nem|süresi dol(?:du|muş)|geçersiz|sona erdi|artık geçerli değil|neplatn[ýéáí]|vypršel[aoiy]?|skončil[aoiy]?|už nefunguje|expirat[ăe]?|nu mai|έληξε|ληγμέν[οαη]ς?|(?:больше|уже) не (?:работает|действует)|не (?:работает|действует)(?=\s{0,2}(?:[.!,;)–—-]|$))|недействител(?:ен|ьна|ьно)|закончил(?:ся|ась|ись)|завершен[аы]?|закінчився|не діє|недійсний|истёк|истек)(?![\p{L}])|期限切れ|終了しました|終了した|利用不可|使えません|已过期|已過期|已失效|已结束|已結束|만료|종료(?:된|되었)|منتهي|انتهت|انتهى|פג תוקף|לא בתוקף|หมดอายุ|hết hạn|kedaluwarsa|kadaluarsa|tidak berlaku lagi/iu;

/** A status with a cross before it: `❌ Aktion eingestellt`. */
const CROSSED = /^\s?[❌✘✗✖🚫⛔💀☠🪦]/u;
const LABEL_CHARACTERS_MAX = 60;

/** Whether a text says of an offer that it is over. `expires` and `expiry` do not say so. */
export function saysRetired(text: string): boolean {
  if (text.length <= LABEL_CHARACTERS_MAX && CROSSED.test(text)) return true;
  const said = text.replaceAll(TO_COME, ' ').replaceAll(CASES, ' ');
  return RETIRED.test(said) || OVER_PHRASES.test(said) || LAST_TIME.test(said);
}

/** What was there a year or a season ago. */
const LAST_TIME =
  /^["“„(\s]*(?:last (?:year|month|season|spring|summer|autumn|fall|winter|christmas)(?:[’']s \p{L}+)?|letztes jahr|im letzten (?:jahr|monat)|im vorjahr|l[’']an(?:née)? derni(?:er|ère)|el año pasado|l[’']anno scorso|no ano passado|vorig jaar|w zeszłym roku|förra året)\s(?:\p{L}+\s){0,3}?(?:ran|was|had|gave|used|promised|offered|did|got|took|brought|lief|gab|war|hatte|galt|il y avait|c[’']était|avait|hubo|era|tenían|fue|c[’']era|aveva|dava|tinha|dava|foi|had|was|gaf|liep|był\p{L}*|działał\p{L}*|hade|gav|var)(?!\p{L})/iu;

/** A clause that only supposes it: `If a code has expired, …`. */
const CASES =
  /(?<=^|[.!?;:(,]\s?|\s(?:but|aber|mais|pero|ma|mas|maar|ale|men)\s)(?:if|unless|should|in case|when|wenn|falls|sollte|si|au cas où|quand|cuando|se|quando|caso|als|wanneer|indien|jeśli|jeżeli|gdy|om|när)\s[^.,;:!?()\n]{3,120}/giu;

/** What will be some day: `until the last one is gone`. */
const TO_COME =
  /(?<!\p{L})(?:until|till|once|while|as long as|before|solange|bis|jusqu\S{1,4}|tant que|hasta que|mientras|finché|fino a|até|enquanto|totdat|tot|zolang|dopóki|aż|tills|så länge)\s[^.,;:!?()\n\d]{3,80}/giu;

/** Whether a heading says so of all below it: `Expired codes`, `Old offers`, `Archive`. */
export const headingSaysRetired = (heading: string): boolean =>
  saysRetired(heading) || FORMER_HEADING.test(heading);

/** A sentence that goes on about what the last one named. */
const GOES_ON =
  /^["“„(]?(?:it|this|that|they|these|both|sorry|dieser?|der|das|er|sie|es|beide|il|elle|ils|elles|cela|ça|ce(?:lui)?|este|esta|ese|esa|est[oa]s|quest[oaie]|quell[oaie]|esse|essa|deze|die|dit|dat|hij|het|ten|ta|to|oba|den|det|dessa|båda|now|but|aber|mais|pero|ma|mas|maar|ale|men)(?!\p{L})/iu;

/** Whether a sentence right after one that names a code says that this is over: `It closed on the 31st.` */
export const goesOnRetired = (sentence: string): boolean =>
  (GOES_ON.test(sentence) || THAT_CODE.test(sentence)) && saysRetired(sentence);

/** The code named before. */
const THAT_CODE =
  /(?<!\p{L})(?:(?:that|this|the) (?:one|code|coupon|voucher|offer|promo(?:tion)?)|(?:dies(?:er|en)|den|der) (?:\p{L}*code|gutschein)|ce code|le code|(?:este|ese|el) (?:código|cupón)|(?:questo|quel|il) codice|(?:este|esse|o) (?:código|cupom)|(?:deze|die|de) (?:\p{L}*code|bon)|(?:ten|tamten) kod|(?:den|denna) (?:\p{L}*koden?))(?!\p{L})/iu;

const RETIRED_NAME =
  /^(?:expired|inactive|archived?|outdated|ended|unavailable|invalid|disabled|deactivated|past|old|gone|dead|void|finished|grayscale|abgelaufen|inaktiv|expiree?s?|caducad[oa]s?|expirad[oa]s?|scadut[oaie]|verlopen|inactief|wygasl[ey]|nieaktywn[yae]|utgangen|utgangna|vieux|anciens?|viej[oa]s?|vecchi[oae]?|oude?|star[eya]|gammal|gamla|terminees?|perimees?|invalide|ungueltig|ungultig|nieaktualn[ey]|archiwum|archiv|ogiltig|vergangen|spent[oaie]|inattiv[oaie]|strike|strikethrough|striked|struck)$/i;

/** Whether a class or an id says so: `offer--expired`, `isExpired`, `expired-coupons`. */
export function namesRetired(names: string): boolean {
  if (names === '' || names.length > 2_000) return false;
  if (
    /line-through|(?:--|(?:^|\s|_)is-)(?:off|over|closed|out|muted|dim|dimmed|faded|gr[ae]yed|grey|gray|uit|ended|done)(?:\s|$)/i.test(
      names,
    )
  )
    return true;
  return names
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[\s_:-]+/)
    .some((name) => RETIRED_NAME.test(name));
}
