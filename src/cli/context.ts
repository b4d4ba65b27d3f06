import type { Queryable } from '../../db/client.ts';
import type { Pools } from '../../db/pool.ts';
import type { Config } from '../config.ts';
import type { ParsedMail } from '../domain/inbox/parsed-mail.ts';
import type { Triage } from '../domain/inbox/triage.ts';
import type { PageAuditor } from '../domain/pages/page-auditor.ts';
import type { Policy } from '../domain/policies.ts';
import type { OurLinks } from '../domain/sightings/affiliate-link.ts';
import type { Application } from '../domain/vetting/application.ts';
import type { TextReading } from '../domain/vetting/text-reading.ts';
import type { WebReader } from '../domain/web/web-reader.ts';
import type { Logger } from '../logger.ts';

/** A database in use: the embedded one, or the one that `DATABASE_URL` names; migrated. */
export interface OpenDatabase {
  readonly url: string;
  readonly pools: Pools;
  /** What is weaker here than it could be, as sentences; already logged. */
  readonly warnings: readonly string[];
  /** Ends the pools and lets the embedded server go, which stops when nobody else uses it. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** The embedded server goes on running after the command; for `database-url`. */
  readonly leaveRunning?: boolean;
}

/** What the long-running commands do. Main builds it, since only main may know the executor, the outbox and the engines. */
export interface Services {
  /** Serves until stopped. With `work`, runs and deliveries happen in the same process. */
  serve(options: { readonly work: boolean; readonly demo: boolean }): Promise<void>;
  work(): Promise<void>;
  /** Loads the demo programme unless it is there. @returns false when it already was. */
  loadDemo(
    database: OpenDatabase,
    onProgress: (done: number, total: number, what: string) => void,
  ): Promise<boolean>;
  /** What mails want, in their order; needs no database. */
  triage(mails: readonly ParsedMail[]): Promise<Triage[]>;
  /** Says what pages are, in threads of its own; needs no database, and the caller closes it. */
  openPageAuditor(): PageAuditor;
  /** Eyes on the web that need no database; the caller closes them. */
  openWeb(): WebReader;
  /** What a learnt reader says of applicants' words, in their order; needs no database. */
  readTexts(applications: readonly Application[]): Promise<TextReading[]>;
  /** One run here and now, to its end. @returns its id. */
  runNow(database: OpenDatabase, workflow: string): Promise<string>;
}

/** What a command is given. */
export interface CommandContext {
  readonly config: Config;
  readonly log: Logger;
  readonly policy: Policy;
  /** Our own links as policy and connections know them; null when nothing is known. */
  readonly ours: OurLinks | null;
  readonly services: Services;
  /** Aborted by SIGTERM, SIGINT or the end of the process that started us. */
  readonly stopping: AbortSignal;
  now(): Date;
  openDatabase(options?: OpenOptions): Promise<OpenDatabase>;
}

/** The person behind `MARGINKEEPER_TOKEN`, asked for by every command that decides. */
export type FindPrincipal = (
  db: Queryable,
  token: string,
) => Promise<{ readonly name: string; readonly role: string } | null>;
