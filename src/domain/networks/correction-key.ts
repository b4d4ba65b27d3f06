import { createHash } from 'node:crypto';
import type { Correction } from './correction.ts';

/**
 * Our idempotency key of a correction: hash of network, transaction and the state aimed at. The same aim has the same
 * key, whoever plans it and however often.
 *
 * @returns 64 hexadecimal digits.
 */
export function correctionKey({ network, transactionId, after, currency }: Correction): string {
  const aim = [network, transactionId, after.status, after.sale, after.commission, currency];
  return createHash('sha256').update(JSON.stringify(aim)).digest('hex');
}
