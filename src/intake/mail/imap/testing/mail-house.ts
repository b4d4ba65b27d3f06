import type { MailServer } from '../../../../domain/deliveries/mail-server.ts';

/** One account on a real mail server, with the folders INBOX, Second and Öffentlich below Anfragen. */
export interface MailHouse {
  readonly server: MailServer;
  /** Puts a mail into a folder, as if it had just been delivered. */
  deliver(folder: string, bytes: Buffer): Promise<void>;
  /** Makes Second anew: the same mails under other numbers. */
  remakeSecond(mails: readonly Buffer[]): Promise<void>;
  setPassword(password: string): Promise<void>;
  /** Flags and number of each mail of a folder. */
  flagsIn(folder: string): Promise<string[][]>;
  close(): Promise<void>;
}

export const PASSWORD = 'right-password';
export const FOLDERS = ['INBOX', 'Second', 'Anfragen/Öffentlich'] as const;
