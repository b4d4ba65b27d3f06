/** A header line's words; encoded where they are not plain ASCII. */
const words = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;

export interface MailParts {
  readonly messageId: string;
  readonly answers: string | null;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly at: Date;
  readonly subject: string;
  readonly body: string;
  readonly automatic: string | null;
  readonly isBulk: boolean;
  readonly isProven: boolean;
  readonly hasAttachment: boolean;
}

/** A mail as a server would have received it. */
export function mailBytes(mail: MailParts): Buffer {
  const { from, isProven } = mail;
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const text = [
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(mail.body).toString('base64').replaceAll(/.{76}/g, '$&\r\n'),
  ];
  const head = [
    `Authentication-Results: mx.demo-shop.example; dmarc=${isProven ? 'pass' : 'none'} header.from=${domain}`,
    `Received: from mail.${domain} by mx.demo-shop.example; ${mail.at.toUTCString().replace('GMT', '+0000')}`,
    `From: ${words(from.name)} <${from.address}>`,
    `To: ${mail.to}`,
    `Subject: ${words(mail.subject)}`,
    `Date: ${mail.at.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${mail.messageId}>`,
    ...(mail.answers === null ? [] : [`In-Reply-To: <${mail.answers}>`, `References: <${mail.answers}>`]),
    ...(mail.automatic === null ? [] : [`Auto-Submitted: ${mail.automatic}`]),
    ...(mail.isBulk ? [`List-Unsubscribe: <mailto:leave@${domain}>`, 'Precedence: bulk'] : []),
    'MIME-Version: 1.0',
  ];
  return Buffer.from([...head, ...(mail.hasAttachment ? withAttachment(text) : text), ''].join('\r\n'));
}

function withAttachment(text: readonly string[]): string[] {
  return [
    'Content-Type: multipart/mixed; boundary="parts"',
    '',
    '--parts',
    ...text,
    '--parts',
    'Content-Type: application/pdf; name="terms.pdf"',
    'Content-Disposition: attachment; filename="terms.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('%PDF-1.4 simulated').toString('base64'),
    '--parts--',
  ];
}
