/** Figures of a text that need no language. */
export interface TextMeasures {
  readonly words: number;
  /** Share of the characters in lines that are long enough to be written. */
  readonly writtenShare: number;
  readonly prices: number;
  readonly pricesDistinct: number;
  readonly percents: number;
  /** Figures with a unit that is no money: weights, lengths, times, temperatures. */
  readonly measurements: number;
  /** Share of the four-word runs that occur more than once, 0 to 1. */
  readonly repetition: number;
  /** Lines that begin with the same three words as another. */
  readonly alikeLines: number;
  readonly exclamations: number;
  /** `I`, `we`, `ich`, `wir`, `je`, `nous`, `yo`, `ho`, `ik` and so on. */
  readonly firstPersons: number;
  /** Words of more than three letters in capitals only. */
  readonly shouted: number;
}

const PRICE =
  /(?:[$£€¥₹]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[$£€¥₹]|(?:eur|usd|gbp|euros?|dollars?|pounds?|kr|zł|reais)\b)|R\$\s?\d[\d.,]*)/giu;
const PERCENT = /\d\s?%/g;
const UNIT =
  /\d[\d.,]*\s?(?:mm|cm|km|kg|mg|ml|cl|dl|lbs?|oz|ounces?|inch(?:es)?|feet|ft|yards?|miles?|grams?|g|litres?|liters?|l|°\s?[cf]?|degrees?|watts?|kwh?|w|v|volts?|mah|db|decibels?|hz|khz|mhz|ghz|gb|tb|mb|mbps|fps|nits?|lumens?|lux|px|rpm|bar|psi|seconds?|secs?|minutes?|mins?|min|hours?|hrs?|h|sekunden?|minuten?|stunden?|tage?|zoll|gramm|grad|secondes?|heures?|grammes?|degres?|segundos?|minutos?|horas?|gramos?|gramas?|grados?|graus|secondi|minuti|ore|grammi|gradi|seconden|uur|uren|graden)(?![\p{L}\p{N}])/giu;
const FIRST_PERSON =
  /(?<![\p{L}\p{N}])(?:I|I['’](?:m|ve|d|ll)|we|we['’](?:re|ve|ll)|my|our|ich|wir|mein|meine|unser|unsere|je|j['’]|nous|mon|ma|mes|notre|nos|yo|mi|mis|nosotros|nuestr[oa]s?|io|noi|mio|mia|nostr[oaie]|ik|wij|mijn|onze|eu|meu|minha|nosso|nossa)(?![\p{L}\p{N}])/giu;
const SHOUTED = /(?<![\p{L}\p{N}])\p{Lu}{4,}(?![\p{L}\p{N}])/gu;
const WRITTEN_CHARACTERS = 110;
const CHARACTERS_MAX = 200_000;

/** @param text - one block a line. Of a very long one, the beginning is measured. */
export function measureText(text: string): TextMeasures {
  const looked = text.slice(0, CHARACTERS_MAX);
  const lines = looked.split('\n').filter((line) => line.trim() !== '');
  const words = looked.match(/[\p{L}\p{N}]+/gu) ?? [];
  const written = lines.filter(({ length }) => length >= WRITTEN_CHARACTERS);
  const prices = looked.match(PRICE) ?? [];
  const starts = lines.map((line) => line.split(' ').slice(0, 3).join(' ').toLowerCase());
  const startCounts = Map.groupBy(starts, (start) => start);
  return {
    words: words.length,
    writtenShare: written.reduce((sum, { length }) => sum + length, 0) / Math.max(1, looked.length),
    prices: prices.length,
    pricesDistinct: new Set(prices).size,
    percents: looked.match(PERCENT)?.length ?? 0,
    measurements: looked.match(UNIT)?.length ?? 0,
    repetition: repetitionOf(words.map((word) => word.toLowerCase())),
    alikeLines: [...startCounts.values()]
      .filter((same) => same.length > 1)
      .reduce((sum, same) => sum + same.length, 0),
    exclamations: looked.match(/!/g)?.length ?? 0,
    firstPersons: looked.match(FIRST_PERSON)?.length ?? 0,
    shouted: looked.match(SHOUTED)?.length ?? 0,
  };
}

function repetitionOf(words: readonly string[]): number {
  const runs = Math.max(0, words.length - 3);
  if (runs === 0) return 0;
  const distinct = new Set<string>();
  for (let at = 0; at < runs; at++) distinct.add(words.slice(at, at + 4).join(' '));
  return 1 - distinct.size / runs;
}
