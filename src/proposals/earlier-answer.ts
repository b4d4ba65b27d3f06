import type { EarlierWish } from '../../db/queries/proposals/same-wish.ts';
import { canonicalJson } from '../domain/proposals/canonical-json.ts';
import type { Effect } from '../domain/proposals/effect.ts';

const DAY_MS = 86_400_000;

export type EarlierAnswer =
  | { readonly state: 'unchanged'; readonly proposalId: string }
  | { readonly state: 'dropped'; readonly proposalId: string; readonly reason: string }
  | { readonly state: 'new'; readonly supersedes: string | null };

/**
 * What earlier proposals with the same dedupe key say to this wish.
 *
 * The same effect that is open, or approved and not yet through, stands for it. A delivered or refused one does so
 * for the policy's memory; after that the wish may be made again.
 */
export function earlierAnswer(
  effect: Effect,
  earlier: readonly EarlierWish[],
  { now, rejectionMemoryDays }: { readonly now: Date; readonly rejectionMemoryDays: number },
): EarlierAnswer {
  const text = canonicalJson(effect);
  const since = now.getTime() - rejectionMemoryDays * DAY_MS;
  for (const { proposalId, status, effect: before, decidedAt } of earlier) {
    if (canonicalJson(before) !== text) continue;
    const isRecent = decidedAt !== null && decidedAt.getTime() > since;
    switch (status) {
      case 'pending':
      case 'snoozed':
      case 'approved':
      case 'executed':
      case 'unknown':
      case 'needs_person':
        return { state: 'unchanged', proposalId };
      case 'delivered':
        if (isRecent) return { state: 'unchanged', proposalId };
        break;
      case 'rejected':
        if (isRecent)
          return { state: 'dropped', proposalId, reason: 'A person decided against it recently.' };
        break;
      case 'expired':
      case 'superseded':
        break;
      default:
        status satisfies never;
    }
  }
  const open = earlier.find(({ status }) => status === 'pending' || status === 'snoozed');
  return { state: 'new', supersedes: open?.proposalId ?? null };
}
