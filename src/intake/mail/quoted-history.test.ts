import { describe, expect, it } from 'vitest';
import { mailBody } from '../../domain/text/mail-body.ts';
import { MAIL_LIMITS } from './mail-limits.ts';
import { parseMail } from './parse-mail.ts';
import { mailWith } from './testing/mail-text.ts';

const GMAIL = [
  'On Mon, Nov 2, 2026 at 10:11 AM Ann &lt;<a href="mailto:ann@shop.test">ann@shop.test</a>&gt; wrote:',
  'Am Mo., 2. Nov. 2026 um 10:11 Uhr schrieb Ann &lt;ann@shop.test&gt;:',
  'Le lun. 2 nov. 2026 à 10:11, Ann &lt;ann@shop.test&gt; a écrit&nbsp;:',
  'El lun, 2 nov 2026 a las 10:11, Ann (&lt;ann@shop.test&gt;) escribió:',
  'Il giorno lun 2 nov 2026 alle ore 10:11 Ann &lt;ann@shop.test&gt; ha scritto:',
  'Em seg., 2 de nov. de 2026 às 10:11, Ann &lt;ann@shop.test&gt; escreveu:',
  'Op ma 2 nov 2026 om 10:11 schreef Ann &lt;ann@shop.test&gt;:',
  'في الاثنين، 2 نوفمبر 2026 في 10:11 ص تمت كتابة ما يلي بواسطة Ann &lt;ann@shop.test&gt;:',
  'pon., 2 lis 2026 o 10:11 Ann &lt;ann@shop.test&gt; napisał(a):',
  'Den mån 2 nov. 2026 kl 10:11 skrev Ann &lt;ann@shop.test&gt;:',
];
const OUTLOOK = [
  ['From:', 'Sent:', 'To:', 'Subject:'],
  ['Von:', 'Gesendet:', 'An:', 'Betreff:'],
  ['De :', 'Envoyé :', 'À :', 'Objet :'],
  ['De:', 'Enviado el:', 'Para:', 'Asunto:'],
  ['Da:', 'Inviato:', 'A:', 'Oggetto:'],
  ['De:', 'Enviada em:', 'Para:', 'Assunto:'],
  ['Van:', 'Verzonden:', 'Aan:', 'Onderwerp:'],
  ['من:', 'تم الإرسال:', 'إلى:', 'الموضوع:'],
] as const;

const bodyOf = async (html: string) => {
  const mail = await parseMail(mailWith('Content-Type: text/html; charset=utf-8', '', html), MAIL_LIMITS);
  return mailBody(mail.htmlAsText ?? '');
};

describe('what is new in an HTML mail, apart from what it quotes', () => {
  it.each(GMAIL)('ends at "%s"', async (line) => {
    const html = `<div dir="ltr">New words.</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">${line}<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid #ccc"><div>Old words.</div></blockquote></div>`;
    expect(await bodyOf(html)).toMatchObject({ fresh: 'New words.', hasHistory: true });
  });

  it.each(OUTLOOK)("ends at Outlook's %s %s", async (from, sent, to, subject) => {
    const html = `<p>New words.</p><div style="border-top:solid #E1E1E1 1.0pt"><p><b>${from}</b> Ann &lt;ann@shop.test&gt;<br><b>${sent}</b> 2.11.2026 10:11<br><b>${to}</b> Bob<br><b>${subject}</b> Test</p></div><p>Old words.</p>`;
    expect(await bodyOf(html)).toMatchObject({ fresh: 'New words.', hasHistory: true });
  });

  it('ends where Apple Mail quotes', async () => {
    const html =
      '<body>New words.<br><div><br><blockquote type="cite"><div>On 2. Nov 2026, at 10:11, Ann &lt;ann@shop.test&gt; wrote:</div><br><div>Old words.</div></blockquote></div></body>';
    expect(await bodyOf(html)).toMatchObject({ fresh: 'New words.', hasHistory: true });
  });
});
