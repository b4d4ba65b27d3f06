import { createHash } from 'node:crypto';
import type { MailAddress, ParsedMail } from '../../domain/inbox/parsed-mail.ts';
import type { ReceivedMail } from '../../domain/inbox/received-mail.ts';
import { asForwarded, attachedMessages } from './attached-messages.ts';
import { type Bodies, bodiesOf } from './bodies.ts';
import { cutHead } from './cut-head.ts';
import { authenticationOf } from './facts/authentication.ts';
import { automaticOf } from './facts/automatic.ts';
import { dedupeKey } from './facts/dedupe-key.ts';
import { failedRecipients } from './facts/failed-recipients.ts';
import { forwardedFrom } from './facts/forwarded-from.ts';
import { listUnsubscribe } from './facts/list-unsubscribe.ts';
import { mailDate } from './facts/mail-date.ts';
import { messageIds, ownMessageId } from './facts/message-ids.ts';
import type { MailLimits } from './mail-limits.ts';
import { mendHead } from './mend-head.ts';
import { addressesOf } from './mime/addresses.ts';
import { decodeWords, firstHeader, type HeaderLine } from './mime/header-lines.ts';
import type { MailPart } from './mime/mail-part.ts';
import { type SplitMail, splitParts } from './mime/split-parts.ts';

/** @param sha256 - of the bytes, as the list of attachments has it. */
export type OnPicture = (sha256: string, bytes: Uint8Array) => void;

const NOBODY: MailAddress = { name: '', address: '' };
const SUBJECT_LENGTH_MAX = 1_000;

/**
 * One mail, from its bytes, and its attached pictures to whoever wants them. Never throws on a malformed mail: what cannot be read is missing, and `troubles` says so.
 *
 * It takes as long as it takes; `openMailThread` is what bounds the time.
 */
export function parseMail(
  bytes: Uint8Array,
  limits: MailLimits,
  onPicture: OnPicture = () => undefined,
): Promise<ReceivedMail> {
  return parseAt(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0, limits, onPicture);
}

async function parseAt(
  bytes: Buffer,
  depth: number,
  limits: MailLimits,
  onPicture: OnPicture,
): Promise<ReceivedMail> {
  const beginning = bytes.length > limits.sizeBytes ? bytes.subarray(0, limits.beginningBytes) : bytes;
  const { bytes: fitting, isCut } = cutHead(mendHead(beginning, limits.headerBytes), limits);
  const split = await splitParts(fitting, limits);
  keepPictures(split.parts, limits.picturesBytes, onPicture);
  const bodies = bodiesOf(split.parts, limits);
  const attached = await attachedMessages(split.parts, depth, limits, (message, at) =>
    // What hangs on an attached message is listed there, not kept.
    parseAt(message, at, limits, () => undefined),
  );
  const mail = parsedMail(split, bodies, attached.messages, limits);
  const troubles = [
    ...(beginning === bytes
      ? []
      : [`It is larger than ${limits.sizeBytes >> 20} MB; only its beginning was read.`]),
    ...(isCut ? ['Its head is too long; the first lines of it were read.'] : []),
    ...split.troubles,
    ...bodies.troubles,
    ...attached.troubles,
  ];
  const words = mail.text ?? mail.htmlAsText ?? '';
  const calendar = split.parts.find(({ contentType }) => contentType === 'text/calendar');
  return {
    ...mail,
    troubles,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    dedupeKey: dedupeKey(mail),
    hiddenText: bodies.hiddenText,
    automatic: automaticOf(mail.headers),
    failedRecipients: failedRecipients(split.parts, mail.headers, mail.from.address, words),
    forwardedFrom: forwardedFrom(words),
    listUnsubscribe: listUnsubscribe(mail.headers),
    calendarMethod: calendar
      ? (/^METHOD:\s*([A-Za-z]+)/m.exec(calendar.text)?.[1]?.toUpperCase() ?? null)
      : null,
  };
}

function keepPictures(parts: readonly MailPart[], bytesMax: number, onPicture: OnPicture): void {
  let left = bytesMax;
  for (const { sha256, picture } of parts) {
    if (picture === null || picture.length > left) continue;
    left -= picture.length;
    onPicture(sha256, picture);
  }
}

function parsedMail(
  split: SplitMail,
  bodies: Bodies,
  messages: readonly ReceivedMail[],
  limits: MailLimits,
): ParsedMail {
  const { headers, parts } = split;
  const listed = headers.slice(0, limits.headerLines);
  const people = (name: string): MailAddress[] => addressesOf(allOf(listed, name), limits.addresses);
  const isDeliveryReport = parts.some(({ contentType }) =>
    /^message\/(?:global-)?delivery-status$/.test(contentType),
  );
  const isReport = isDeliveryReport || split.contentType === 'multipart/report';
  const withMessages = (words: string | null): string | null =>
    isReport || messages.length === 0
      ? words
      : [words ?? '', ...messages.map(asForwarded)].join('\n\n').trim().slice(0, limits.textCharacters);
  const isHtmlOnly = !bodies.text?.trim() && bodies.htmlAsText !== null;
  return {
    messageId: ownMessageId(firstHeader(listed, 'message-id')),
    inReplyTo: messageIds(firstHeader(listed, 'in-reply-to'))[0] ?? null,
    references: messageIds(firstHeader(listed, 'references')),
    date: mailDate(firstHeader(listed, 'date')),
    from: people('from')[0] ?? people('sender')[0] ?? NOBODY,
    replyTo: people('reply-to')[0] ?? null,
    to: people('to'),
    cc: people('cc'),
    subject: decodeWords(firstHeader(listed, 'subject') ?? '').slice(0, SUBJECT_LENGTH_MAX),
    text: isHtmlOnly ? bodies.text : withMessages(bodies.text),
    htmlAsText: isHtmlOnly ? withMessages(bodies.htmlAsText) : bodies.htmlAsText,
    htmlLinks: bodies.links,
    headers: recordOf(listed),
    attachments: parts
      .filter(({ isBody }) => !isBody)
      .map(({ fileName, contentType, sizeBytes, sha256 }) => ({ fileName, contentType, sizeBytes, sha256 })),
    authentication: authenticationOf(listed),
    isDeliveryReport,
    hasCalendar: parts.some(({ contentType }) => contentType === 'text/calendar'),
    troubles: [],
  };
}

function allOf(lines: readonly HeaderLine[], name: string): string | null {
  const values = lines.filter((line) => line.name === name).map(({ value }) => value);
  return values.length === 0 ? null : values.join(', ');
}

function recordOf(lines: readonly HeaderLine[]): Readonly<Record<string, string>> {
  const joined = new Map<string, string>();
  for (const { name, value } of lines) {
    const before = joined.get(name);
    const decoded = decodeWords(value);
    joined.set(name, before === undefined ? decoded : `${before}\n${decoded}`);
  }
  return Object.fromEntries(joined);
}
