import type { CallLimits, TakeTurn } from '../../domain/networks/call-limits.ts';
import type { HttpCall, HttpOutcome } from './http-call.ts';

/** What passes time and chance in; real ones in production, made up ones in tests. */
export interface HttpSurroundings {
  readonly nowMs: () => number;
  readonly sleep: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  /** In [0, 1). */
  readonly random: () => number;
}

export interface HttpClientOptions {
  /** As sentences name it: "Awin". */
  readonly system: string;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  /** Go with every call; they may hold secrets and are never logged. */
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: CallLimits;
  readonly otherLimits?: Readonly<Record<string, CallLimits>>;
  /** Names the account that the limits count for; no secret. */
  readonly account: string;
  /** Counts calls across processes; within this one they are counted anyway. */
  readonly takeTurn?: TakeTurn;
  /** One attempt, seconds. */
  readonly timeoutSeconds?: number;
  readonly answerBytesMax?: number;
  /** Attempts in all at what may be tried again. */
  readonly attemptsMax?: number;
  readonly surroundings?: HttpSurroundings;
}

/** Calls one system. */
export interface HttpClient {
  readonly system: string;
  call(call: HttpCall): Promise<HttpOutcome>;
}
