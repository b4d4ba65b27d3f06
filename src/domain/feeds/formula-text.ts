/**
 * A line that a spreadsheet may take for a formula: after any spaces `=`, `+`, `-` or `@` (in wide letters too),
 * or a tab or carriage return in front. Apostrophes before it count, so that undoing gives back exactly what was there.
 */
const LEAD = "'*(?=[\\t\\r]|[^\\S\\n\\r]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])";
const ESCAPABLE = new RegExp(`(?<=^|[\\n\\r])(?=${LEAD})`, 'g');
const ESCAPED = new RegExp(`(?<=^|[\\n\\r])'(?=${LEAD})`, 'g');
const ANY_LEAD = /[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * Puts an apostrophe before every line of a text cell that a spreadsheet might run: `=1+1` → `'=1+1`.
 *
 * For text columns only. A number is not text: `'-5` in an amount column would corrupt a clawback.
 */
export function escapeFormulas(text: string): string {
  return ANY_LEAD.test(text) ? text.replace(ESCAPABLE, "'") : text;
}

/** Gives back the text that `escapeFormulas` was given, whatever it was. */
export function unescapeFormulas(text: string): string {
  return text.includes("'") ? text.replace(ESCAPED, '') : text;
}
