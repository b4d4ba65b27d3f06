/** What the tests use of it; it has no types of its own. */
declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  interface CrowMailbox {
    uidvalidity: number;
    uidnext: number;
    messages: { uid: number; flags: string[] }[];
  }
  interface CrowServer {
    readonly server: Server;
    readonly users: Record<string, { password: string }>;
    listen(port: number, host: string): void;
    close(done: () => void): void;
    appendMessage(folder: string, flags: string[], internalDate: Date | null, raw: string): void;
    getMailbox(folder: string): CrowMailbox | undefined;
  }
  export default function hoodiecrow(options: {
    readonly plugins?: readonly string[];
    readonly users?: Record<string, { password: string }>;
    readonly storage?: object;
  }): CrowServer;
}
