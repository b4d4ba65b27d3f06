import { askedRateBps } from '../../economics/asked-rate.ts';
import { RATE_FIGURE } from './rate-figures.ts';

const WANTED_BEFORE =
  /(?:\bto|\bat|\bfor|of|auf|à|al|del?|a|ad|all.|al|naar|op|until|hasta|até|fino al|do|on|minimum|least|like|want|need|make it|give me|ask|raise|match|schedule|consider|grant|demande|vorrei|hätte\p{L}* gern|bei|على|إلى|الى)\s*(?:\p{L}+\s){0,2}$/iu;
const OLD_BEFORE =
  /(?:currently|current|now|present|standard|instead of|rather than|only|still|derzeit|aktuell|bisher|statt|actuel\p{L}*|au lieu de|actual\p{L}*|en lugar de|en vez de|attual\p{L}*|invece del?|atual\p{L}*|em vez de|huidige|nu|in plaats van|sotto (?:il|al)|under|below|unter|discount|off|off\))\s+(?:\p{L}+\s){0,2}$/iu;
/** The figure is a part of something else, or a discount. */
const OTHER_AFTER =
  /^\s*(?:off|discount|code|coupon|voucher|gutschein|rabatt|de descuento|de réduction|di sconto|de desconto|korting|of (?:clicks|orders|sales|them|my|our|the|your|traffic|readers)|women|female|men\b|more|full\b|recycled|natural|naturel|human|menselijk|meer|de plus|en plus|di chi|del loro|del traffico|van de|der |des |de las|de los|dos |das |bounce|conversion)/iu;
const OTHER_BEFORE =
  /(?:[-–−+]\s?|bounce rate|conversion|returns?|retour\p{L}*|resi|media era del?|average|moyenne?)\s*(?:\p{L}+\s){0,1}$/iu;
/** The first figure of a step: from it, to another. */
const STEP_BEFORE =
  /(?<!\p{L})(?:from|von|de|du|del|da|dal|dall.|van|z|från|fra)\s(?:(?:current|the|my|our|derzeit|aktuell|attual\p{L}+)\s)?$/iu;
const STEP_AFTER = /^\s*(?:up )?(?:to|auf|zu|à|a|al|all.|para|naar|do|na|till|til)\s?(?:the\s)?[\d(]/iu;
const WANTED_AFTER =
  /^\s*(?:[?!]|(?:seems?|would|is) (?:be )?(?:fair|ok)|for (?:me|us)\b|(?:and|or) (?:i|we)\b|(?:flat|minimum)\b|wäre|wären|serait|sería|sarebbe|seria|zou)/iu;
/** Taxes, and figures of how pages do. */
const OTHER_NEAR =
  /(?<!\p{L})(?:vat|tax|tds|mwst|umsatzsteuer|iva|tva|btw|retenci[oó]n|conversion|engagement|er\b|open rate|margin\p{L}*|margen|marge|inflation)(?!\p{L})/iu;
/** Somebody speaks of what is paid for a sale. */
const ABOUT_RATES =
  /(?<!\p{L})(?:commissions?|commissie|rates?|percentage|percent of|share|slab|payout|raise|increase|uplift|upgrade|tier|level|cpa|epc|per sale|provision\p{L}*|vergütung|prozente?|erhöh\p{L}+|konditionen|taux|rémunération|pourcentage|hausse|palier|comisi[oó]n\p{L}*|porcentaje|tarifa|subir\p{L}*|provvigion\p{L}+|percentuale|comiss\p{L}+|percentagem|vergoeding|percentages?|tarief|stawk\p{L}*|prowizj\p{L}+|ersättning|provisionen|komisyon|oran\p{L}*|عمول\p{L}*|النسبة|نسبة|料率|報酬)(?!\p{L})/iu;

/** Who pays or gets it. */
const PAID_BEFORE =
  /(?<!\p{L})(?:gives?|gave|pays?|gets?|earns?|offer(?:s|ed|ing)?|propose|promised|zahl\p{L}*|geben|gibt|bekomm\p{L}*|paie|paient|donne\p{L}*|touche\p{L}*|pag\p{L}+|dan|dais|dad\p{L}*|ofrec\p{L}+|oferec\p{L}+|receb\p{L}+|dann?o|date|offr\p{L}+|geven|geeft|krijg\p{L}*|daje|dają|ger|får|yield)\s+(?:\p{L}+\s){0,4}$/iu;
/** It is set against another figure. */
const AGAINST_AFTER =
  /^\s*(?:\p{L}+\s){0,3}?(?:instead of|rather than|not \d|against|up from|\(?(?:now|currently|derzeit|aktuell)|statt|anstatt|au lieu d|contre|en (?:lugar|vez) de|invece|al posto|em vez de|in plaats|i\.?p\.?v|i stedet|zamiast)/iu;

/** Shares above are more often of customers or sales than of commission. */
const RATE_MAX = 30;
const AROUND = 220;
const SCORE_MIN = 0;

/**
 * The commission rate that a mail asks for, as written, such as `12%`, `quinze pour cent` or the 12 of `from 8 to 12`; null
 * when it names none. A figure counts only where the words around it speak of what is paid.
 *
 * The mail's own figure, for showing and comparing: what a rate becomes is computed and decided elsewhere.
 */
export function requestedRate(text: string): string | null {
  const named = [...text.matchAll(RATE_FIGURE)].map((match) => {
    const { index } = match;
    const rate = match[0].trim();
    const before = text.slice(Math.max(0, index - 40), index);
    const after = text.slice(index + match[0].length, index + match[0].length + 25);
    const figure = (askedRateBps(rate) ?? 0) / 100;
    const around = text.slice(Math.max(0, index - AROUND), index + AROUND);
    const score =
      (WANTED_BEFORE.test(before) ? 2 : 0) -
      (OLD_BEFORE.test(before) ? 3 : 0) -
      (STEP_BEFORE.test(before) && STEP_AFTER.test(after) ? 4 : 0) -
      (OTHER_AFTER.test(after) ? 4 : 0) -
      (OTHER_NEAR.test(`${before.slice(-24)} ${after}`) ? 3 : 0) +
      (WANTED_AFTER.test(after) ? 1 : 0) -
      (OTHER_BEFORE.test(before) ? 4 : 0) -
      (ABOUT_RATES.test(around) || PAID_BEFORE.test(before) ? 0 : 1) +
      (AGAINST_AFTER.test(after) ? 2 : 0) -
      (figure > RATE_MAX ? 2 : 0);
    return { rate, figure, score };
  });
  const [best] = named
    .filter(({ score }) => score >= SCORE_MIN)
    .sort((a, b) => b.score - a.score || b.figure - a.figure);
  return best?.rate ?? null;
}
