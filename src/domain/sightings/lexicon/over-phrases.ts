/** A mere case, a warning: what follows is no news of a code. */
const CASE =
  '(?<!(?<!\\p{L})(?:if|in case|when|should|may|might|could|can|cannot|sometimes|wenn|falls|sollte|kann|können|si|quand|peut|lorsque|puede|cuando|se|quando|pode|può|als|wanneer|indien|kan|jeśli|jeżeli|gdy|może|om|när|kanske)\\s[^.\\n]{0,40})';
/** What a code is still not needed for, or not more than. */
const NEED =
  '(?!\\s(?:\\p{L}+\\s){0,2}(?:need|than|als|que|di|de|brauch|benötig|nötig|notwendig|besoin|nécess|necesi|necess|bisogn|serve|precis|nodig|potrzeb|behöv))';
/** Goods, other offers: a code that does not hold for these holds otherwise. */
const PART =
  '(?!\\s{0,2}(?:on|with|for (?!me)|in|at|to|during|if|when|un|against|towards|together|mit|auf|bei|für|ab|zusammen|in Verbindung|avec|sur|pour|en|dans|hors|con|para|sobre|junto|su|sui|sulle|sugli|per|com|em|nos?|nas?|op|met|bij|voor|i\\.c\\.m|na|z|w|dla|på|för|vid|ihop|i kombination)(?!\\p{L}))';

/**
 * How people say that a code no longer holds, by language: above all `no longer` and `does not work`, which cover what lists of
 * phrases do not.
 */
