/** One call to a system. */
export interface HttpCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the system's base URL, with a slash in front; its variable parts are encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: { readonly json: unknown } | { readonly form: Readonly<Record<string, string>> };
  /**
   * `read` and `repeatable` (a write of which a second one changes nothing) are tried again on 429, 5xx and lost
   * answers; `write` goes out once.
   */
  readonly effect: 'read' | 'repeatable' | 'write';
  /** Where the system has another limit for this call, its name in the client's `otherLimits`. */
  readonly limit?: string;
  readonly signal?: AbortSignal;
}

/**
 * How a call ended, its retries included. `answered` says whatever it says, a 4xx too. `failed`: it clearly was not
 * taken (no connection, too many calls, left alone after failures). `unclear`: it may have been.
 */
export type HttpOutcome =
  | {
      readonly state: 'answered';
      readonly status: number;
      /** Names in small letters. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly state: 'failed'; readonly reason: string; readonly retryAfterSeconds: number | null }
  | { readonly state: 'unclear'; readonly reason: string };
