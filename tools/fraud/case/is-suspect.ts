import type { CaseLine } from '../../../db/queries/fraud/list-case-lines.ts';
import type { Family } from '../../../src/domain/fraud/fraud-scores.ts';

/**
 * Whether this very order shows the sign that a family speaks of.
 *
 * Only timing, in-cart and code abuse speak of single orders. The other families speak of the traffic as a whole and
 * single out no order: what they alone show is a reason to hold, and none to take back what was settled.
 */
export function isSuspect(line: CaseLine, families: readonly Family[]): boolean {
  return (
    (families.includes('timing') && line.isFast) ||
    (families.includes('in_cart') && line.inCart === true) ||
    (families.includes('code_abuse') && line.isOthersCode)
  );
}
