import assert from 'node:assert';
import { fraud } from '../../../agents/fraud.ts';
import { roleReaches } from '../../../src/domain/auth/role.ts';
import { FRAUD_KINDS, type FraudKind } from '../../../src/domain/fraud/fraud-kinds.ts';
import { collectEvidence } from '../../../tools/fraud/collect-evidence.ts';
import { proposeBlock } from '../../../tools/fraud/propose-block.ts';
import { proposeClawback } from '../../../tools/fraud/propose-clawback.ts';
import { proposeHold } from '../../../tools/fraud/propose-hold.ts';
import { proposeWarning } from '../../../tools/fraud/propose-warning.ts';
import { openProposals } from '../../../tools/proposals/open.ts';
import type { Proposed } from '../../../tools/proposed.ts';
import { citePage, citePartner, citeProposal, counted } from '../answer-words.ts';
import { type Desk, defineChatRoute } from '../chat-route.ts';
import type { Answering } from '../chat-turn.ts';
import { kindName } from '../kind-name.ts';

const STATES: Readonly<Record<Proposed['proposals'][number]['state'], string>> = {
  inserted: 'It waits in the queue',
  unchanged: 'It stands in the queue already',
  superseded_previous: 'It takes the place of an earlier one in the queue',
  dropped: 'It was not proposed',
};

export const holdPartnerRoute = defineChatRoute({
  intent: 'hold_partner',
  needs: 'partner',
  tools: [openProposals, collectEvidence, proposeHold, proposeClawback, proposeBlock, proposeWarning],
  agent: fraud,
  steps: [
    'Find the partner',
    'Collect the evidence',
    'Propose it, where the case asks for it; a person decides',
  ],
  example: 'Hold this partner',
  async *answer(desk) {
    const { call, turn, partnerId, deps } = desk;
    assert(partnerId !== null, 'the partner was found before');
    const cite = [citePartner(partnerId, `Partner ${partnerId}`)];
    if (!roleReaches(turn.by.role, 'approver')) {
      return {
        text: `You may look, but asking for a proposal needs the role approver; you have the role ${turn.by.role}.`,
        citations: cite,
        memory: { partnerId },
      };
    }
    const kind = FRAUD_KINDS.find((one) => one === turn.slots.kind) ?? 'commission.hold';
    // Scoring everybody takes seconds; what stands already is known at once.
    const open = yield* call(openProposals, { partnerId, kind }, rows);
    const [first] = open.proposals;
    if (first) {
      return {
        text: `It stands in the queue already: “${first.title}”, proposed by ${first.proposedBy}. Nothing was changed; a person decides.`,
        citations: [
          ...cite,
          ...open.proposals.map(({ proposalId, title }) => citeProposal(proposalId, title)),
        ],
        memory: { partnerId, proposalId: first.proposalId },
      };
    }
    const asOf = deps.now().toISOString();
    const found = yield* call(collectEvidence, { partnerId, asOf }, ({ evidence }) => evidence.length);
    if (!found.kinds.includes(kind)) {
      return {
        text: `The figures do not ask for it: the verdict on this partner is ${found.facts.verdict}, which asks for ${found.kinds.length === 0 ? 'nothing' : found.kinds.map(kindName).join(', ')}. I propose only what evidence carries.`,
        citations: [...cite, citePage('/fraud', 'Fraud scores')],
        memory: { partnerId },
      };
    }
    return yield* proposed(desk, kind, asOf, found.facts);
  },
});

async function* proposed(
  { call, deps, partnerId, turn }: Desk,
  kind: FraudKind,
  asOf: string,
  facts: Readonly<Record<string, string | number | null>>,
): Answering {
  assert(partnerId !== null, 'the partner was found before');
  const { words, madeBy } = await fraud.word(deps.engine, kind, { ...facts, revised: null });
  const draft = {
    partnerId,
    asOf,
    title: words.title,
    summary: words.summary,
    note: null,
    answers: null,
    madeBy,
  };
  const { proposals } = yield* 'body' in words
    ? call(proposeWarning, { ...draft, subject: words.subject, body: words.body }, rows)
    : call(toolOf(kind), draft, rows);
  const isNew = proposals.some(({ state }) => state === 'inserted' || state === 'superseded_previous');
  const standing = proposals.flatMap(({ proposalId }) => proposalId ?? []);
  return {
    text: [
      ...proposals.map(
        ({ state, reason }) =>
          `${STATES[state]}${state === 'dropped' ? `: ${reason ?? 'no reason is known'}` : `: “${words.title}”`}`,
      ),
      isNew
        ? `${counted(standing.length, 'proposal')} to ${kindName(kind)}. Nothing happens before a person approves; since ${turn.by.name} asked for it, that must be somebody else.`
        : 'Nothing was changed.',
    ].join('\n'),
    citations: [
      citePartner(partnerId, `Partner ${partnerId}`),
      ...standing.map((id) => citeProposal(id, words.title)),
    ],
    memory: { partnerId, proposalId: standing[0] ?? null },
  };
}

const rows = ({ proposals }: { readonly proposals: readonly unknown[] }): number => proposals.length;

function toolOf(kind: FraudKind): typeof proposeHold {
  assert(kind !== 'partner.warn', 'a letter has a body');
  return {
    'commission.hold': proposeHold,
    'commission.clawback': proposeClawback,
    'partner.block': proposeBlock,
  }[kind];
}
