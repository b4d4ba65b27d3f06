import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import type { DeliveryAnswer } from '../../domain/deliveries/delivery-target.ts';
import type { MailServer } from '../../domain/deliveries/mail-server.ts';
import type { Effect } from '../../domain/proposals/effect.ts';
import { type Ending, type MailTaker, startMailTaker } from './testing/mail-taker.ts';
import { type LetterRecords, type SentLetter, smtpTarget } from './write.ts';

const ACTION = '11111111-1111-4111-8111-111111111111';
const MAIL = '22222222-2222-4222-8222-222222222222';
const NOW = new Date('2026-03-02T10:00:00.000Z');
const REPLY: Effect = {
  kind: 'mail.reply',
  partnerId: 'p1',
  mailId: MAIL,
  to: 'ann@blog.test',
  subject: 'Re: Grüße',
  body: 'Dear Ann,\n\n.\nyours — the shop\n',
  language: 'en',
  inReplyTo: 'b@blog.test',
  references: ['a@blog.test'],
  isTemplate: true,
  automatic: false,
};
const WARN: Effect = {
  kind: 'partner.warn',
  partnerId: 'p1',
  network: 'awin',
  subject: 'Your traffic',
  body: 'Dear partner',
};

interface Kept extends LetterRecords {
  readonly sent: SentLetter[];
}

function records(changes: Partial<LetterRecords> = {}): Kept {
  const sent: SentLetter[] = [];
  return {
    sent,
    facts: async () => ({
      addressOnFile: 'file@blog.test',
      conversation: null,
      answered: { fromAddress: 'ann@blog.test', subject: 'Grüße', isByMachine: false },
    }),
    refusal: async () => null,
    findSent: async () => null,
    keepSent: async (letter) => void sent.push(letter),
    unsubscribeUrl: async (address) => `https://shop.test/unsubscribe/${address}`,
    ...changes,
  };
}

let taker: MailTaker | null = null;
afterEach(async () => {
  await taker?.close();
  taker = null;
});

async function send(
  effect: Effect,
  {
    ending,
    options,
    server,
    kept = records(),
  }: {
    ending?: (mail: number) => Ending;
    options?: SMTPServerOptions;
    server?: Partial<MailServer>;
    kept?: Kept;
  } = {},
): Promise<DeliveryAnswer> {
  taker = await startMailTaker(ending, options);
  const target = smtpTarget({
    server: { ...taker.server, ...server },
    sender: { name: 'The "Shop", Ltd', address: 'partners@shop.test' },
    records: kept,
    now: () => NOW,
    times: { greetingSeconds: 1, silenceSeconds: 1 },
  });
  const delivery = { idempotencyKey: ACTION, proposalId: ACTION, effect };
  return target.deliver(delivery, AbortSignal.timeout(10_000));
}

