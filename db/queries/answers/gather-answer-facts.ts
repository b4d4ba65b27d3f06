import type { AnswerFacts, AnswerTopic, AnswerWords } from '../../../src/domain/answers/answer-facts.ts';
import { topicOf } from '../../../src/domain/answers/answer-facts.ts';
import { dayOf, orderWords } from '../../../src/domain/answers/order-words.ts';
import { percentWords } from '../../../src/domain/answers/percent-words.ts';
import { askedRateBps } from '../../../src/domain/economics/asked-rate.ts';
import type { EconomicsPolicy } from '../../../src/domain/economics/economics-policy.ts';
import type { Intent } from '../../../src/domain/inbox/intent.ts';
import type { Slots } from '../../../src/domain/inbox/triage.ts';
import { moneyWords } from '../../../src/domain/money/money-words.ts';
import type { Evidence } from '../../../src/domain/proposals/evidence.ts';
import type { Queryable } from '../../client.ts';
import { orderNotes, standingEvidence, trafficEvidence } from './answer-evidence.ts';
import { answeringPartner } from './answering-partner.ts';
import { bestSellers } from './best-sellers.ts';
import { codeWords } from './code-words.ts';
import { type CommissionStanding, commissionStanding } from './commission-standing.ts';
import { currentRateBps } from './current-rate.ts';
import { type NamedOrder, namedOrders } from './named-orders.ts';
import { ownCodes } from './own-codes.ts';
import { raiseEvidence } from './raise-evidence.ts';
import { type RaiseAnswer, raiseFacts } from './raise-facts.ts';
import { trafficLately } from './traffic-lately.ts';

export interface AnswerQuestion {
  /** By our own look-up of the sender; null when unknown, and then no figure is gathered. */
  readonly partnerId: string | null;
  readonly intent: Intent;
  /** What the mail claims; used to look up this partner's own rows, and for nothing else. */
  readonly slots: Pick<Slots, 'orderReferences' | 'requestedRate'>;
  readonly asOf: Date;
  /** ISO 4217. */
  readonly programmeCurrency: string;
  readonly policy: EconomicsPolicy;
}

type Gathered = Pick<AnswerFacts, 'evidence' | 'missing'> & {
  readonly words: Partial<AnswerWords>;
  readonly raise?: RaiseAnswer | null;
};

const NOTHING: Gathered = { words: {}, evidence: [], missing: [] };

/**
 * The figures with which one mail can be answered: about the sender's own partner row and no other.
 *
 * Reads only. Words are for the letter, evidence for the card; margins stand in evidence alone.
 */
export async function gatherAnswerFacts(db: Queryable, question: AnswerQuestion): Promise<AnswerFacts> {
  const { partnerId, intent, asOf, policy } = question;
  const topic = topicOf(intent);
  const partner = partnerId === null ? null : await answeringPartner(db, partnerId);
  const blank = blankWords(asOf, policy);
  if (partner === null) {
    const needsPartner = topic === 'payment' || topic === 'tracking' || topic === 'commission';
    return { topic, words: blank, evidence: [], missing: needsPartner ? ['partner'] : [], raise: null };
  }
  const { words, evidence, missing, raise = null } = await GATHER[topic](db, { ...question, partner });
  const known = { partnerStatus: partner.status, network: partner.network };
  return { topic, words: { ...blank, ...known, ...words }, evidence, missing, raise };
}

type Known = AnswerQuestion & { readonly partner: NonNullable<Awaited<ReturnType<typeof answeringPartner>>> };

const GATHER: Readonly<Record<AnswerTopic, (db: Queryable, known: Known) => Promise<Gathered>>> = {
  payment: paymentFacts,
  tracking: trackingFacts,
  commission: commissionFacts,
  code: codeFacts,
  creative: sellerFacts,
  sample: sellerFacts,
  application: async () => NOTHING,
  programme: rateFacts,
  none: async () => NOTHING,
};

async function paymentFacts(db: Queryable, { partner, slots, asOf }: Known): Promise<Gathered> {
  const standing = await commissionStanding(db, partner.partnerId, asOf);
  const orders = await namedOrders(db, partner.partnerId, slots.orderReferences);
  const oldest = earliest(standing.map((row) => row.oldest_pending_at));
  const newest = latest(standing.map((row) => row.newest_paid_at));
  return {
    words: {
      pendingMoney: sumWords(standing, 'pending_micros'),
      approvedMoney: sumWords(standing, 'approved_micros'),
      paidMoney: sumWords(standing, 'paid_micros'),
      reversedMoney: sumWords(standing, 'reversed_micros'),
      heldMoney: sumWords(standing, 'held_micros'),
      oldestPendingDay: oldest && dayOf(oldest),
      newestPaidOrderDay: newest && dayOf(newest),
      ...namedWords(orders),
    },
    evidence: [...standingEvidence(standing), ...orderNotes(orders)],
    missing: [],
  };
}

