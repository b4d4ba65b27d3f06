import { createHash } from 'node:crypto';
import type { Correction } from '../networks/correction.ts';
import { canonicalJson } from '../proposals/canonical-json.ts';

/** Order-independent sha256 (hex) of a plan's rows: every figure of every row is bound. */
export function planHash(rows: readonly Correction[]): string {
  const texts = rows.map((row) => canonicalJson(row)).sort();
  return createHash('sha256').update(texts.join('\n')).digest('hex');
}
