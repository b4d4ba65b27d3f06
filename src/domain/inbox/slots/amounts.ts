const UNIT =
  '(?:[$€£¥₺]|(?:EUR|GBP|USD|CHF|PLN|SEK|AED|SAR|JPY|TRY|BRL)\\b|(?:euros?|pounds?|dollars?|quid|zł|kr)\\b|R\\$|درهم|دولار|ريال|يورو|جنيه|円)';
const FIGURE = '\\d{1,3}(?:[.,\\u00a0\\u202f ]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?';
const AMOUNT = new RegExp(
  `${UNIT}\\s?(?:${FIGURE})(?:\\s?[km]\\b)?|(?:${FIGURE})\\s?(?:k\\s?)?${UNIT}`,
  'giu',
);
const AMOUNTS_MAX = 20;

/** Amounts of money that a mail names, as written with their currency, each once, in order. Claimed, not looked up. */
export function amounts(text: string): string[] {
  return [...new Set([...text.matchAll(AMOUNT)].map(([amount]) => amount.trim()))].slice(0, AMOUNTS_MAX);
}
