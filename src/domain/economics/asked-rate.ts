import { SMALL_NUMBERS } from '../inbox/slots/small-numbers.ts';

const FIGURE = /(?<![\d.,])(?:\d{1,2}(?:[.,]\d{1,2})?|[٠-٩]{1,2})(?!\d)/u;
const UNIT =
  /%|٪|per ?cent|pct|prozent|pour ?cent|por ?ciento|per ?cento|por ?cento|procent|yüzde|بالمئة|بالمائة|في المئة/iu;
const BARE = /^\d{1,2}(?:[.,]\d{1,2})?$/;
const ARABIC_ZERO = 0x660;
const BPS_PER_PERCENT = 100;

/**
 * The rate that a partner's words ask for, in basis points; null when they name none that could be one.
 *
 * @param words - the slot as written, such as `12 %`, `auf 7,5 Prozent`, `quinze pour cent`, or the bare `12` of a step.
 */
export function askedRateBps(words: string | null): number | null {
  const said = words?.trim().toLowerCase() ?? '';
  if (!UNIT.test(said) && !BARE.test(said)) return null;
  const percent = percentIn(said);
  if (percent === null) return null;
  const bps = Math.round(percent * BPS_PER_PERCENT);
  return bps > 0 && bps <= 9_900 ? bps : null;
}

function percentIn(said: string): number | null {
  const [figure] = FIGURE.exec(said) ?? [];
  if (figure === undefined) {
    return said.split(/\s/).flatMap((word) => SMALL_NUMBERS.get(word) ?? [])[0] ?? null;
  }
  const latin = figure.replaceAll(/[٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) - ARABIC_ZERO));
  return Number(latin.replace(',', '.'));
}