const headOf = (text: string): string =>
  text.slice(0, text.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');

describe('smtpTarget', () => {
  it('answers in the conversation, in plain words, under a name made of the action', async () => {
    const kept = records();
    const answer = await send(REPLY, { kept });
    expect(answer).toMatchObject({
      state: 'accepted',
      receipt: { body: { messageId: `${ACTION}@shop.test`, to: 'ann@blog.test' } },
    });
    const [letter] = taker?.taken ?? [];
    expect(letter).toMatchObject({ from: 'partners@shop.test', to: ['ann@blog.test'] });
    const head = headOf(letter?.text ?? '');
    expect(head).toContain(`Message-ID: <${ACTION}@shop.test>`);
    expect(head).toContain('In-Reply-To: <b@blog.test>');
    expect(head).toContain('References: <a@blog.test> <b@blog.test>');
    expect(head).toContain('From: "The \\"Shop\\", Ltd" <partners@shop.test>');
    expect(head).toContain('Content-Type: text/plain; charset=utf-8');
    expect(head).not.toMatch(/Auto-Submitted|List-Unsubscribe|Bcc|X-Mailer/i);
    expect(letter?.text).toMatch(/\r\n\.\r\nyours =E2=80=94 the shop/);
    expect(kept.sent.map(({ actionId }) => actionId)).toEqual([ACTION]);
  });

  it('says of an answer that no person read that it is one, and how to get no more', async () => {
    await send({ ...REPLY, automatic: true });
    const head = headOf(taker?.taken[0]?.text ?? '');
    expect(head).toContain('Auto-Submitted: auto-replied');
    expect(head).toContain('List-Unsubscribe: <https://shop.test/unsubscribe/ann@blog.test>');
    expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  it('sends a warning to the address on file, with the way out', async () => {
    await send(WARN);
    expect(taker?.taken[0]?.to).toEqual(['file@blog.test']);
    expect(headOf(taker?.taken[0]?.text ?? '')).toContain('List-Unsubscribe: <https://shop.test/');
  });

  it.each([
    [450, 'failed'],
    [451, 'failed'],
    [550, 'refused'],
    [554, 'refused'],
  ] as const)('takes %i for %s', async (code, state) => {
    expect(await send(REPLY, { ending: () => code })).toMatchObject({
      state,
      reason: expect.stringContaining('Not now'),
    });
  });

  it.each([
    [450, 'failed'],
    [550, 'refused'],
  ] as const)('takes %i for the recipient for %s', async (code, state) => {
    const onRcptTo: SMTPServerOptions['onRcptTo'] = (_address, _session, callback) =>
      callback(Object.assign(new Error('No such box'), { responseCode: code }));
    const kept = records();
    expect(await send(REPLY, { options: { onRcptTo }, kept })).toMatchObject({ state });
    expect(kept.sent).toEqual([]);
  });

  it.each(['hang', 'cut'] as const)(
    'does not know what became of a mail after which the server %ss',
    async (how) => {
      const kept = records();
      expect(await send(REPLY, { ending: () => how, kept })).toMatchObject({ state: 'unclear' });
      expect(taker?.taken).toHaveLength(1);
      expect(kept.sent).toEqual([]);
    },
  );

  it('knows that nothing was sent when the server cannot be reached, or never speaks', async () => {
    expect(await send(REPLY, { server: { port: 1 } })).toMatchObject({ state: 'failed' });
    await taker?.close();
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    expect(await send(REPLY, { server: { port } })).toMatchObject({ state: 'failed' });
    silent.close();
  });

  it('waits long before it shows a wrong password again, and does not tell it', async () => {
    const options: SMTPServerOptions = {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, callback) => callback(new Error('Wrong user or password')),
    };
    const answer = await send(REPLY, { options, server: { user: 'me', password: 'hunter2' } });
    expect(answer).toMatchObject({ state: 'failed', retryAfterSeconds: 300 });
    expect(JSON.stringify(answer)).not.toContain('hunter2');
    expect(taker?.taken).toEqual([]);
  });

  it('refuses an address on the list with its sentence, and says nothing to the server', async () => {
    const kept = records({ refusal: async () => 'This address asked us for no more mail.' });
    expect(await send(REPLY, { kept })).toEqual({
      state: 'refused',
      reason: 'This address asked us for no more mail.',
    });
    expect(taker?.taken).toEqual([]);
  });

  it.each<[string, Effect]>([
    ['an address that no row of ours holds', { ...REPLY, to: 'thief@evil.test' }],
    [
      'payout letters to anything but the address on file',
      {
        kind: 'partner.payout-details',
        partnerId: 'p1',
        mailId: MAIL,
        to: 'ann@blog.test',
        subject: 'S',
        body: 'B',
      },
    ],
    ['what is no letter', { kind: 'partner.block', partnerId: 'p1', network: 'awin', subId: null }],
  ])('refuses %s', async (_what, effect) => {
    expect(await send(effect)).toMatchObject({ state: 'refused' });
    expect(taker?.taken).toEqual([]);
  });

  it('never answers a machine', async () => {
    const facts: LetterRecords['facts'] = async () => ({
      addressOnFile: null,
      conversation: null,
      answered: { fromAddress: 'ann@blog.test', subject: '', isByMachine: true },
    });
    expect(await send(REPLY, { kept: records({ facts }) })).toMatchObject({ state: 'refused' });
  });

  it('tries again later when our own rows could not be read: nothing had left', async () => {
    const facts: LetterRecords['facts'] = () => Promise.reject(new Error('no database'));
    expect(await send(REPLY, { kept: records({ facts }) })).toMatchObject({ state: 'failed' });
  });
});
