import MailComposer from 'nodemailer/lib/mail-composer';
import type { Letter } from '../../domain/deliveries/letter-of.ts';

/** Who writes. */
export interface Sender {
  /** Empty when there is only an address. */
  readonly name: string;
  readonly address: string;
}

/** Breaks and controls, which could begin a line of their own in a head, and marks that turn text round. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;
const MESSAGE_ID = /^[!-;=?-~]{1,400}$/;

/**
 * The name of a mail of ours: the same for the same action, so that a repeat can be recognised by anybody.
 *
 * @returns without brackets.
 */
export function messageIdOf(actionId: string, sender: Sender): string {
  return `${actionId}@${sender.address.slice(sender.address.lastIndexOf('@') + 1)}`;
}

/**
 * A letter's bytes: plain text in UTF-8, one recipient, no head line but ours.
 *
 * @param unsubscribeUrl - where the recipient ends our mail by one click; used where the letter is no personal answer.
 */
export function composeLetter(
  letter: Letter,
  {
    sender,
    messageId,
    at,
    unsubscribeUrl,
  }: {
    readonly sender: Sender;
    readonly messageId: string;
    readonly at: Date;
    readonly unsubscribeUrl: string;
  },
): Promise<Buffer> {
  const answers = letter.inReplyTo !== null && MESSAGE_ID.test(letter.inReplyTo) ? letter.inReplyTo : null;
  const before = letter.references.filter((id) => MESSAGE_ID.test(id) && id !== answers);
  const composer = new MailComposer({
    from: { name: oneLine(sender.name), address: sender.address },
    to: { name: '', address: letter.to },
    subject: oneLine(letter.subject),
    text: letter.body.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\0', ''),
    date: at,
    messageId: `<${messageId}>`,
    ...(answers === null
      ? {}
      : { inReplyTo: `<${answers}>`, references: [...before, answers].map((id) => `<${id}>`) }),
    headers: {
      ...(letter.isAutomatic ? { 'Auto-Submitted': 'auto-replied' } : {}),
      ...(letter.isPersonal
        ? {}
        : {
            'List-Unsubscribe': { prepared: true, value: `<${unsubscribeUrl}>` },
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Promise((resolve, reject) => {
    composer.compile().build((error, bytes) => (error ? reject(error) : resolve(Buffer.from(bytes))));
  });
}

const oneLine = (text: string): string => text.toWellFormed().replaceAll(UNSEEN, ' ').trim();
