import { z } from 'zod';
import { MoneyJson } from '../money/micros.ts';
import { Effect } from './effect.ts';
import { Evidence } from './evidence.ts';
import { MadeBy, Source } from './provenance.ts';
import { ProposalStatus } from './status.ts';

/** One decision as the doors show it. `edits` holds the changed fields only. */
export const DecisionView = z.strictObject({
  by: z.string(),
  byKind: z.enum(['token', 'session', 'policy', 'system']),
  decision: z.enum([
    'approve',
    'edit',
    'reject',
    'respond',
    'snooze',
    'undo',
    'expire',
    'supersede',
    'retry',
    'confirm',
  ]),
  at: z.iso.datetime(),
  comment: z.string().nullable(),
  edits: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable(),
});
export type DecisionView = z.infer<typeof DecisionView>;

/** How far the effect is on its way. `none`: nothing was ever approved; `waiting`: inside the undo window. */
export const DeliveryState = z.enum([
  'none',
  'waiting',
  'queued',
  'claimed',
  'delivered',
  'unknown',
  'needs_person',
  'cancelled',
]);

/** A proposal as every door shows it. Strangers' words stand only in `evidence`. */
export const ProposalView = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  status: ProposalStatus,
  workflow: z.string(),
  runId: z.uuid().nullable(),
  title: z.string(),
  summary: z.string(),
  /** What a decision has to carry back. */
  shownHash: z.string(),
  approvalsNeeded: z.union([z.literal(1), z.literal(2)]),
  /** Approvals that count so far: different people, none withdrawn. */
  approvals: z.int().min(0).max(2),
  proposedBy: z.string(),
  madeBy: MadeBy,
  /** Null when the proposal concerns no partner or an unknown one. */
  partner: z
    .strictObject({ id: z.string(), name: z.string(), type: z.string(), network: z.string() })
    .nullable(),
  effect: Effect,
  evidence: z.array(Evidence),
  source: Source.nullable(),
  money: MoneyJson.nullable(),
  decisions: z.array(DecisionView),
  delivery: z.strictObject({
    state: DeliveryState,
    /** The idempotency key of the newest effect, null before an approval. */
    actionId: z.uuid().nullable(),
    /** Until when the decision can be taken back, null when there is nothing to take back. */
    undoUntil: z.iso.datetime().nullable(),
    attempts: z.int(),
    /** Why a person has to look, or why the last attempt failed. */
    reason: z.string().nullable(),
    receivedAt: z.iso.datetime().nullable(),
  }),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  snoozedUntil: z.iso.datetime().nullable(),
});
export type ProposalView = z.infer<typeof ProposalView>;

/** One conversion behind a proposal, for `GET /api/proposals/:id/lines`. */
export const ProposalLineView = z.strictObject({
  network: z.string(),
  conversionId: z.string(),
  commission: MoneyJson,
  /** Null when the conversion is gone from the feed. */
  convertedAt: z.iso.datetime().nullable(),
  orderId: z.string().nullable(),
  status: z.string().nullable(),
});
export type ProposalLineView = z.infer<typeof ProposalLineView>;
