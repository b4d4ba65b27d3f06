import chardet from 'chardet';
import iconv from 'iconv-lite';

/** A page as text. */
export interface DecodedPage {
  readonly html: string;
  /** As it was read, in lower case. */
  readonly charset: string;
  /** Why it was read otherwise than it claims; null when it was not. */
  readonly note: string | null;
}

const META_BYTES = 4_096;
const GUESS_BYTES = 64 * 1024;
/** Fewer of them beyond ASCII tell nothing of another script. */
const TELLING_BYTES_MIN = 12;
const META =
  /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)|@charset\s+"([\w.:-]+)"/i;
const HEADER = /charset\s*=\s*["']?\s*([\w.:-]+)/i;
/** UTF-7 can carry markup past a filter; browsers do not follow it either. */
const NEVER = /utf-?7/i;
/** What pages call Latin-1 or ASCII is read by every browser as windows-1252. */
const WINDOWS_1252 = /^(?:iso-?8859-?1|latin-?1|us-?ascii|ascii|ansi)$/i;

/**
 * Bytes of a page as text: by its byte order mark, the header, the page's own word, and a guess, in that order; what is
 * claimed and cannot be is not followed.
 *
 * @param contentType - the header's value; null when there was none.
 */
export function decodePage(bytes: Uint8Array, contentType: string | null): DecodedPage {
  const marked = byMark(bytes);
  if (marked) return { html: iconv.decode(buffer(bytes), marked), charset: marked, note: null };
  const claimed = claim(bytes, contentType);
  const strict = utf8(bytes, claimed === 'utf-8');
  if (claimed === null || claimed === 'utf-8') {
    if (strict !== null) return { html: strict, charset: 'utf-8', note: null };
    const guessed = guess(bytes);
    const note = claimed === null ? null : `It claims utf-8 and is not; read as ${guessed}.`;
    return { html: iconv.decode(buffer(bytes), guessed), charset: guessed, note };
  }
  // A wrong claim over UTF-8 is the usual mistake; text that happens to be valid UTF-8 beyond ASCII is UTF-8.
  if (strict !== null && /[^\0-\x7f]/.test(strict) && !/^utf-?16/.test(claimed)) {
    return { html: strict, charset: 'utf-8', note: `It claims ${claimed} and is utf-8.` };
  }
  const isKnown: boolean = iconv.encodingExists(claimed);
  if (isKnown) {
    return { html: iconv.decode(buffer(bytes), claimed), charset: claimed, note: null };
  }
  const guessed = strict === null ? guess(bytes) : 'utf-8';
  return {
    html: iconv.decode(buffer(bytes), guessed),
    charset: guessed,
    note: `It claims a charset nobody knows (${claimed.slice(0, 40)}); read as ${guessed}.`,
  };
}

const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function claim(bytes: Uint8Array, contentType: string | null): string | null {
  const start = buffer(bytes.subarray(0, META_BYTES)).toString('latin1');
  const meta = META.exec(start);
  const named = HEADER.exec(contentType ?? '')?.[1] ?? meta?.[1] ?? meta?.[2] ?? meta?.[3];
  if (named === undefined || NEVER.test(named)) return null;
  const charset = named.toLowerCase();
  if (/^utf-?8$/.test(charset)) return 'utf-8';
  // The meta tag could be read as single bytes, so the page is no UTF-16.
  if (meta && /^(?:utf-?16|ucs-?2)/.test(charset)) return 'utf-8';
  return WINDOWS_1252.test(charset) ? 'windows-1252' : charset;
}

/** @param lenient - a few broken spots do not make it something else. @returns null when it is no UTF-8. */
function utf8(bytes: Uint8Array, lenient: boolean): string | null {
  const text = buffer(bytes).toString('utf8');
  const broken = text.split('\uFFFD').length - 1;
  if (broken === 0) return text;
  const kept = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  return kept > broken * (lenient ? 1 : 20) ? text : null;
}

function guess(bytes: Uint8Array): string {
  const looked = bytes.subarray(0, GUESS_BYTES);
  if (looked.filter((byte) => byte > 127).length < TELLING_BYTES_MIN) return 'windows-1252';
  const guessed = chardet.detect(buffer(looked))?.toLowerCase() ?? '';
  if (guessed === '' || WINDOWS_1252.test(guessed) || guessed === 'utf-8') return 'windows-1252';
  return iconv.encodingExists(guessed) ? guessed : 'windows-1252';
}
