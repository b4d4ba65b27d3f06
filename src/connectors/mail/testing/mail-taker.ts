import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { MailServer } from '../../../domain/deliveries/mail-server.ts';

/** One mail as a server took it. */
export interface TakenLetter {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
}

export interface MailTaker {
  readonly server: MailServer;
  readonly taken: readonly TakenLetter[];
  close(): Promise<void>;
}

/** What becomes of a mail once all of it is there: `hang` says nothing, `cut` ends the connection. */
export type Ending = 'take' | 'hang' | 'cut' | number;

/** A mail server on a port of its own, on this machine. @param ending - by the number of the mail, from 1 on. */
export async function startMailTaker(
  ending: (mail: number) => Ending = () => 'take',
  options: SMTPServerOptions = {},
): Promise<MailTaker> {
  const taken: TakenLetter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString(),
        });
        const how = ending(taken.length);
        if (how === 'take') callback();
        else if (how === 'cut') {
          for (const { _socket: socket } of server.connections as Iterable<{
            _socket: { destroy(): void };
          }>) {
            socket.destroy();
          }
        } else if (how !== 'hang') callback(Object.assign(new Error('Not now'), { responseCode: how }));
      });
    },
    ...options,
  });
  // A client that goes away is the test's own doing.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    server: { host: '127.0.0.1', port, user: null, password: null, security: 'plain', isLoopback: true },
    taken,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
