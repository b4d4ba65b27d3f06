import type { RowResult } from '../../domain/networks/network-writer.ts';
import { saysOf } from '../http/ask.ts';
import type { HttpOutcome } from '../http/http-call.ts';

/**
 * What one call says about each of its rows. A refused call took none of them.
 *
 * @param onTaken - reads the body of a 2xx; null when it is not as documented, which leaves the rows unclear.
 */
export function rowResults(
  system: string,
  outcome: HttpOutcome,
  count: number,
  onTaken: (body: string) => readonly RowResult[] | null,
): RowResult[] {
  const all = (result: RowResult): RowResult[] => Array.from({ length: count }, () => result);
  if (outcome.state === 'failed') {
    const { reason, retryAfterSeconds } = outcome;
    return all({ state: 'not_sent', reason, retryAfterSeconds });
  }
  if (outcome.state === 'unclear') return all({ state: 'unclear', reason: outcome.reason });
  const { status, body } = outcome;
  if (status >= 200 && status <= 299) {
    const taken = onTaken(body);
    return taken === null
      ? all({ state: 'unclear', reason: `${system} answered in another shape than documented.` })
      : [...taken];
  }
  return all({ state: 'rejected', reason: `${system} refuses the call: ${saysOf(body, status)}` });
}
