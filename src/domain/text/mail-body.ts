import { isAttribution, isForwardHead, isOriginalHead, startsHeaderBlock } from './quoting-lines.ts';

/** A mail's words, sorted by who wrote them when. */
export interface MailBody {
  /** What the sender wrote now: without quoted history, signature block and confidentiality notice. */
  readonly fresh: string;
  /** The message that is passed on, when this is a forward; null otherwise. */
  readonly forwarded: string | null;
  /** Whether earlier messages stand below or between. */
  readonly hasHistory: boolean;
  /** Under the `-- ` line; empty when there is none. */
  readonly signature: string;
}

const SIGNATURE_LINES_MAX = 20;
const DEVICE_LINE =
  /^\s*(?:sent from my|get outlook for|von meinem .{2,40} gesendet|gesendet von (?:mein|outlook)|envoy[ée] de(?:puis)? mon|enviado desde mi|enviado do meu|inviato da(?:l mio)? |verzonden (?:vanaf|met) mijn|أُ?رسل من)/iu;
const NOTICE_START =
  /^\W*(?:this (?:e-?mail|message|communication)(?: transmission)?(?:,| and| \(| is (?:intended|confidential)| may contain| contains confidential)|the information (?:contained )?in this (?:e-?mail|message)|confidentiality notice|legal disclaimer|disclaimer\b|diese (?:e-?mail|nachricht) (?:enth[äa]lt|ist|kann)|ce (?:message|courriel|mail) (?:et |est |peut |contient )|este (?:mensaje|correo|e-?mail|mensagem) (?:y |e |es |[ée] |contiene|cont[ée]m|puede|pode)|questo messaggio |la presente e-?mail|deze? (?:e-?mail|bericht) (?:is|kan|bevat|en))/iu;
const NOTICE_WORDS = /confiden|vertrauli|riservat|vertrouwelijk|intended|destin|bestimmt|bestemd|privileg/iu;

/**
 * Takes a plain text mail apart, in every mail program's way of quoting that the evals have met.
 *
 * @param text - the whole plain text; may be empty.
 */
export function mailBody(text: string): MailBody {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n');
  const fresh: string[] = [];
  let forwarded: string | null = null;
  let hasHistory = false;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (isForwardHead(line)) {
      forwarded = unquoted(lines.slice(index + 1));
      break;
    }
    if (/^\s*>/.test(line)) {
      hasHistory = true;
      continue;
    }
    const attributionLines = isAttribution(lines, index);
    if (attributionLines > 0) {
      hasHistory = true;
      if (!quotesFollow(lines, index + attributionLines)) break;
      index += attributionLines - 1;
      continue;
    }
    if (isOriginalHead(line) || startsHeaderBlock(lines, index)) {
      hasHistory = true;
      if (fresh.join('').trim() === '') forwarded = unquoted(lines.slice(index));
      break;
    }
    if (!DEVICE_LINE.test(line)) fresh.push(line);
  }
  const { words, signature } = withoutSignature(fresh);
  return { fresh: withoutNotice(words).trim(), forwarded, hasHistory, signature };
}

function quotesFollow(lines: readonly string[], from: number): boolean {
  const next = lines.slice(from).find((line) => line.trim() !== '');
  return next !== undefined && /^\s*>/.test(next);
}

const unquoted = (lines: readonly string[]): string =>
  lines
    .map((line) => line.replace(/^[\s>]*>\s?/, ''))
    .join('\n')
    .trim();

function withoutSignature(lines: readonly string[]): { words: string; signature: string } {
  const at = lines.findLastIndex((line) => /^--\s?$/.test(line));
  if (at <= 0 || lines.length - at > SIGNATURE_LINES_MAX) return { words: lines.join('\n'), signature: '' };
  return {
    words: lines.slice(0, at).join('\n'),
    signature: lines
      .slice(at + 1)
      .join('\n')
      .trim(),
  };
}

/** The notice under company mail speaks of law and liability and says nothing about the mail. */
function withoutNotice(text: string): string {
  return text
    .split(/\n\s*\n/)
    .filter((paragraph) => !(NOTICE_START.test(paragraph) && NOTICE_WORDS.test(paragraph)))
    .join('\n\n');
}
