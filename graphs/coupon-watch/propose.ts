import assert from 'node:assert';
import { listProposalsOfRun } from '../../db/queries/runs/list-proposals-of-run.ts';
import type { LeakKind } from '../../src/domain/leaks/plan-leak.ts';
import { proposeBlacklist } from '../../tools/coupons/propose-blacklist.ts';
import { proposeOffboard } from '../../tools/coupons/propose-offboard.ts';
import { proposeReissue } from '../../tools/coupons/propose-reissue.ts';
import { proposeRetire } from '../../tools/coupons/propose-retire.ts';
import { proposeWarning } from '../../tools/coupons/propose-warning.ts';
import { proposeZeroNonOwner } from '../../tools/coupons/propose-zero-non-owner.ts';
import { defineNode, type NodeContext } from '../define-node.ts';
import type { CouponState } from './coupon-state.ts';

/** Puts each wish into the queue. Same wish, same row: running this twice adds nothing. */
export const propose = defineNode<CouponState, Partial<CouponState>>({
  name: 'propose',
  tools: [
    proposeRetire,
    proposeReissue,
    proposeZeroNonOwner,
    proposeBlacklist,
    proposeWarning,
    proposeOffboard,
  ],
  agent: null,
  async run(state, { call, deps }) {
    const proposed: string[] = [];
    for (const kind of state.kinds) {
      const { proposals } = await callProposing(kind, state, call);
      proposed.push(...proposals.flatMap(({ proposalId }) => proposalId ?? []));
    }
    // What an earlier run proposed, and this one found unchanged, has its own thread waiting for it.
    const own = await listProposalsOfRun(deps.db, state.event.runId, proposed);
    return {
      proposalIds: [...new Set([...state.proposalIds, ...own])],
      // The words live on in the proposals; a sleeping thread keeps no copy.
      words: {},
      facts: {},
      kinds: [],
      revision: null,
    };
  },
});

async function callProposing(kind: LeakKind, state: CouponState, call: NodeContext['call']) {
  const { caseId, asOf, revision, words, madeBy } = state;
  const { title, summary, subject, body } = words[kind] ?? {};
  assert(
    caseId !== null && asOf !== null && madeBy !== null && title && summary,
    `${kind} was worded before`,
  );
  const draft = {
    caseId,
    asOf,
    title,
    summary,
    note: revision?.comment || null,
    answers: revision?.proposalId ?? null,
    madeBy,
  };
  switch (kind) {
    case 'code.retire':
      return call(proposeRetire, draft);
    case 'code.reissue':
      return call(proposeReissue, draft);
    case 'commission.zero-non-owner':
      return call(proposeZeroNonOwner, draft);
    case 'site.blacklist':
      return call(proposeBlacklist, draft);
    case 'partner.warn':
      assert(subject && body, 'the letter was worded before');
      return call(proposeWarning, { ...draft, subject, body });
    case 'partner.offboard':
      assert(subject && body, 'the letter was worded before');
      return call(proposeOffboard, { ...draft, subject, body });
    default:
      return kind satisfies never;
  }
}
