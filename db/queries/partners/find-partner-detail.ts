import { z } from 'zod';
import type { PartnerDetail } from '../../../src/domain/http/partner-view.ts';
import type { Queryable } from '../../client.ts';
import { PARTNER_COLUMNS, PartnerRow, toPartner } from './partner-row.ts';

const PROPOSALS_MAX = 50;
const SUB_IDS_MAX = 100;

const FigureRow = z.object({
  network: z.string(),
  currency: z.string(),
  conversions: z.int(),
  amount_micros: z.string(),
  commission_micros: z.string(),
  first_at: z.date(),
  last_at: z.date(),
});
const HeldRow = z.object({ currency: z.string(), micros: z.string() });
const BlockRow = z.object({ sub_id: z.string() });
const ProposalRow = z.object({
  proposal_id: z.uuid(),
  kind: z.string(),
  status: z.string(),
  title: z.string(),
  created_at: z.date(),
});

/** One partner with its figures, what is held or blocked, and its newest proposals; `null` when the id is unknown. */
export async function findPartnerDetail(db: Queryable, partnerId: string): Promise<PartnerDetail | null> {
  const { rows } = await db.query(`select ${PARTNER_COLUMNS} from partner p where p.partner_id = $1`, [
    partnerId,
  ]);
  if (!rows[0]) return null;
  const row = PartnerRow.parse(rows[0]);
  return {
    ...toPartner(row),
    email: row.email,
    figures: await figures(db, partnerId),
    held: await held(db, partnerId),
    blockedSubIds: await blockedSubIds(db, partnerId),
    proposals: await proposals(db, partnerId),
  };
}

async function figures(db: Queryable, partnerId: string): Promise<PartnerDetail['figures']> {
  const { rows } = await db.query(
    `
    select network, currency, count(*)::int as conversions, sum(amount_micros)::text as amount_micros,
           sum(commission_micros)::text as commission_micros, min(converted_at) as first_at, max(converted_at) as last_at
      from conversion
     where partner_id = $1
     group by network, currency
     order by network, currency
    `,
    [partnerId],
  );
  return rows.map((raw) => {
    const { network, currency, conversions, ...row } = FigureRow.parse(raw);
    return {
      network,
      currency,
      conversions,
      amount: { micros: row.amount_micros, currency },
      commission: { micros: row.commission_micros, currency },
      firstAt: row.first_at.toISOString(),
      lastAt: row.last_at.toISOString(),
    };
  });
}

async function held(db: Queryable, partnerId: string): Promise<PartnerDetail['held']> {
  const { rows } = await db.query(
    `
    select currency, sum(amount_micros)::text as micros
      from commission_hold
     where partner_id = $1
     group by currency
     order by currency
    `,
    [partnerId],
  );
  return rows.map((row) => HeldRow.parse(row));
}

async function blockedSubIds(db: Queryable, partnerId: string): Promise<string[]> {
  const { rows } = await db.query(
    `
    select distinct sub_id
      from partner_block
     where partner_id = $1 and sub_id <> '' and lifted_at is null
     order by sub_id
     limit $2
    `,
    [partnerId, SUB_IDS_MAX],
  );
  return rows.map((row) => BlockRow.parse(row).sub_id);
}

async function proposals(db: Queryable, partnerId: string): Promise<PartnerDetail['proposals']> {
  const { rows } = await db.query(
    `
    select proposal_id, kind, status, title, created_at
      from proposal
     where partner_id = $1
     order by created_at desc, proposal_id
     limit $2
    `,
    [partnerId, PROPOSALS_MAX],
  );
  return rows.map((raw) => {
    const { proposal_id: id, created_at: createdAt, ...row } = ProposalRow.parse(raw);
    return { id, ...row, createdAt: createdAt.toISOString() };
  });
}
