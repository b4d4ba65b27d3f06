import { z } from 'zod';
import { Refusal } from '../../../src/domain/errors.ts';
import type { ProposalView } from '../../../src/domain/proposals/proposal-view.ts';
import type { ProposalStatus } from '../../../src/domain/proposals/status.ts';
import type { Queryable } from '../../client.ts';
import { proposalView, VIEW_SELECT } from './view-row.ts';

const CURSOR = /^(\d{1,18})\.([0-9a-f-]{36})$/;
const PAGE_LENGTH = 50;
const PAGE_LENGTH_MAX = 200;
const CursorRow = z.object({ created_micros: z.bigint(), proposal_id: z.string() });

export interface ProposalFilter {
  readonly status?: ProposalStatus | null | undefined;
  readonly kind?: string | null | undefined;
  readonly partnerId?: string | null | undefined;
  /** `nextCursor` of the page before; null for the first. */
  readonly cursor?: string | null | undefined;
  /** Rows a page, 1 to 200, 50 unless said. */
  readonly limit?: number | undefined;
}

export interface ProposalPage {
  readonly items: ProposalView[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

/**
 * Proposals, newest first. A row that somebody changed beyond reading is left out.
 *
 * @throws {Refusal} `input_invalid` when the cursor is none of ours.
 */
export async function listProposals(db: Queryable, filter: ProposalFilter = {}): Promise<ProposalPage> {
  const limit = Math.min(filter.limit ?? PAGE_LENGTH, PAGE_LENGTH_MAX);
  const [afterMicros, afterId] = readCursor(filter.cursor ?? null);
  // Only the page's ids are looked for first; what a card shows is gathered for those alone.
  const { rows: ids } = await db.query(
    `
    select (extract(epoch from created_at) * 1000000)::bigint as created_micros, proposal_id
      from proposal
     where ($1::text is null or status = $1)
       and ($2::text is null or kind = $2)
       and ($3::text is null or partner_id = $3)
       and ($4::bigint is null
            or created_at < timestamptz 'epoch' + $4::bigint * interval '1 microsecond'
            or (created_at = timestamptz 'epoch' + $4::bigint * interval '1 microsecond' and proposal_id > $5::uuid))
     order by created_at desc, proposal_id
     limit $6
    `,
    [filter.status ?? null, filter.kind ?? null, filter.partnerId ?? null, afterMicros, afterId, limit + 1],
  );
  const page = ids.slice(0, limit).map((row) => CursorRow.parse(row));
  const { rows } = await db.query(
    `${VIEW_SELECT} where p.proposal_id = any($1) order by p.created_at desc, p.proposal_id`,
    [page.map((row) => row.proposal_id)],
  );
  const last = page.at(-1);
  return {
    items: rows.flatMap(readable),
    nextCursor: ids.length > limit && last ? `${last.created_micros}.${last.proposal_id}` : null,
  };
}

function readable(row: unknown): ProposalView[] {
  try {
    return [proposalView(row)];
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

function readCursor(cursor: string | null): [string | null, string | null] {
  if (cursor === null) return [null, null];
  const match = CURSOR.exec(cursor);
  if (!match) throw new Refusal('input_invalid', 'This cursor is none of ours: take nextCursor as it came.');
  return [match[1] ?? null, match[2] ?? null];
}
