import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { type MailHouse, PASSWORD } from './mail-house.ts';

/** Dovecot looks at its file of users once a second. */
const SIGN_IN_TRIES = 30;
const SIGN_IN_PAUSE_MS = 200;

/** An account of its own on the Dovecot that `.ci/dovecot` started; `TEST_DOVECOT_USERS` is its file of users. */
export async function openDovecot(): Promise<MailHouse> {
  const file = process.env.TEST_DOVECOT_USERS ?? '';
  const user = `u${crypto.randomUUID().slice(0, 8)}`;
  const port = Number(process.env.TEST_DOVECOT_PORT);
  await appendFile(file, `${user}:{PLAIN}${PASSWORD}::::::\n`);
  let password = PASSWORD;

  const signedIn = async (): Promise<ImapFlow> => {
    for (let triesLeft = SIGN_IN_TRIES; ; triesLeft -= 1) {
      const client = new ImapFlow({
        host: '127.0.0.1',
        port,
        secure: false,
        doSTARTTLS: false,
        auth: { user, pass: password },
        logger: false,
      });
      try {
        await client.connect();
        return client;
      } catch (error) {
        if (triesLeft === 0) throw error;
        await sleep(SIGN_IN_PAUSE_MS);
      }
    }
  };
  const as = async <Result>(work: (client: ImapFlow) => Promise<Result>): Promise<Result> => {
    const client = await signedIn();
    try {
      return await work(client);
    } finally {
      await client.logout();
    }
  };
  await as(async (client) => {
    await client.mailboxCreate(['Second']);
    await client.mailboxCreate(['Anfragen', 'Öffentlich']);
  });
  const deliver = async (folder: string, bytes: Buffer): Promise<void> => {
    await as((client) => client.append(folder, bytes));
  };
  return {
    server: { host: '127.0.0.1', port, user, password: PASSWORD, security: 'plain', isLoopback: true },
    deliver,
    async remakeSecond(mails) {
      await as(async (client) => {
        await client.mailboxDelete('Second');
        await client.mailboxCreate(['Second']);
        for (const bytes of mails) await client.append('Second', bytes);
      });
    },
    async setPassword(next) {
      const lines = (await readFile(file, 'utf8')).split('\n');
      const mine = (line: string): string =>
        line.startsWith(`${user}:`) ? `${user}:{PLAIN}${next}::::::` : line;
      await writeFile(file, lines.map(mine).join('\n'));
      password = next;
      await as((client) => client.noop());
    },
    flagsIn: (folder) =>
      as(async (client) => {
        await client.mailboxOpen(folder, { readOnly: true });
        const flags: string[][] = [];
        for await (const message of client.fetch('1:*', { flags: true }))
          flags.push([...(message.flags ?? [])]);
        return flags;
      }),
    close: async () => undefined,
  };
}
