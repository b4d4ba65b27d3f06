import { unescapedMarkup } from './packed-code.ts';

const CHARACTERS_MAX = 2_000_000;

/** The value that a text of JSON holds, its quotation marks escaped once more or not; null when it is none. */
export function jsonText(text: string): unknown {
  if (text.length < 12 || text.length > CHARACTERS_MAX) return null;
  const start = text.trimStart();
  if (!/^(?:\{\s{0,9}(?:"|&)|\[\s{0,9}[{["&])/.test(start)) return null;
  try {
    return JSON.parse(/^[[{\s]{1,12}&/.test(start) ? unescapedMarkup(start) : start);
  } catch {
    // Text that begins like JSON.
    return null;
  }
}
