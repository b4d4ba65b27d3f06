import { NO_CODES } from './no-codes.ts';

const CODE_WORDS =
  /(?<![\p{L}\p{N}])(?:(?:promo(?:tional|tion)?|coupon|voucher|discount|offer|deal|savings?)s?(?:[ -]?codes?)?|codes?|promos?|coupons?|deals?|offers?|vouchers?|gutschein(?:e|codes?)?|rabatt(?:e|codes?|kod(?:er)?)?|angebote?|bons?|réductions?|remises?|c[óo]digos?|cup[óo]n(?:es)?|descuentos?|ofertas?|promociones|codic[ei]|scont[oi]|offert[ae]|cup(?:om|ons|ão|ões)|descontos?|promoções|kortings?codes?|korting|acties?|kod(?:y|ów|er)?|rabatow[yeach]{1,3}|promocyjn[eych]{1,3}|zniżk[ai]|kupony?|erbjudanden|alennuskoodit|expired|expirés?|abgelaufene?|caducados|scaduti|verlopen|wygasłe|utgångna|active|current|latest|today|verified|working|best|top|all|new)(?![\p{L}\p{N}])/giu;

const EDGE_WORDS =
  /^(?:(?:tous|toutes|mes|nos|vos|mis|mein|meine|meus|mijn|mina|moje|miei|my|the|for|and|or|of|at|in|from|with|off|free|shipping|delivery|sale|your|our|my|und|oder|bei|für|von|im|et|ou|de|du|des|la|le|les|pour|chez|y|o|del|para|en|e|ed|di|da|per|al|do|das|dos|em|van|voor|bij|na|i|w|dla|och|hos|på|till|up|to|save|extra|plus|up-to-date|january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|stycz\p{L}+|listopad\p{L}*|grud\p{L}+)(?:\s+|$)|[&+,–—-]\s*)+|(?:(?:^|\s+)(?:the|for|and|or|of|at|in|from|with|off|free|shipping|delivery|sale|your|our|my|und|oder|bei|für|von|im|et|ou|de|du|des|la|le|les|pour|chez|y|o|del|para|en|e|ed|di|da|per|al|do|das|dos|em|van|voor|bij|na|i|w|dla|och|hos|på|till|up|to|save|extra|plus|up-to-date|january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|stycz\p{L}+|listopad\p{L}*|grud\p{L}+|[&+,–—-]+))+$/giu;

/**
 * The shop that a heading about its codes names: `Fernway Outdoor discount codes – November 2026` is about Fernway Outdoor.
 *
 * @returns null when the heading names no shop, or is about no codes.
 */
export function shopInHeading(heading: string): string | null {
  const part = heading.split(/\s[|–—➤»·:-]\s?|[|➤(:]/u)[0] ?? '';
  if (part.search(CODE_WORDS) === -1) return null;
  const without = part
    .replaceAll(CODE_WORDS, ' ')
    .replaceAll(/[\d%€£$+&]*\d[\d%€£$,.]*/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const name = without.replaceAll(EDGE_WORDS, '').trim();
  // What is left in the middle of a sentence is no name.
  return /^\p{Ll}|\s\p{Ll}{4,}/u.test(name) ? null : shopName(name);
}

const NAME = `\\p{Lu}[\\p{L}\\p{N}&'’.+-]{0,30}(?:\\s(?:\\p{Lu}|&\\s\\p{Lu})[\\p{L}\\p{N}&'’.+-]{0,30}){0,3}`;
const AT = new RegExp(
  `(?<![\\p{L}])(?:at|from|with|bei|mit|avec|beim|chez|en|da|na|bij|hos|van|di|w|do|von|im|by|through|à|no|presso|At|From|With|Bei|Mit|Avec|Beim|Chez|Bij|Hos|Van|Von|Through|À|Presso)\\s(${NAME})`,
  'gu',
);
const FIRST = new RegExp(
  `^(?:\\[\\s?(${NAME})\\s?\\]|\\P{L}{0,4}(?:Sklep |Księgarnia )?(${NAME})(?::|\\s[–—|-]\\s|,\\s))`,
  'u',
);

/** The shop that a sentence about an offer names: after `at`, or before a colon or a dash. */
export function shopInSentence(sentence: string): string | null {
  if (!/\p{Ll}{3}/u.test(sentence)) return null;
  for (const { 1: name } of sentence.matchAll(AT)) {
    const shop = shopName(name ?? '');
    if (shop !== null) return shop;
  }
  const first = FIRST.exec(sentence);
  return first ? shopName(first[1] ?? first[2] ?? '') : null;
}

const NO_SHOPS =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|black friday|cyber monday|christmas|promo|code|get|show|use|home|expires?|ends?|valid|new|free|terms|details|checkout|kasse|step|tip|note|update|edit|pro tip|bonus|i|we|the|this|these|my|here|there|if|when|for|in|on|at|also|plus|and|but|bei|mit|der|die|das|le|la|les|el|los|il|lo|o|a|os|as|de|het|een)$/iu;

/** A name as it stands, when it may be a shop's; null for ordinary words and for codes. */
export function shopName(text: string): string | null {
  const name = text
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s.,:;!–—-]+$/u, '')
    .trim();
  if (name.length < 2 || name.length > 60 || name.split(' ').length > 6) return null;
  if (NO_SHOPS.test(name) || NO_CODES.has(name.toLowerCase()) || !/\p{L}{2}/u.test(name)) return null;
  if (/[€£%]|\$\s?\d/.test(name)) return null;
  return /^[\p{Lu}\p{N}]/u.test(name) || /\p{Lu}/u.test(name) ? name : null;
}
