const PERCENT =
  /(\d{1,2}(?:[.,]\d{1,2})?)\s?(?:%|٪|per ?cents?\b|percent\b|prozent\b|pour ?cents?\b|por ?cientos?\b|por ?cento\b|per ?cento\b|procent\b|yüzde\b|بالمئة|بالمائة|في المئة)/giu;
const WANTED_BEFORE =
  /(?:\bto|\bat|\bfor|of|auf|à|al|del?|a|naar|op|until|hasta|até|fino al|minimum|least|like|want|need|make it|give me|ask|raise|match|schedule|consider|grant|على|إلى|الى)\s+(?:\p{L}+\s){0,2}$/iu;
const OLD_BEFORE =
  /(?:\bfrom|currently|current|now|present|standard|instead of|rather than|only|still|von|derzeit|aktuell|bisher|statt|actuel\p{L}*|au lieu de|actual\p{L}*|en lugar de|en vez de|attual\p{L}*|invece del?|atual\p{L}*|em vez de|huidige|nu|in plaats van|les|bei|discount|off)\s+(?:\p{L}+\s){0,2}$/iu;
const OFF_AFTER =
  /^\s*(?:off|discount|rabatt|de descuento|de réduction|di sconto|de desconto|korting|of (?:clicks|orders|sales|my|our))/iu;

/** Shares above are more often of customers or sales than of commission. */
const RATE_MAX = 30;

/**
 * The commission rate that a mail asks for, as written, such as `12%`; null when it names none.
 *
 * The mail's own figure, for showing and comparing: what a rate becomes is computed and decided elsewhere.
 */
export function requestedRate(text: string): string | null {
  const named = [...text.matchAll(PERCENT)].map((match) => {
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 25);
    const score =
      (WANTED_BEFORE.test(before) ? 2 : 0) -
      (OLD_BEFORE.test(before) ? 3 : 0) -
      (OFF_AFTER.test(after) ? 4 : 0) -
      (Number(match[1]?.replace(',', '.')) > RATE_MAX ? 2 : 0);
    return { rate: match[0].trim(), figure: Number(match[1]?.replace(',', '.')), score };
  });
  const [best] = named
    .filter(({ score }) => score > -3)
    .sort((a, b) => b.score - a.score || b.figure - a.figure);
  return best?.rate ?? null;
}
