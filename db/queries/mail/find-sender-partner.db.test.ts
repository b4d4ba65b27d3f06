import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClonedDatabase, cloneDatabase } from '../../testing/clone-database.ts';
import { findSenderPartner, type SenderPartner } from './find-sender-partner.ts';
import { readMail } from './read-mail.ts';
import { putMail } from './testing/put-mail.ts';

let database: ClonedDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
  await database.pools.app.query(`
    insert into partner (partner_id, name, email, website, key_account) values
      ('p-deals', 'Deals', 'Team@Deals.test', 'https://www.deals.test/', true),
      ('p-video', 'Video', 'v@gmail.com', 'https://youtube.test/@video', false),
      ('p-one', 'One', 'agency@agency.test', 'https://one.test', false),
      ('p-two', 'Two', 'agency@agency.test', 'https://two.test', false)`);
});
afterAll(() => database.drop());

async function senderOf(...head: readonly string[]): Promise<SenderPartner | null> {
  const { app } = database.pools;
  const { mailId } = await putMail(app, [...head, `Message-ID: <${crypto.randomUUID()}@x>`, '', 'Hi']);
  const mail = await readMail(app, mailId);
  return mail && findSenderPartner(app, mail);
}

describe('findSenderPartner', () => {
  it('finds the address on file in any case, and says whether the sender was proven', async () => {
    expect(await senderOf('From: team@deals.test')).toEqual({
      partnerId: 'p-deals',
      how: 'address',
      isTierOne: true,
      authenticated: false,
      isSpoofable: true,
    });
    const proven = await senderOf(
      'Authentication-Results: mx.shop.test; dmarc=pass header.from=deals.test',
      'From: team@deals.test',
    );
    expect(proven).toMatchObject({ authenticated: true, isSpoofable: false });
  });

  it('finds the domain of a website, also below it, but not a page on somebody else’s', async () => {
    expect(await senderOf('From: new.person@mail.deals.test')).toMatchObject({
      partnerId: 'p-deals',
      how: 'domain',
    });
    expect(await senderOf('From: x@youtube.test')).toBeNull();
    expect(await senderOf('From: x@notdeals.test')).toBeNull();
  });

  it('never goes by a free-mail domain', async () => {
    expect(await senderOf('From: v@gmail.com')).toMatchObject({ partnerId: 'p-video', how: 'address' });
    expect(await senderOf('From: w@gmail.com')).toBeNull();
  });

  it('takes an address that several partners share for nobody’s', async () => {
    expect(await senderOf('From: agency@agency.test')).toBeNull();
  });

  it('knows whom we wrote to in a conversation, and nobody else who answers in it', async () => {
    const { app } = database.pools;
    const actionId = crypto.randomUUID();
    // The action's row has no part in the look-up.
    await app.query('alter table mail drop constraint mail_action_id_fkey');
    await putMail(
      app,
      ['From: us@shop.test', 'To: other@home.test', 'Message-ID: <ours@shop.test>', '', 'Hi'],
      { source: 'outbox', sent: { actionId, at: new Date(), partnerId: 'p-video' } },
    );
    const answer = ['In-Reply-To: <ours@shop.test>', 'Subject: Re: Hi'];
    expect(await senderOf('From: other@home.test', ...answer)).toMatchObject({
      partnerId: 'p-video',
      how: 'thread',
    });
    expect(await senderOf('From: stranger@home.test', ...answer)).toBeNull();
  });
});
