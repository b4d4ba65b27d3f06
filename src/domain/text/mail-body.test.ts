import { describe, expect, it } from 'vitest';
import { mailBody } from './mail-body.ts';

describe('mailBody', () => {
  it('keeps what is new and drops what is quoted below', () => {
    const body = mailBody(
      'Any news?\n\nOn Mon, 2 Nov 2026 at 10:11, Ann <ann@shop.test> wrote:\n> We look into it.\n>> Old',
    );
    expect(body.fresh).toBe('Any news?');
    expect(body.hasHistory).toBe(true);
  });

  it.each([
    'Am 2. November 2026 um 10:11 schrieb Ann <ann@shop.test>:',
    'Le lun. 2 nov. 2026 à 10:11, Ann <ann@shop.test> a écrit :',
    'El lun, 2 nov 2026 a las 10:11, Ann (<ann@shop.test>) escribió:',
    'Il giorno lun 2 nov 2026 alle ore 10:11 Ann <ann@shop.test> ha scritto:',
    'Em seg., 2 de nov. de 2026 às 10:11, Ann <ann@shop.test> escreveu:',
    'Op ma 2 nov. 2026 om 10:11 schreef Ann <ann@shop.test>:',
    '-----Ursprüngliche Nachricht-----',
    'Von: Ann <ann@shop.test>\nGesendet: Montag, 2. November 2026 10:11\nAn: Bob\nBetreff: Zahlung',
    'On Mon, 2 Nov 2026 at 10:11, Ann of the affiliate team at Shop\n<ann@shop.test> wrote:',
  ])('ends at "%s"', (line) => {
    expect(mailBody(`Neu.\n\n${line}\n\nalt`).fresh).toBe('Neu.');
  });

  it('keeps answers written between the quotes', () => {
    const body = mailBody('On 2 Nov 2026, Ann wrote:\n> Which order?\nOrder 4711.\n> And when?\nMonday.');
    expect(body.fresh).toBe('Order 4711.\nMonday.');
  });

  it('tells a forward from its cover words', () => {
    const body = mailBody(
      'FYI\n\n---------- Forwarded message ---------\nFrom: X <x@x.test>\n\nWhere is my money?',
    );
    expect(body.fresh).toBe('FYI');
    expect(body.forwarded).toContain('Where is my money?');
  });

  it('drops the signature and the notice of confidentiality, which speaks of law in every mail', () => {
    const notice =
      'This email and any attachments are confidential and intended solely for the addressee. Unauthorised use is unlawful and may lead to legal action.';
    expect(mailBody(`Hello\n\n${notice}`).fresh).toBe('Hello');
    expect(mailBody('Hello\n-- \nAnn\nLegal desk')).toMatchObject({
      fresh: 'Hello',
      signature: 'Ann\nLegal desk',
    });
  });

  it('takes an ordinary sentence with "on" and a colon for what it is', () => {
    expect(mailBody('On our site we have three banners:\nred, blue').fresh).toContain('three banners');
  });
});
