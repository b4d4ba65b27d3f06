const PERCENT =
  /(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:%|٪|percent|prozent|pour ?cent|por ?ciento|per ?cento|por ?cento|procent)/iu;
const BPS_PER_PERCENT = 100;

/**
 * The rate that a partner's words ask for, in basis points; null when they name none that could be one.
 *
 * @param words - the slot as written, such as `12 %` or `auf 7,5 Prozent`.
 */
export function askedRateBps(words: string | null): number | null {
  const figure = PERCENT.exec(words ?? '')?.[1]?.replace(',', '.');
  if (figure === undefined) return null;
  const bps = Math.round(Number(figure) * BPS_PER_PERCENT);
  return bps > 0 && bps <= 9_900 ? bps : null;
}
