import type { TakeTurn } from '../../domain/networks/call-limits.ts';
import type { HttpSurroundings } from '../http/surroundings.ts';

/** What a connector is handed besides its credentials; all of it may be left out. */
export interface ConnectorDeps {
  /** Counts calls across processes. */
  readonly takeTurn?: TakeTurn | undefined;
  readonly surroundings?: HttpSurroundings | undefined;
  /** One attempt, seconds. */
  readonly timeoutSeconds?: number | undefined;
  /** Attempts in all at what may be tried again. */
  readonly attemptsMax?: number | undefined;
}