async function trackingFacts(db: Queryable, { partner, slots, asOf }: Known): Promise<Gathered> {
  const traffic = await trafficLately(db, partner.partnerId, asOf);
  const orders = await namedOrders(db, partner.partnerId, slots.orderReferences);
  return {
    words: {
      clicksLately: traffic.clicksLately,
      clicksUsually: traffic.clicksUsually,
      salesLately: traffic.salesLately,
      salesUsually: traffic.salesUsually,
      lastClickDay: traffic.lastClickAt && dayOf(traffic.lastClickAt),
      lastSaleDay: traffic.lastSaleAt && dayOf(traffic.lastSaleAt),
      ...namedWords(orders),
    },
    evidence: [...trafficEvidence(traffic), ...orderNotes(orders)],
    missing: slots.orderReferences.length === 0 ? ['order_reference'] : [],
  };
}

async function commissionFacts(
  db: Queryable,
  { partner, slots, asOf, programmeCurrency, policy }: Known,
): Promise<Gathered> {
  const askedBps = askedRateBps(slots.requestedRate);
  const raise = await raiseFacts(db, { partner, askedBps, asOf, currency: programmeCurrency, policy });
  const noRate: Evidence = {
    type: 'note',
    title: 'Commission rate',
    text: 'No rate of this partner is on record, so none can be compared or changed.',
  };
  return {
    words: {
      currentRate: raise && percentWords(raise.currentBps),
      offeredRate: raise?.offeredBps ? percentWords(raise.offeredBps) : null,
    },
    evidence: raise === null ? [noRate] : raiseEvidence(raise),
    missing: [],
    raise,
  };
}

async function codeFacts(db: Queryable, { partner, asOf }: Known): Promise<Gathered> {
  const codes = await ownCodes(db, partner.partnerId, asOf);
  return {
    words: {
      codesLive: codeWords(codes.filter(({ is_live }) => is_live)),
      codesEnded: codeWords(codes.filter(({ is_live }) => !is_live)),
    },
    evidence: [],
    missing: [],
  };
}

async function sellerFacts(db: Queryable, { partner, asOf }: Known): Promise<Gathered> {
  const sellers = await bestSellers(db, partner.partnerId, asOf);
  const names = sellers.map(({ name }) => name);
  return { ...NOTHING, words: { bestSellers: names.length === 0 ? null : names.join(', ') } };
}

async function rateFacts(db: Queryable, { partner, asOf }: Known): Promise<Gathered> {
  const bps = await currentRateBps(db, partner.partnerId, asOf);
  return { ...NOTHING, words: { currentRate: bps === null ? null : percentWords(bps) } };
}

function namedWords(orders: readonly NamedOrder[]): Partial<AnswerWords> {
  return {
    ordersCredited: orderWords(orders, 'credited'),
    ordersClickedNotCredited: orderWords(orders, 'clicked'),
    ordersNotTheirs: orderWords(orders, 'not_theirs'),
    ordersUnknown: orderWords(orders, 'unknown'),
  };
}

type StandingSum = 'pending_micros' | 'approved_micros' | 'paid_micros' | 'reversed_micros' | 'held_micros';

/** Each currency by itself; null when there is nothing in any. */
function sumWords(standing: readonly CommissionStanding[], field: StandingSum): string | null {
  const sums = standing.filter((row) => row[field] !== 0n);
  const words = sums.map((row) => moneyWords({ micros: row[field].toString(), currency: row.currency }));
  return words.length === 0 ? null : words.join(' + ');
}

const present = (moments: readonly (Date | null)[]): Date[] =>
  moments.filter((moment) => moment !== null).sort((a, b) => a.getTime() - b.getTime());
const earliest = (moments: readonly (Date | null)[]): Date | null => present(moments)[0] ?? null;
const latest = (moments: readonly (Date | null)[]): Date | null => present(moments).at(-1) ?? null;

function blankWords(asOf: Date, { returnWindowDays }: EconomicsPolicy): AnswerWords {
  return {
    partnerStatus: null,
    network: null,
    asOfDay: dayOf(asOf),
    returnWindowDays,
    pendingMoney: null,
    approvedMoney: null,
    paidMoney: null,
    reversedMoney: null,
    heldMoney: null,
    oldestPendingDay: null,
    newestPaidOrderDay: null,
    ordersCredited: null,
    ordersClickedNotCredited: null,
    ordersNotTheirs: null,
    ordersUnknown: null,
    clicksLately: null,
    clicksUsually: null,
    salesLately: null,
    salesUsually: null,
    lastClickDay: null,
    lastSaleDay: null,
    currentRate: null,
    offeredRate: null,
    codesLive: null,
    codesEnded: null,
    bestSellers: null,
  };
}