const OVER: Readonly<Record<string, readonly string[]>> = {
  en: [
    `(?:no longer|not? \\p{L}+ any ?more|any ?more(?=[.!,;)]))${NEED}`,
    `${CASE}(?:not|n[’']t|neither(?: of (?:them|these|those))?|none(?: of (?:them|these|those))?|never|stopped|failed to|fails to)\\s(?:\\p{L}+\\s){0,2}?(?:work(?:s|ing|ed)?|go(?:es)? through|accepted|honou?red|recogni[sz]ed|usable)(?![\\p{L}-])${PART}`,
    '^\\s?[\\[(](?:ended|expired|over|closed|gone|dead|abgelaufen|beendet|vorbei|terminé|expiré|fini|terminado|caducado|scaduto|finito|expirado|encerrado|verlopen|afgelopen|wygasły|zakończone|slut|avslutad)[\\])]|(?:has|have|was|were|is|are) (?:been |now )?replaced(?! with ease)|(?:^|[:·|(]\\s?)(?:died|killed|rejected)(?= |$|[.,!)])|rejected at|💔|none of (?:these|them|those) (?:could|can) be (?:verified|confirmed)|unverified codes',
    `not valid(?=\\s{0,2}(?:[.!,;)–—-]|$))|\\binvalid`,
    `(?:it|this|that|which|code|offer|deal|\\)|”|"|[A-Z\\d]{4,}) (?:has |have |was |is |are |were )?(?:now |all |already |long |sadly )?(?:closed|done(?! by| at)|dead|history|toast|killed|retired|cancell?ed|revoked|disabled|spent|finished|bounced|lapsed|died|ended|off now)(?!\\p{L}| by| at)`,
    `dead (?:as of|since|now)|\\bDEAD\\b|bounced|(?:switched|turned|shut|taken|took|pulled|killed) (?:(?:it|them|that|this|the|code|coupon|offer|one) ){1,2}(?:off|down|offline)|(?:killed|pulled|retired|cancell?ed|withdrew|revoked) (?:it|that code|this code|the code)(?!\\p{L})|^\\s*failed(?= since|:| at|$)|(?:got|was|were|gets|is|are|been) (?:rejected|declined|refused|pulled|switched off|turned off|taken down)|already (?:redeemed|used up|gone)|maxed out|had its day|too late for|not to be used|do(?:n[’']t| not) bother|used by somebody|(?:was|were) (?:only )?(?:for|good|valid|live) (?:\\p{L}+ ){0,3}only|reported (?:as )?(?:dead|not|invalid|expired)|says? (?:it(?:[’']s| is) )?(?:expired|invalid)|(?:\\)|codes?|coupons?|vouchers?|it|that one) (?:has|have|had|[’']s) (?:just |now |already |sadly |since )?run out(?! of)|(?:\\)|codes?|coupons?|vouchers?) (?:ran out|ran dry|dried up)(?! of)`,
  ],
  de: [
    `(?<!\\p{L})(?:nicht|nie|nimmer|kein\\p{L}*|nichts)\\s(?:\\p{L}+\\s){0,2}?(?:mehr|länger)${NEED}`,
    `${CASE}(?:funktionier\\p{L}*|geht|gehen|klappt|zieht|greift|läuft|lief)\\s(?:\\p{L}+\\s){0,2}?nicht(?!\\p{L})${PART}`,
    `nicht gültig(?=\\s{0,2}(?:[.!,;)–—-]|$))`,
    '(?:ist|sind|wurde|wurden|war|waren|leider|schon|längst|inzwischen) (?:\\p{L}+ ){0,2}?(?:tot|vorbei|eingestellt|gestrichen|zurückgezogen|erloschen|verfallen|gesperrt|deaktiviert|aus|passé|durch|aufgebraucht|vergriffen)(?!\\p{L})|(?:ist|sind|war|waren) (?:seit|am|mit|zum|schon|leider)\\s(?:[^.!?\\n]|(?<=\\d)\\.){0,30}?(?:vorbei|zu ende|beendet|abgelaufen)(?!\\p{L})|galt (?:nur )?bis|lief (?:am|bis) [^.]{0,20}(?:aus|ab)|abgeschaltet|(?:inzwischen|leider|schon|wieder|längst) (?:gelöscht|entfernt|abgestellt|eingestellt|gesperrt)|Schnee von gestern|wird abgelehnt|wurde abgelehnt',
  ],
  fr: [
    `(?<!\\p{L})n(?:e |[’'])(?:\\p{L}+[’' ]){1,3}?plus(?!\\p{L})${NEED}`,
    `${CASE}n(?:e |[’'])(?:fonctionn|march|pass)\\p{L}+ pas(?!\\p{L})${PART}`,
    `(?:non|plus) (?:valables?|valides?)(?!\\p{L})${PART}|(?<!\\p{L})invalides?(?!\\p{L})`,
    '(?:est|sont|a été|ont été|était) (?:\\p{L}+ )?(?:mort|désactivé|retiré|clos|annulé|supprimé|refusé|fini|grillé|suspendu|rejeté)\\p{L}{0,2}(?!\\p{L})|s.est (?:achevé|terminé)e?|a pris fin|a cessé de|ont pris fin|à oublier',
  ],
  es: [
    `(?<!\\p{L})ya no${NEED}(?!\\p{L})|no \\p{L}+ más(?!\\p{L})`,
    `${CASE}(?<!\\p{L})no (?:me |les |nos )?(?:funciona|sirve|va|vale|entra|pasa|cuela)n?(?!\\p{L})${PART}`,
    `no (?:es )?válid[oa]s?(?!\\p{L})${PART}|(?<!\\p{L})inválid[oa]s?`,
    '(?:está|están|fue|fueron|quedó|ha sido|han sido) (?:\\p{L}+ )?(?:anulad|retirad|desactivad|muert|cerrad|rechazad|cancelad|suspendid)[oa]s?|se acab(?:ó|aron)|pasó a la historia|dej(?:ó|aron|a) de (?:funcionar|servir|valer)|dad[oa]s? de baja|murió',
  ],
  it: [
    `(?<!\\p{L})non (?:\\p{L}+ ){1,3}?più(?!\\p{L})${NEED}`,
    `${CASE}(?<!\\p{L})non (?:mi |ci |si )?(?:funziona|va|vale|passa|entra)(?:no)?(?!\\p{L})${PART}`,
    `non valid[oaie](?!\\p{L})${PART}`,
    '(?:edit|upd|agg)[^:.\\n]{0,12}:\\s?(?:finit|esaurit|scadut)[oaie]|(?:è|sono|era|stat[oaie]|ormai|già|edit[^:.]{0,12}:|agg(?:iornamento)?[^:.]{0,12}:) (?:\\p{L}+ )?(?:chius|disattivat|terminat|ritirat|annullat|mort|finit|respint|rifiutat|esaurit|sospes|scadut)[oaie](?!\\p{L})',
  ],
  pt: [
    `(?<!\\p{L})(?:já não|não (?:\\p{L}+ ){1,2}?mais)(?!\\p{L})${NEED}`,
    `${CASE}(?<!\\p{L})não (?:me )?(?:funciona|funcionou|vale|passa|passou|entra|rola|deu certo|aceita)m?(?!\\p{L})${PART}`,
    `não (?:é )?válid[oa]s?(?!\\p{L})${PART}`,
    '(?:foi|foram|está|estão) (?:\\p{L}+ )?(?:desativad|cancelad|retirad|recusad|encerrad|bloquead|suspens)[oa]s?|(?<!\\p{L})(?:acabou|encerrou|morreu|expirou|esgotou|não volta|deixou de)(?!\\p{L})',
  ],
  nl: [
    `(?<!\\p{L})(?:niet|nooit|geen)\\s(?:\\p{L}+\\s){0,2}?(?:meer|langer)(?!\\p{L})${NEED}`,
    `${CASE}(?:werk(?:t|en|te)|doe(?:t|n) het|lukt)\\s(?:\\p{L}+\\s)?niet(?!\\p{L})${PART}`,
    `niet geldig(?=\\s{0,2}(?:[.!,;)–—-]|$))|ongeldig`,
    '(?<!\\p{L})(?:uit de lucht|(?:is|zijn|was|geleden|inmiddels) gesloten|gebruikt op|vervallen|ingetrokken|gestopt|geweigerd|opgeheven|uitgeschakeld|voorbij|opgebruikt)(?!\\p{L})',
  ],
  pl: [
    `(?<!\\p{L})już nie(?!\\p{L})${NEED}|nie (?:\\p{L}+ ){0,2}?już(?!\\p{L})`,
    `${CASE}(?<!\\p{L})nie (?:mi )?(?:działa(?:ją)?|wchodzi|przechodzi|łapie|przyjmuje|obowiązuje)(?!\\p{L})${PART}`,
    'nieaktualn|pula (?:się )?wyczerpan|wyłączy(?:ł|li|ła)|wyłączon|(?<!\\p{L})był kod|przestał\\p{L}{0,2} (?:działać|obowiązywać)|strac(?:ił|iła|iły) ważność|skończył(?:a|o|y)?(?: się)?|nieprawidłow|niepoprawn|(?:kod|został) wykorzystan|wycofan|to (?:już )?historia|zakończył|odrzuc|unieważnion',
  ],
  ru: [
    '(?<!\\p{L})(?:больше не (?:работает|действует)|не (?:работает|действует)(?=\\s{0,2}(?:[.!,;)–—-]|$))|уже не|истёк|истек(?!\\p{L})|закончил\\p{L}{2}|закрыт\\p{L}|отключили|отключён|лавочка закрыта|недействител\\p{L}+|просрочен)',
  ],
  sv: [
    `(?<!\\p{L})(?:inte|aldrig|ingen)\\s(?:\\p{L}+\\s){0,2}?(?:längre|mer)(?!\\p{L})${NEED}`,
    `${CASE}(?:fungerar|funkar|går|gick|gäller)\\s(?:\\p{L}+\\s)?inte(?!\\p{L})${PART}`,
    '(?:^|[\\s·|])slut(?=\\s?$|[.!])|udløbet|utløpt|lukket(?= ned|[.!)]|$)|indrag(?:en|et|na)|ogiltig|(?:är|tog|har tagit|tagit) slut|slut(?:ade|at|ar) (?:att )?(?:gälla|fungera)|borttagen|nekas|har stängts|är över',
  ],
};

