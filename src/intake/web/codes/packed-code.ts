import { codeShape } from '../../../domain/sightings/code-shape.ts';

const BASE64 = /^[A-Za-z0-9+/]{6,60}={0,2}$/;
const PRINTED = /^[A-Za-z0-9][A-Za-z0-9 _-]{3,29}$/;
const JSON_CHARACTERS_MAX = 400_000;

/** What a value in base 64 holds, when it is a code: `U0FWRTIw` holds `SAVE20`; null when it holds none. */
export function packedCode(value: string): string | null {
  const length = value.replace(/=+$/, '').length;
  if (!BASE64.test(value) || (value.includes('=') && value.length % 4 !== 0) || length % 4 === 1) return null;
  // What is a code as it stands was not packed.
  if (/^[A-Z]+\d*$/.test(value)) return null;
  const text = Buffer.from(value, 'base64').toString('latin1');
  if (!PRINTED.test(text)) return null;
  const shape = codeShape(text);
  return shape === 'strong' || shape === 'mixed' || (shape === 'caps' && text.length >= 4) ? text : null;
}

/** The JSON, or the program's own object, that an attribute holds: as it is, escaped once more, as in an address, in base 64. */
export function packedState(value: string): string | null {
  if (value.length < 20 || value.length > JSON_CHARACTERS_MAX) return null;
  const start = value.trimStart();
  if (/^(?:%7B|%5B)/i.test(start)) return decoded(start);
  if (/^(?:eyJ|W3si|W3sK|ewog|WyJ)/.test(start) && /^[A-Za-z0-9+/_-]+={0,2}$/.test(start))
    return Buffer.from(start, 'base64').toString('utf8');
  const plain = /&(?:quot|#34|#x22|q);/.test(value) ? unescapedMarkup(value) : value;
  return /[{[]\s{0,9}(?:["'{[]|[\w$]+\s?:)/.test(plain) ? plain : null;
}

/** Markup's and a program's ways of writing a quotation mark, undone. */
export const unescapedMarkup = (text: string): string =>
  text
    .replaceAll(/&(?:quot|#34|#x22|q);/gi, '"')
    .replaceAll(/&(?:#39|#x27|apos|s);/gi, "'")
    .replaceAll(/&(?:lt|l);/g, '<')
    .replaceAll(/&(?:gt|g);/g, '>')
    .replaceAll(/&(?:amp|a);/g, '&');

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    // A percent sign of another kind: no JSON.
    return null;
  }
}
