import type pg from 'pg';
import { removeUnlinedRefunds } from '../../../db/queries/connectors/remove-unlined-refunds.ts';
import { takeLock } from '../../../db/queries/control/take-lock.ts';
import {
  readWebhookVersions,
  type WebhookVersion,
  writeWebhookVersions,
} from '../../../db/queries/webhooks/webhook-versions.ts';
import { inTransaction } from '../../../db/transaction.ts';
import type { ShopReader } from '../../domain/shops/shop-reader.ts';
import type { ShopNews } from '../../domain/webhooks/shop-news.ts';
import { withoutLinedRefunds } from '../webhooks/without-lined-refunds.ts';
import { type LoadedReading, loadReadRows } from './load-read-rows.ts';
import { rowsByName } from './rows-by-name.ts';

/**
 * Orders of a shop and what came back of them. What the shop's own messages brought meanwhile and is newer stays; a
 * refund that is now known by its lines takes the place of the one without.
 */
export async function loadShopOrders(
  pool: pg.Pool,
  shop: ShopReader['shop'],
  news: readonly ShopNews[],
): Promise<LoadedReading> {
  if (news.length === 0) return { rows: 0, changed: 0, setAside: [], keys: [] };
  return inTransaction(pool, async (transaction) => {
    // The same lock as for messages: of two states of an order the newer is written last.
    await takeLock(transaction, 'webhooks');
    const versions = news.flatMap(({ order }): WebhookVersion[] =>
      order ? [{ system: shop, ...order }] : [],
    );
    const known = await readWebhookVersions(transaction, versions);
    const knownAt = new Map(known.map(({ resourceId, version }) => [resourceId, version.getTime()]));
    const newest = news.filter(
      ({ order }) => order === null || order.version.getTime() >= (knownAt.get(order.resourceId) ?? 0),
    );
    const orders = await loadReadRows(pool, 'orders', rowsByName(newest.flatMap((each) => each.orders)));
    const kept = await withoutLinedRefunds(
      transaction,
      newest.flatMap((each) => each.refunds),
    );
    const refunds = await loadReadRows(pool, 'refunds', rowsByName(kept));
    await removeUnlinedRefunds(
      pool,
      kept.flatMap(({ refund_id: id, line_id: lineId }) => (id && lineId ? id : [])),
    );
    await writeWebhookVersions(
      transaction,
      newest.flatMap(({ order }) => (order ? [{ system: shop, ...order }] : [])),
    );
    return {
      rows: news.length,
      changed: orders.changed + refunds.changed,
      keys: [...newest.flatMap(({ order }) => order?.resourceId ?? []), ...orders.keys, ...refunds.keys],
      setAside: [...orders.setAside, ...refunds.setAside],
    };
  });
}
