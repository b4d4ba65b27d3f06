import type { Logger } from 'pino';
import type { Pools } from '../../db/pool.ts';
import type { ChatEvent } from '../domain/chat/chat-event.ts';
import type { ChatRequest } from '../domain/chat/chat-request.ts';
import type { Connection } from '../domain/connections/connection.ts';
import type { Policy } from '../domain/policies.ts';
import type { Precedent } from '../domain/precedents/precedent.ts';
import type { Principal } from '../domain/principal.ts';
import type { WebhookSettings } from '../domain/webhooks/webhook-settings.ts';
import type { CaseToCompare } from '../intake/precedents/find-precedents.ts';

export type { Logger };

/** Whether the service may be sent work, and when not, why: a sentence for the operator. */
export type Readiness = { readonly ready: true } | { readonly ready: false; readonly reason: string };

export interface HttpConfig {
  /** Names, besides loopback names and IP addresses, under which this server is reached; lower case, no port. */
  readonly allowedHosts: readonly string[];
  /** Requests a minute for one token or person, or for one address without either; per process. */
  readonly rateLimitPerMinute: number;
  /** Who may read `/metrics`: everybody, or a viewer. */
  readonly metrics: 'public' | 'viewer';
}

/** What the HTTP door is handed. */
export interface HttpDeps {
  readonly pools: Pools;
  readonly policy: Policy;
  readonly config: HttpConfig;
  readonly log: Logger;
  /** Secrets of the shops that send to us; without any, none of their messages is taken. */
  readonly webhooks?: WebhookSettings;
  /** What this server's environment says of networks and shops; shown without credentials. */
  readonly connections?: readonly Connection[];
  /** Whether letters leave by a mail server; otherwise the sandbox takes them. */
  readonly smtp?: boolean;
  now(): Date;
  /** Asked at each `/readyz`; the database is looked at besides. */
  readiness(): Readiness;
  /** The built page: `index.html` and `assets/`. Null when this server shows none. */
  readonly pageFolder: string | null;
  /** What people decided on cards like this one, most similar first. */
  precedents(card: CaseToCompare): Promise<Precedent[]>;
  /**
   * Answers one message of the chat. Unknown threads are refused before the first event.
   *
   * @param signal - ends the answering.
   */
  chat(input: ChatRequest, by: Principal, signal: AbortSignal): AsyncIterable<ChatEvent>;
  /** Prints a page of ours as PDF; absent where there is no browser. */
  printPdf?(html: string): Promise<Uint8Array>;
  /** What is written on `/openapi.json`. */
  readonly version: string;
}
