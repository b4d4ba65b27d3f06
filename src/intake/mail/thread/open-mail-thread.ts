import type { ReceivedMail, UnreadableMail } from '../../../domain/inbox/received-mail.ts';
import { MAIL_LIMITS, type MailLimits } from '../mail-limits.ts';
import { type Reader, startReader } from './start-reader.ts';
import type { ReadMail } from './thread-message.ts';

/** Reads mails in a thread of its own, whatever they are made of. */
export interface MailThread {
  /**
   * One mail, in at most five seconds; others wait meanwhile, in their order.
   *
   * @param bytes - given away: large ones move to the thread and are empty here afterwards.
   * @returns what could be read; of a mail that is too heavy as a whole, its beginning, and `troubles` says so.
   */
  read(bytes: Uint8Array): Promise<ReceivedMail | UnreadableMail>;
  /** The same, with the attached pictures. */
  readAll(bytes: Uint8Array): Promise<ReadMail | UnreadableMail>;
  /** Ends the thread. */
  close(): Promise<void>;
}

const MAIL_NAMES = new Set(['from', 'to', 'subject', 'date', 'message-id', 'received', 'content-type']);
/** Of control characters that no text holds; more of them are no text. */
const CONTROL_SHARE_MAX = 0.1;
const LOOKED_AT_BYTES = 4_096;

/**
 * One thread, started at the first mail and kept: small mails cost a message each way. A mail that takes too long or too
 * much memory ends its thread, and the next mail gets a new one.
 */
export function openMailThread(limits: MailLimits = MAIL_LIMITS): MailThread {
  let reader: Reader | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const attempt = async (bytes: Uint8Array, milliseconds: number): Promise<ReadMail | null> => {
    reader ??= await startReader(limits);
    const mail = await reader.read(bytes, limits, milliseconds);
    if (mail === null) reader = null;
    return mail;
  };
  const readNow = async (bytes: Uint8Array): Promise<ReadMail | UnreadableMail> => {
    const size = bytes.byteLength;
    // Copied now: a large mail's own memory moves to the thread. A small one that is too heavy is tried by a quarter.
    const beginning = Uint8Array.from(
      bytes.subarray(0, Math.min(limits.beginningBytes, Math.ceil(size / 4))),
    );
    if (!beginning.some((byte) => byte > 32))
      return { code: 'mail_empty', message: 'There is nothing in this mail.' };
    const isText = !isBinary(bytes);
    const whole = await attempt(bytes, limits.wholeMilliseconds);
    if (whole)
      return isText || Object.keys(whole.mail.headers).some((name) => MAIL_NAMES.has(name))
        ? whole
        : NOT_MAIL;
    const started =
      size > beginning.byteLength ? await attempt(beginning, limits.beginningMilliseconds) : null;
    if (started === null)
      return { code: 'mail_too_heavy', message: 'Reading this mail took too long or too much memory.' };
    const trouble = `It took too long to read as a whole (${size} bytes); only its beginning was read.`;
    const mail = { ...started.mail, troubles: [trouble, ...started.mail.troubles] };
    return { ...started, mail };
  };
  const inTurn = (bytes: Uint8Array): Promise<ReadMail | UnreadableMail> => {
    const mail = queue.then(() => readNow(bytes));
    // A mail's failure is its caller's to hear of; the next one is read all the same.
    queue = mail.catch(() => undefined);
    return mail;
  };
  return {
    readAll: inTurn,
    async read(bytes) {
      const read = await inTurn(bytes);
      return 'code' in read ? read : read.mail;
    },
    async close() {
      await queue;
      await reader?.end();
      reader = null;
    },
  };
}

const NOT_MAIL: UnreadableMail = {
  code: 'mail_not_mail',
  message: 'This is no mail: it has no header lines, and it is no text.',
};

function isBinary(bytes: Uint8Array): boolean {
  const looked = bytes.subarray(0, LOOKED_AT_BYTES);
  const controls = looked.filter((byte) => byte < 32 && ![9, 10, 12, 13, 27].includes(byte)).length;
  return controls > looked.length * CONTROL_SHARE_MAX;
}
