import type { CallLimits, TakeTurn } from '../../domain/networks/call-limits.ts';
import type { HttpCall, HttpOutcome } from './http-call.ts';
import type { HttpSurroundings } from './surroundings.ts';

export interface HttpClientOptions {
  /** As sentences name it: "Awin". */
  readonly system: string;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  /** Go with every call; they may hold secrets and are never logged. */
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: CallLimits;
  /** Limits of single calls, by the name that the call gives. */
  readonly otherLimits?: Readonly<Record<string, CallLimits>>;
  /** Names the account that the limits count for; no secret. */
  readonly account: string;
  /** Counts calls across processes; within this one they are counted anyway. */
  readonly takeTurn?: TakeTurn | undefined;
  /** One attempt, seconds. */
  readonly timeoutSeconds?: number | undefined;
  readonly answerBytesMax?: number | undefined;
  /** Attempts in all at what may be tried again. */
  readonly attemptsMax?: number | undefined;
  /** Statuses that say "too many calls", with or without a time to wait; 429 unless a system means something else by it. */
  readonly busyStatuses?: readonly number[] | undefined;
  readonly surroundings?: HttpSurroundings | undefined;
}

/** Calls one system. */
export interface HttpClient {
  /** As sentences name it. */
  readonly system: string;
  /** Never throws for what a system does; throws the signal's reason when stopped during a read. */
  call(call: HttpCall): Promise<HttpOutcome>;
}
