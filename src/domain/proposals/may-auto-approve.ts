import { NEVER_AUTOMATIC } from '../policies.ts';
import type { GatePolicy } from './gate-policy.ts';

/**
 * Whether the policy alone may approve a proposal: its kind is listed, is not one of those that always need a
 * person, and one approval is enough.
 */
export function mayAutoApprove(
  kind: string,
  needed: 1 | 2,
  policy: Pick<GatePolicy, 'autoApprovedKinds'>,
): boolean {
  return needed === 1 && policy.autoApprovedKinds.includes(kind) && !NEVER_AUTOMATIC.includes(kind);
}
