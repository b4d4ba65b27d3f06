import type { Queryable } from '../../../db/client.ts';
import { listLinedRefunds } from '../../../db/queries/connectors/list-lined-refunds.ts';
import type { ShopNews } from '../../domain/webhooks/shop-news.ts';

type Refund = ShopNews['refunds'][number];

/**
 * Refunds to load: one that names no line is left out where its lines are among these or were loaded before, because
 * the same money would count twice.
 */
export async function withoutLinedRefunds(db: Queryable, refunds: readonly Refund[]): Promise<Refund[]> {
  const lined = new Set(refunds.filter(hasLine).map(idOf));
  const unlined = refunds.filter((refund) => !hasLine(refund));
  const earlier = await listLinedRefunds(db, unlined.map(idOf));
  return refunds.filter(
    (refund) => hasLine(refund) || !(lined.has(idOf(refund)) || earlier.has(idOf(refund))),
  );
}

const idOf = ({ refund_id: id }: Refund): string => id ?? '';
const hasLine = ({ line_id: lineId }: Refund): boolean => (lineId ?? '') !== '';
