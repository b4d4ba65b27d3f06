import type { ReceivedMail } from '../../domain/inbox/received-mail.ts';
import type { MailLimits } from './mail-limits.ts';
import type { MailPart } from './mime/mail-part.ts';

/** Reads one message inside another. */
export type ReadMessage = (bytes: Buffer, depth: number) => Promise<ReceivedMail>;

/** Messages attached to a message, as far as the caps allow; the others stay listed as attachments. */
export async function attachedMessages(
  parts: readonly MailPart[],
  depth: number,
  limits: MailLimits,
  read: ReadMessage,
): Promise<{ messages: ReceivedMail[]; troubles: string[] }> {
  const attached = parts.flatMap(({ message }) =>
    message === null || message.length === 0 ? [] : [message],
  );
  if (attached.length === 0) return { messages: [], troubles: [] };
  if (depth >= limits.attachedDepth) {
    return {
      messages: [],
      troubles: ['Messages attached to attached messages are listed, not read, from some depth on.'],
    };
  }
  const messages: ReceivedMail[] = [];
  for (const bytes of attached.slice(0, limits.attachedMessages)) messages.push(await read(bytes, depth + 1));
  const more = attached.length - messages.length;
  const listed = more > 0 ? [`${more} more attached messages are listed, not read.`] : [];
  return { messages, troubles: [...new Set([...listed, ...messages.flatMap(({ troubles }) => troubles)])] };
}

/** An attached message the way mail programs write a forward into the text, so that it is read like one. */
export function asForwarded(message: ReceivedMail): string {
  const { from, date, subject } = message;
  const address = from.address === '' ? '' : `<${from.address}>`;
  const head = [
    ['From', `${from.name} ${address}`],
    ['Date', date ?? ''],
    ['Subject', subject],
  ];
  const lines = head
    .filter(([, value = '']) => value.trim() !== '')
    .map(([name, value = '']) => `${name}: ${value.trim()}`);
  const words = message.text?.trim() ? message.text : (message.htmlAsText ?? '');
  return `---------- Forwarded message ----------\n${lines.join('\n')}\n\n${words}`;
}
