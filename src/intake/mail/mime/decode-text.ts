import libmime from 'libmime';
import charsets from 'libmime/lib/charset.js';

const UTF8_OR_UNSAID =
  /^(?:|us-?ascii|ascii|utf-?8|unicode-1-1-utf-7|utf-?7|7bit|8bit|binary|x-unknown|unknown(?:-8bit)?|default)$/i;
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Bytes of a text part as text, whatever they claim to be.
 *
 * Where nothing or something unknown is declared, bytes that are no UTF-8 are read as windows-1252, which is what the
 * mail programs that leave it out write. UTF-7 is never followed: it can carry markup past a filter.
 *
 * @param charset - as declared; empty when not.
 */
export function decodeText(bytes: Buffer, charset: string): string {
  const declared = charset.trim().replaceAll(/^["']|["']$/g, '');
  const isUsable = !UTF8_OR_UNSAID.test(declared) && libmime.createDecodeStream(declared).supported;
  return withoutMark(isUsable ? charsets.decode(bytes, declared) : guessed(bytes));
}

function guessed(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return charsets.decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return charsets.decode(bytes, 'utf-16be');
  try {
    return strictUtf8.decode(bytes);
  } catch {
    // Mostly UTF-8 with a broken spot stays UTF-8; otherwise it never was.
    const lenient = bytes.toString('utf8');
    const broken = lenient.split('\uFFFD').length - 1;
    const kept = lenient.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
    return kept > broken * 4 ? lenient : charsets.decode(bytes, 'windows-1252');
  }
}

const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);
