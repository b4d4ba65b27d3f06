import { ensurePartitions } from '../../../db/partitions.ts';
import type { Pools } from '../../../db/pool.ts';
import type { FraudKind } from '../../domain/fraud/fraud-kinds.ts';
import { DEFAULT_POLICY, type Policy } from '../../domain/policies.ts';
import type { Effect } from '../../domain/proposals/effect.ts';
import { linesHash, type ProposalLine } from '../../domain/proposals/lines.ts';
import { propose } from '../../proposals/propose.ts';
import { richEvidence } from './rich-evidence.ts';

/** One card to put into the queue. */
export interface SeedCase {
  readonly kind: FraudKind;
  readonly partnerId: string;
  readonly name?: string;
  readonly type?: string;
  readonly currency?: string;
  /** Conversions concerned; their commission sums up to `units`. */
  readonly conversions?: number;
  /** Money at stake in whole units of the currency. */
  readonly units?: number;
  readonly quote?: string;
}

const NETWORK = 'awin';

/** A programme in pounds without anything in it. */
export async function seedProgramme({ app }: Pools, isDemo = false): Promise<void> {
  await app.query(
    `insert into programme (name, currency, time_zone, is_demo, demo_shift_weeks)
     values ('Home & Garden UK', 'GBP', 'Europe/London', $1, case when $1 then 784 end)`,
    [isDemo],
  );
}

/** Puts a card with evidence of every type into the queue, its partner and conversions into the tables. @returns its id. */
export async function seedCase(
  { app, agent }: Pools,
  seed: SeedCase,
  { now = new Date(), policy = DEFAULT_POLICY }: { readonly now?: Date; readonly policy?: Policy } = {},
): Promise<string> {
  const { kind, partnerId, name = `Partner ${partnerId}`, type = 'coupon', currency = 'GBP' } = seed;
  const { conversions = 12, units = 120 } = seed;
  await app.query(
    'insert into partner (partner_id, name, type, network) values ($1, $2, $3, $4) on conflict do nothing',
    [partnerId, name, type, NETWORK],
  );
  const micros = BigInt(Math.round((units * 1_000_000) / conversions));
  const lines: ProposalLine[] = Array.from({ length: conversions }, (_, index) => ({
    network: NETWORK,
    conversionId: `${kind.slice(-4)}-${partnerId}-${index}`,
    commissionMicros: micros,
    currency,
  }));
  const isMoney = kind === 'commission.hold' || kind === 'commission.clawback';
  if (isMoney) await insertConversions(app, seed, lines, now);
  const money = { micros: (micros * BigInt(conversions)).toString(), currency };
  const outcome = await propose(
    agent,
    {
      workflow: 'fraud',
      proposedBy: 'fraud',
      ...wordsOf(kind),
      effect: effectOf(seed, lines, money),
      evidence: richEvidence({ lines, money, now, quote: seed.quote ?? null }),
      source: { kind: 'feed', documentId: NETWORK },
      partnerId,
      money: isMoney ? money : null,
      lines: isMoney ? lines : [],
      madeBy: { engine: 'embedded', prompt: 'fraud@1', rules: 'fraud@1' },
      dedupeKey: `fraud:${kind}:${NETWORK}:${partnerId}:${currency}`,
    },
    { runId: null, now, policy, programmeCurrency: 'GBP' },
  );
  if (outcome.proposalId === null) throw new Error(`dropped: ${outcome.reason}`);
  return outcome.proposalId;
}

function effectOf(
  { kind, partnerId }: SeedCase,
  lines: readonly ProposalLine[],
  money: { micros: string; currency: string },
): Effect {
  const base = { partnerId, network: NETWORK };
  switch (kind) {
    case 'commission.hold':
    case 'commission.clawback':
      return { kind, ...base, money, lines: { count: lines.length, sha256: linesHash(lines) } };
    case 'partner.block':
      return { kind, ...base, subId: null };
    case 'partner.warn':
      return {
        kind,
        ...base,
        subject: 'A question about your recent orders',
        body: 'Hello,\n\nof 412 orders with a known click, 165 (40 %) were placed less than a minute after the click; for comparable partners it is 4.1 %.\n\nPlease tell us within ten working days how these orders came about.\n\nKind regards\nThe affiliate team',
      };
    default:
      return kind satisfies never;
  }
}

function wordsOf(kind: FraudKind): { title: string; summary: string } {
  const signs =
    'Signs of trouble: timing and in-cart. 40 % of 412 orders followed the click in under a minute, where 4.1 % is usual for comparable partners.';
  switch (kind) {
    case 'commission.hold':
      return {
        title: 'Hold the unpaid commission',
        summary: `Unpaid commissions would be kept back until the case is closed; nothing is taken away. ${signs}`,
      };
    case 'commission.clawback':
      return {
        title: 'Claw back commission already settled',
        summary: `Commissions that are approved or paid would be taken back. ${signs}`,
      };
    case 'partner.block':
      return {
        title: 'Stop attribution on awin',
        summary: `From the moment of delivery no order would be credited to this partner. ${signs}`,
      };
    case 'partner.warn':
      return {
        title: 'Write to the partner about orders that follow the click too fast',
        summary: `A letter that names the figures and says how to appeal. ${signs}`,
      };
    default:
      return kind satisfies never;
  }
}

async function insertConversions(
  app: Pools['app'],
  { kind, partnerId }: SeedCase,
  lines: readonly ProposalLine[],
  now: Date,
): Promise<void> {
  const at = new Date(now.getTime() - 86_400_000);
  await ensurePartitions(app, 'conversion', at, at);
  await app.query(
    `insert into conversion
       (partner_id, network, conversion_id, converted_at, amount_micros, commission_micros, currency, status, status_raw)
     select $1, $2, line->>'id', $3, (line->>'micros')::bigint * 10, (line->>'micros')::bigint, line->>'currency', $4, $4
       from jsonb_array_elements($5::jsonb) line`,
    [
      partnerId,
      NETWORK,
      at,
      kind === 'commission.hold' ? 'pending' : 'paid',
      JSON.stringify(
        lines.map((line) => ({
          id: line.conversionId,
          micros: line.commissionMicros.toString(),
          currency: line.currency,
        })),
      ),
    ],
  );
}