export const OVER_PHRASES = new RegExp(Object.values(OVER).flat().join('|'), 'iu');

/** Headings under which nothing holds any more, beside a word for codes or offers, or alone. */
const FORMER =
  "old|older|past|previous|former|archived?|archives?|dead|gone|retired|historic|unreliable|less reliable|not working|non-working|last (?:year|month|week|season)[’']s|archiv|vergangene|frühere|alte|ehemalige|unzuverlässige|anciens?|anciennes?|passée?s?|instables?|archives|antigu[oa]s|anteriores|pasad[oa]s|viej[oa]s|vecchi|vecchie|passat[ie]|precedenti|archivio|antig[oa]s|passad[oa]s|arquivo|oude|eerdere|vorige|afgelopen|archief|stare|archiwum|archiwalne|minione|poprzednie|gamla|tidigare|föregående|arkiv";
const THINGS =
  'codes?|coupons?|vouchers?|offers?|deals?|promos?|promotions?|discounts?|stuff|ones|gutscheine?|gutscheincodes?|rabatte?|rabattcodes?|aktionen|angebote|réductions?|offres?|c[óo]digos?|cupones|cupons|ofertas|descuentos|promociones|promoções|descontos|codici|sconti|offerte|promozioni|buoni|acties|kortingen|kortingscodes|aanbiedingen|kody|kupony|promocje|oferty|koder|rabattkoder|erbjudanden|kampanjer|rabatter';
export const FORMER_HEADING = new RegExp(
  `^[^\\p{L}]*(?:${FORMER})(?:[^\\p{L}]*$|(?<!old)\\s(?:\\p{L}+\\s){0,2}?(?:${THINGS})(?!\\p{L})|\\s(?:${THINGS})(?!\\p{L}))|(?<!\\p{L})(?:${THINGS})\\s(?:${FORMER})(?!\\p{L})|^[^\\p{L}]*(?:do not|don[’']t) bother`,
  'iu',
);
