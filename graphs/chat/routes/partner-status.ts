import assert from 'node:assert';
import type { z } from 'zod';
import { moneyWords } from '../../../src/domain/money/money-words.ts';
import { partnerStatus } from '../../../tools/partners/status.ts';
import {
  citePage,
  citePartner,
  citeProposal,
  counted,
  dayWords,
  moneyTogether,
  nameWords,
} from '../answer-words.ts';
import { defineChatRoute } from '../chat-route.ts';
import { verdictSentence } from '../verdict-words.ts';

type Status = z.output<typeof partnerStatus.output>;

const OPEN = ['pending', 'snoozed', 'approved'];
const NAMED_MAX = 5;

export const partnerStatusRoute = defineChatRoute({
  intent: 'partner_status',
  needs: 'partner',
  tools: [partnerStatus],
  steps: ['Find the partner', 'Read its figures, holds, blocks, proposals and the newest fraud verdict'],
  example: 'How is this partner doing?',
  async *answer({ call, partnerId }) {
    assert(partnerId !== null, 'the partner was found before');
    const status = yield* call(partnerStatus, { partnerId });
    const { partner } = status;
    const open = openOf(status);
    return {
      text: [
        standing(status),
        figures(status),
        held(status),
        verdictSentence(status.score),
        proposals(status),
      ]
        .filter((sentence) => sentence !== '')
        .join('\n'),
      citations: [
        citePartner(partner.id, partner.name),
        ...open.slice(0, NAMED_MAX).map(({ id, title }) => citeProposal(id, title)),
        ...(status.score ? [citePage('/fraud', 'Fraud scores')] : []),
      ],
      memory: { partnerId: partner.id, proposalId: open.length === 1 ? (open[0]?.id ?? null) : null },
    };
  },
});

function standing({ partner }: Status): string {
  const { name, type, network, status, tier, keyAccount, joinedAt } = partner;
  const since = joinedAt === null ? '' : ` since ${dayWords(joinedAt)}`;
  return `${nameWords(name)} is ${keyAccount ? 'a Tier 1 partner' : 'a partner'} (${nameWords(type)}) on ${nameWords(network)}${since}: ${status}, tier ${tier}.`;
}

function figures({ partner }: Status): string {
  if (partner.figures.length === 0) return 'No conversions are on record.';
  return partner.figures
    .map(
      ({ network, conversions, amount, commission, firstAt, lastAt }) =>
        `On ${nameWords(network)}: ${counted(conversions, 'conversion')} worth ${moneyWords(amount)}, commission ${moneyWords(commission)}, from ${dayWords(firstAt)} to ${dayWords(lastAt)}.`,
    )
    .join('\n');
}

function held({ partner }: Status): string {
  const holds = partner.held.filter(({ micros }) => micros !== '0');
  const blocked =
    partner.status === 'blocked'
      ? ' It is blocked: no order is credited to it.'
      : partner.blockedSubIds.length > 0
        ? ` ${counted(partner.blockedSubIds.length, 'sub-ID is', 'sub-IDs are')} blocked.`
        : '';
  return `${holds.length === 0 ? 'No commission is held.' : `Held: ${moneyTogether(holds)} of commission.`}${blocked}`;
}

const openOf = ({ partner }: Status) => partner.proposals.filter(({ status }) => OPEN.includes(status));

function proposals(status: Status): string {
  const open = openOf(status);
  if (open.length === 0) return 'No proposal about it is open.';
  const titles = open.slice(0, NAMED_MAX).map(({ title, status: state }) => `“${title}” (${state})`);
  const more = open.length > NAMED_MAX ? `, and ${open.length - NAMED_MAX} more` : '';
  return `${counted(open.length, 'proposal about it is', 'proposals about it are')} open: ${titles.join(', ')}${more}.`;
}
