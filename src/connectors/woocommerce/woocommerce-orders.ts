import { Refusal } from '../../domain/errors.ts';
import type { SetAside } from '../../domain/networks/network-transaction.ts';
import { shopPage } from '../../domain/shops/shop-page.ts';
import type { ShopPage } from '../../domain/shops/shop-reader.ts';
import { WooRefund, wooRefunds } from '../../domain/shops/woocommerce-refunds.ts';
import type { ShopNews } from '../../domain/webhooks/shop-news.ts';
import { WooOrder, wooOrder } from '../../domain/webhooks/woocommerce-order.ts';
import type { HttpClient } from '../http/http-client.ts';
import { wooPage } from './woocommerce-client.ts';

const PAGE_SIZE = 100;
const CALLS_MAX = 100_000;
const PAGES_OF_REFUNDS_MAX = 20;
const SECOND_MS = 1_000;

/**
 * Orders changed since a moment, oldest change first, with the lines of their refunds.
 *
 * Each page is asked for from the last change on instead of by its number: an order that changes meanwhile moves to the
 * end, and by numbers the one behind it would be skipped.
 */
export async function* wooOrders(
  client: HttpClient,
  { from, until }: { readonly from: Date; readonly until: Date },
  signal: AbortSignal,
): AsyncGenerator<ShopPage> {
  let after = new Date(from.getTime() - SECOND_MS);
  let page = 1;
  for (let calls = 0; calls < CALLS_MAX; calls += 1) {
    const query = {
      modified_after: after.toISOString().slice(0, 19),
      dates_are_gmt: 'true',
      orderby: 'modified',
      order: 'asc',
    };
    const { records, isLast } = await wooPage(client, '/orders', query, { page, size: PAGE_SIZE, signal });
    const read = await readOrders(client, records, signal);
    const last = Math.max(after.getTime(), ...read.changedAt);
    yield shopPage({ ...read, completeUntil: isLast ? until : new Date(Math.min(last, until.getTime())) });
    if (isLast) return;
    // A second less, because the moment itself is left out by some versions and not by others.
    const next = last - SECOND_MS;
    if (next > after.getTime()) {
      after = new Date(next);
      page = 1;
    } else page += 1;
  }
  throw new Refusal('system_answer_unusable', `WooCommerce gives more than ${CALLS_MAX} pages of orders.`);
}

async function readOrders(
  client: HttpClient,
  records: readonly unknown[],
  signal: AbortSignal,
): Promise<{ news: ShopNews[]; setAside: SetAside[]; changedAt: number[] }> {
  const news: ShopNews[] = [];
  const setAside: SetAside[] = [];
  const changedAt: number[] = [];
  for (const raw of records) {
    const { data: order, error } = WooOrder.safeParse(raw);
    if (error) {
      setAside.push({
        id: idOf(raw),
        problem: `${error.issues[0]?.path.join('.')} is not as documented.`,
        raw,
      });
      continue;
    }
    changedAt.push(order.date_modified_gmt.getTime());
    const refunds = order.refunds.length === 0 ? [] : await refundsOf(client, order.id, signal);
    try {
      const read = wooOrder(order);
      if ('ignored' in read) continue;
      news.push(refunds.length === 0 ? read : { ...read, refunds: wooRefunds(order, read, refunds) });
    } catch (thrown) {
      // An amount that is none; the rest goes on.
      if (!(thrown instanceof Refusal && thrown.code === 'money_unreadable')) throw thrown;
      setAside.push({ id: order.id, problem: thrown.sentence, raw });
    }
  }
  return { news, setAside, changedAt };
}

async function refundsOf(client: HttpClient, orderId: string, signal: AbortSignal): Promise<WooRefund[]> {
  const refunds: WooRefund[] = [];
  for (let page = 1; page <= PAGES_OF_REFUNDS_MAX; page += 1) {
    const path = `/orders/${orderId}/refunds`;
    const { records, isLast } = await wooPage(client, path, {}, { page, size: PAGE_SIZE, signal });
    for (const record of records) {
      const { data, error } = WooRefund.safeParse(record);
      if (error) {
        throw new Refusal(
          'system_answer_unusable',
          `WooCommerce answered in another shape than documented, in a refund of order ${orderId}.`,
        );
      }
      refunds.push(data);
    }
    if (isLast) break;
  }
  return refunds;
}

const idOf = (raw: unknown): string | null =>
  typeof raw === 'object' && raw !== null && 'id' in raw && typeof raw.id === 'string' ? raw.id : null;
