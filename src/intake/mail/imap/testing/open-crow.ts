import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';
import { type MailHouse, PASSWORD } from './mail-house.ts';

const USER = 'partners';
/** As IMAP writes folder names: modified UTF-7. */
const WIRE: Readonly<Record<string, string>> = { 'Anfragen/Öffentlich': 'Anfragen/&ANY-ffentlich' };

/** An IMAP server from npm in this process, on a port of its own. */
export async function openCrow(): Promise<MailHouse> {
  const server = hoodiecrow({
    plugins: ['IDLE', 'LITERALPLUS', 'UIDPLUS'],
    users: { [USER]: { password: PASSWORD } },
    storage: {
      INBOX: {},
      '': { separator: '/', folders: { Second: {}, Anfragen: { folders: { '&ANY-ffentlich': {} } } } },
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const boxOf = (folder: string) => {
    const box = server.getMailbox(WIRE[folder] ?? folder);
    if (!box) throw new Error(`there is no folder ${folder}`);
    return box;
  };
  const deliver = async (folder: string, bytes: Buffer): Promise<void> => {
    server.appendMessage(WIRE[folder] ?? folder, [], null, bytes.toString('latin1'));
  };
  return {
    server: { host: '127.0.0.1', port, user: USER, password: PASSWORD, security: 'plain', isLoopback: true },
    deliver,
    async remakeSecond(mails) {
      const box = boxOf('Second');
      box.messages.length = 0;
      box.uidvalidity += 7;
      box.uidnext = 1;
      for (const bytes of mails) await deliver('Second', bytes);
    },
    async setPassword(password) {
      server.users[USER] = { password };
    },
    flagsIn: async (folder) => boxOf(folder).messages.map(({ flags }) => flags),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
