import { strangerOf } from '../../../src/domain/inbox/stranger-of.ts';
import type { MoneyJson } from '../../../src/domain/money/micros.ts';
import type { Effect, EffectKind } from '../../../src/domain/proposals/effect.ts';
import type { Evidence } from '../../../src/domain/proposals/evidence.ts';
import { propose } from '../../../src/proposals/propose.ts';
import type { ToolContext } from '../../define-tool.ts';
import type { Proposed } from '../../proposed.ts';
import type { MailCase } from './mail-case.ts';
import { mailEvidence } from './mail-evidence.ts';
import type { MailInput } from './mail-input.ts';

/** Which version of the inbox's rules made a proposal. */
const RULES = 'inbox-rules@1';

export interface MailWishDraft {
  readonly effect: Effect;
  readonly title: string;
  readonly summary: string;
  /** Shown before what every card about a mail shows. */
  readonly evidence: readonly Evidence[];
  readonly money: MoneyJson | null;
  readonly dedupeKey: string;
}

/** Puts one wish about a mail into the queue, with the mail and its sender behind it for the flood limits. */
export async function putMailWish(
  draft: MailWishDraft,
  mailCase: MailCase,
  { note, answers, madeBy }: Pick<MailInput, 'note' | 'answers' | 'madeBy'>,
  context: ToolContext,
): Promise<Proposed> {
  const { mail, sender } = mailCase;
  const outcome = await propose(
    context.db,
    {
      workflow: 'inbox',
      // Who asked for it may not approve it.
      proposedBy: context.askedBy ?? 'inbox',
      title: `${sender?.isTierOne ? 'Tier 1: ' : ''}${draft.title}`,
      summary: draft.summary.slice(0, 2_000),
      effect: draft.effect,
      evidence: [...draft.evidence, ...(await mailEvidence(context, mailCase, note))].slice(0, 80),
      source: { kind: 'mail', documentId: mail.mailId },
      stranger: strangerOf(mail),
      partnerId: draft.effect.partnerId,
      money: draft.money,
      madeBy: { ...madeBy, rules: RULES },
      dedupeKey: draft.dedupeKey,
      answers,
    },
    context,
  );
  return proposed(draft.effect.kind, outcome);
}

/** An answer and a hand-over are the same wish: one mail has at most one of them open. */
export const answerKey = (mailId: string): string => `inbox:answer:${mailId}`;

/** What a tool answers when what it looked up does not call for its kind (any more). */
export const notCalledFor = (kind: EffectKind, reason: string): Proposed =>
  proposed(kind, { proposalId: null, state: 'dropped', reason });

function proposed(
  kind: EffectKind,
  {
    proposalId,
    state,
    reason = null,
  }: {
    readonly proposalId: string | null;
    readonly state: Proposed['proposals'][number]['state'];
    readonly reason?: string | null;
  },
): Proposed {
  return { proposals: [{ proposalId, kind, state, reason }] };
}
