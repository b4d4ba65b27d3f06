import Papa from 'papaparse';

/** A quote inside a cell that no quote opened. In a proper file a quote has a comma, a line end or a quote beside it. */
export const STRAY_QUOTE = /[^",\r\n]"[^",\r\n]/;

/**
 * Splits one record into cells, strictly as RFC 4180 has it; `null` when its quotes are wrong.
 *
 * @param text - without the end of its line, and with an even number of quotes.
 */
export function parseRecord(text: string): string[] | null {
  if (!text.includes('"')) return text.split(',');
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
  const isBroken = errors.length > 0 || data.length !== 1 || STRAY_QUOTE.test(text);
  return isBroken ? null : (data[0] ?? null);
}
