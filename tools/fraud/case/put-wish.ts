import type { FraudKind } from '../../../src/domain/fraud/fraud-kinds.ts';
import type { Effect } from '../../../src/domain/proposals/effect.ts';
import type { Evidence } from '../../../src/domain/proposals/evidence.ts';
import type { ProposalLine } from '../../../src/domain/proposals/lines.ts';
import { propose } from '../../../src/proposals/propose.ts';
import type { ToolContext } from '../../define-tool.ts';
import type { Proposed } from '../../proposed.ts';
import { caseNotes } from './case-notes.ts';
import type { FraudCase } from './fraud-case.ts';
import type { ProposingInput } from './proposing-input.ts';

/** Which version of the fraud rules and their packets made a proposal. */
const RULES = 'fraud-rules@1';

/** One effect with what only it shows; the rest of the card is the case's. */
export interface Wish {
  readonly effect: Extract<Effect, { kind: FraudKind }>;
  /** Put behind the title, such as which part of several this is; empty for nothing. */
  readonly titleEnd: string;
  readonly evidence: readonly Evidence[];
  readonly lines: readonly ProposalLine[];
}

/** Puts one wish about a case into the queue, under the words given. */
export async function putWish(
  { effect, titleEnd, evidence, lines }: Wish,
  fraudCase: FraudCase,
  words: ProposingInput,
  context: ToolContext,
): Promise<Proposed['proposals'][number]> {
  const { partner } = fraudCase;
  const money = 'money' in effect ? effect.money : null;
  const subject = effect.kind === 'partner.block' ? effect.subId : money?.currency;
  const outcome = await propose(
    context.db,
    {
      workflow: 'fraud',
      // Who asked for it may not approve it.
      proposedBy: context.askedBy ?? 'fraud',
      title: `${partner.keyAccount ? 'Tier 1: ' : ''}${words.title}${titleEnd}`,
      summary: words.summary,
      effect,
      evidence: [...evidence, ...caseNotes(fraudCase, words.note)],
      source: null,
      partnerId: partner.partnerId,
      money,
      lines: [...lines],
      madeBy: { ...words.madeBy, rules: RULES },
      dedupeKey: ['fraud', effect.kind, effect.network, partner.partnerId, subject]
        .filter((part) => part != null)
        .join(':'),
      answers: words.answers,
    },
    context,
  );
  return {
    proposalId: outcome.proposalId,
    kind: effect.kind,
    state: outcome.state,
    reason: outcome.reason ?? null,
  };
}

/** What a tool answers when the figures do not ask for its kind (any more). */
export function notAskedFor(kind: FraudKind, { score }: FraudCase): Proposed {
  return {
    proposals: [
      {
        proposalId: null,
        kind,
        state: 'dropped',
        reason: `As of this moment the verdict is ${score.verdict}, which asks for nothing of this kind.`,
      },
    ],
  };
}
