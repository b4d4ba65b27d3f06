import { createHash } from 'node:crypto';
import type { MimeNode } from '@zone-eu/mailsplit';
import libmime from 'libmime';
import type { MailLimits } from '../mail-limits.ts';
import { decodeText } from './decode-text.ts';
import { decodeWords } from './header-lines.ts';

/** One leaf of a mail, decoded from its transfer encoding. */
export interface MailPart {
  /** In lower case, such as `text/plain`. */
  readonly contentType: string;
  /** Words of the mail itself, and no attachment. */
  readonly isBody: boolean;
  /** Decoded; empty when it has none. */
  readonly fileName: string;
  readonly sizeBytes: number;
  /** Empty for words of the mail itself. */
  readonly sha256: string;
  /** Of body parts, and of attachments that say something about the mail; empty for others. */
  readonly text: string;
  /** Attached messages only: their bytes, up to a cap. */
  readonly message: Buffer | null;
  /** Pictures only: all their bytes; null when they are too many. */
  readonly picture: Buffer | null;
  readonly isCut: boolean;
  /** Names the innermost multipart/alternative it stands in; null when in none. */
  readonly alternative: MimeNode | null;
}

const BODY_TYPES = new Set(['text/plain', 'text/html', 'text', 'plain/text', 'text/txt', 'text/']);
const REPORT_TYPES =
  /^(?:text\/calendar|message\/(?:global-)?delivery-status|message\/feedback-report|text\/rfc822-headers)$/;
const MESSAGE_TYPES = /^message\/(?:rfc822|global|news)$/;
const PICTURE_TYPES = /^image\/(?:png|jpeg|gif|webp|avif|bmp|heic|heif|tiff)$/;
const FILE_NAME_LENGTH_MAX = 300;

/** A part that is still arriving. */
export interface OpenPart {
  /** @param bytes - as encoded for the way. */
  write(bytes: Buffer): void;
  end(): Promise<MailPart>;
}

/** Receives a part's encoded bytes, and gives the part at the end. Bytes that cannot be decoded end it there. */
export function openPart(node: MimeNode, limits: MailLimits): OpenPart {
  const given = node.contentType || 'text/plain';
  // An encoding of somebody's own (x-uuencode, x-gzip64) leaves no words to read.
  const isForeign = (node.encoding || '').startsWith('x-');
  const isBody = BODY_TYPES.has(given) && node.disposition !== 'attachment' && !isForeign;
  const contentType = isBody && given !== 'text/html' ? 'text/plain' : given;
  const isPicture = !isBody && PICTURE_TYPES.test(given);
  const isKept = isBody || isPicture || REPORT_TYPES.test(given) || MESSAGE_TYPES.test(given);
  const keptBytesMax = isPicture ? limits.pictureBytes : limits.textPartBytes;
  const kept: Buffer[] = [];
  const hash = createHash('sha256');
  const decoder = node.getDecoder();
  let keptBytes = 0;
  let sizeBytes = 0;
  decoder.on('data', (bytes: Buffer) => {
    sizeBytes += bytes.length;
    if (!isBody) hash.update(bytes);
    if (!isKept || keptBytes >= keptBytesMax) return;
    const wanted = bytes.subarray(0, keptBytesMax - keptBytes);
    kept.push(wanted);
    keptBytes += wanted.length;
  });
  let isBroken = false;
  decoder.on('error', () => {
    isBroken = true;
  });
  const closed = new Promise<void>((resolve) => decoder.once('close', resolve));

  return {
    write(bytes) {
      if (!isBroken) decoder.write(bytes);
    },
    async end() {
      if (!isBroken) decoder.end();
      await closed;
      const bytes = Buffer.concat(kept);
      const isMessage = MESSAGE_TYPES.test(given);
      return {
        contentType,
        isBody,
        fileName: decodeWords(node.filename || '').slice(0, FILE_NAME_LENGTH_MAX),
        sizeBytes,
        sha256: isBody ? '' : hash.digest('hex'),
        text: isKept && !isMessage && !isPicture ? unfolded(decodeText(bytes, node.charset || ''), node) : '',
        message: isMessage ? bytes : null,
        picture: isPicture && !isBroken && keptBytes === sizeBytes ? bytes : null,
        isCut: isBroken || (isKept && !isPicture && keptBytes < sizeBytes),
        alternative: alternativeOf(node),
      };
    },
  };
}

/** Line breaks as `\n`, and paragraphs that `format=flowed` broke put together again. */
function unfolded(text: string, node: MimeNode): string {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll('\0', '');
  return node.flowed ? libmime.decodeFlowed(lines, node.delSp).replaceAll('\r\n', '\n') : lines;
}

function alternativeOf(node: MimeNode): MimeNode | null {
  for (let at = node.parentNode; at; at = at.parentNode) {
    if (at.multipart === 'alternative') return at;
  }
  return null;
}
