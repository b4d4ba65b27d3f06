import { compareIds } from './order-of-ids.ts';
import type { ConversionFact, DenyingDecision } from './programme-facts.ts';

/**
 * The decision by which a conversion earns nothing, as the view `commission_denied` finds it: the first of several.
 *
 * @returns `null` when none denies it.
 */
export function findDenial(
  conversion: ConversionFact,
  decisions: readonly DenyingDecision[],
): DenyingDecision | null {
  const [first] = decisions
    .filter((decision) => denies(decision, conversion))
    .sort(
      (left, right) =>
        left.since.getTime() - right.since.getTime() ||
        compareIds(left.reason, right.reason) ||
        compareIds(left.proposalId, right.proposalId),
    );
  return first ?? null;
}

function denies(decision: DenyingDecision, { convertedAt, partnerId, code, hosts }: ConversionFact): boolean {
  if (convertedAt < decision.since) return false;
  if (decision.reason === 'blacklisted_site') {
    const { domain } = decision;
    return hosts.some((host) => host === domain || host.endsWith(`.${domain}`));
  }
  return code !== null && plain(code) === plain(decision.code) && decision.ownerPartnerId !== partnerId;
}

const plain = (code: string): string => code.trim().toUpperCase();
